import { ANNUAL_STATES } from '@shebao/declaration-rules'
import { describe, expect, it } from 'vitest'
import { employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { actionsOf, editRefusalOf, isDraft } from '../declaration/declaration-state.ts'

describe('the status table as accounts meet it', () => {
  const actors = {
    CLERK: employerViewer('e'),
    OFFICER: staffViewer(['OFFICER']),
    REVIEWER: staffViewer(['REVIEWER']),
    HEAD: staffViewer(['HEAD']),
  }

  it.each([
    ['READY', 'CLERK', ['SUBMIT']],
    ['COMPARED', 'CLERK', []],
    ['SUBMITTED', 'CLERK', ['WITHDRAW']],
    ['SUBMITTED', 'OFFICER', ['START_REVIEW']],
    ['UNDER_REVIEW', 'CLERK', []],
    ['UNDER_REVIEW', 'OFFICER', ['RECOMMEND', 'RETURN']],
    ['UNDER_REVIEW', 'REVIEWER', ['RECOMMEND', 'RETURN', 'APPROVE']],
    ['UNDER_REVIEW', 'HEAD', ['RECOMMEND', 'RETURN', 'APPROVE']],
    ['RETURNED', 'OFFICER', []],
    ['APPROVED', 'CLERK', ['PRINT']],
    ['PRINTED', 'OFFICER', ['FILE_PAPER', 'RETURN_PAPER']],
    ['PAPER_FILED', 'REVIEWER', ['CLOSE']],
    ['CLOSED', 'HEAD', []],
  ] as const)('in %s a %s may try %j', (state, actor, events) => {
    expect(actionsOf(actors[actor], state)).toEqual(events)
  })

  it('auditors and insured people may do nothing', () => {
    for (const state of ANNUAL_STATES) {
      expect(actionsOf(staffViewer(['AUDITOR']), state)).toEqual([])
      expect(actionsOf(insuredViewer('p'), state)).toEqual([])
    }
  })

  it('a draft is everything before SUBMITTED, and what was returned', () => {
    expect(ANNUAL_STATES.filter(isDraft)).toEqual([
      'NOT_STARTED',
      'UNIT_DONE',
      'PERSONNEL_OPEN',
      'ROSTER_DOWNLOADED',
      'COMPARED',
      'READY',
      'RETURNED',
    ])
    expect(ANNUAL_STATES.map((state) => editRefusalOf(state) ?? '')).toEqual([
      '',
      '',
      '',
      '',
      '',
      '',
      'ALREADY_SUBMITTED',
      'UNDER_REVIEW',
      '',
      'FINISHED',
      'FINISHED',
      'FINISHED',
      'FINISHED',
    ])
    expect(() => isDraft('NOWHERE')).toThrow(/state the table does not know/)
  })
})
