import { ANNUAL_ACTIONS, ANNUAL_STATES, ANNUAL_STATUS } from '@shebao/declaration-rules'
import { describe, expect, it } from 'vitest'
import { employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { actionsOf, decide, editRefusalOf, isDraft, maySeeDeclaration } from '../declaration/declaration.policy.ts'

const allFacts = { verdict: 'COMPLETE', rosterIsCurrent: true, openDifferences: 0, samePerson: false } as const
const actors = {
  CLERK: employerViewer('e'),
  OFFICER: staffViewer(['OFFICER']),
  APPROVER: staffViewer(['REVIEWER']),
}

describe('the status table as accounts meet it', () => {
  it('every state, action and role: what the table has not is refused', () => {
    for (const state of ANNUAL_STATES) {
      for (const action of ANNUAL_ACTIONS) {
        for (const [role, viewer] of Object.entries(actors)) {
          const row = ANNUAL_STATUS.transitions.find(
            (one) => one.action === action && one.from.includes(state) && one.roles.some((known) => known === role),
          )
          const needsPaper = row?.guards?.some((guard) => guard.startsWith('PAPER')) ?? false
          expect(decide(viewer, state, action, allFacts).ok, `${role} ${action} in ${state}`).toBe(
            row !== undefined && !needsPaper,
          )
        }
      }
    }
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

  it('only the unit itself and staff see a declaration, and only with a finished sign-in', () => {
    expect(maySeeDeclaration(employerViewer('e'), { employerId: 'e' })).toBe(true)
    expect(maySeeDeclaration(employerViewer('x'), { employerId: 'e' })).toBe(false)
    expect(maySeeDeclaration(employerViewer('e', { stage: 'MUST_CHANGE_PASSWORD' }), { employerId: 'e' })).toBe(false)
    expect(maySeeDeclaration(staffViewer([]), { employerId: 'e' })).toBe(true)
    expect(maySeeDeclaration(insuredViewer('p'), { employerId: 'e' })).toBe(false)
  })
})
