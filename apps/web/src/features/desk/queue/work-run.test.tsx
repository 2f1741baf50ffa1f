import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { WorkRun } from './work-run.tsx'
import { NextCaseDocument } from './work.generated.ts'
import type { NextCaseQuery } from './work.generated.ts'

type Row = NextCaseQuery['work']['edges'][number]['node']
const row = (lifecycle: Row['lifecycle'], caseId: string, given: Partial<Row> = {}): Row => ({
  __typename: 'WorkItem',
  id: `${lifecycle} ${caseId}`,
  lifecycle,
  caseId,
  number: null,
  ownerId: null,
  mine: false,
  ...given,
})

function open(rows: Row[], at: string | { pathname: string; state: unknown }, role = staffWith('OFFICER')) {
  const next = answer(NextCaseDocument, {
    work: {
      __typename: 'WorkConnection',
      edges: rows.map((node) => ({ __typename: 'WorkEdge' as const, node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  })
  return showPage(<WorkRun />, { answers: [next], at, viewer: role, language: 'en' })
}

const free = () =>
  waitFor(() => expect(screen.getByRole('button', { name: 'Next case' }).hasAttribute('data-loading')).toBe(false))

describe('case after case', () => {
  afterEach(cleanup)

  it('leads from a case to the next by deadline, of whatever kind, that no colleague has', async () => {
    const rows = [
      row('REFUND', 'r1'),
      row('QUESTION', 'q1', { ownerId: 'S2' }),
      row('QUESTION', 'q2'),
      row('REFUND', 'r2'),
    ]
    const { user, address, askedOf } = open(rows, '/staff/refunds/r1')
    await user.dblClick(await screen.findByRole('button', { name: 'Next case' }))
    await waitFor(() => expect(address()).toBe('/staff/questions/q2'))
    expect(askedOf('NextCase')).toEqual([expect.objectContaining({ lifecycle: null, sort: 'DUE', owner: 'ANYBODY' })])
    await free()
    await user.keyboard('g')
    await waitFor(() => expect(address()).toBe('/staff/refunds/r2'))
  })

  it('keeps to the list it was opened from, passes no case twice, and says when there is no other', async () => {
    const state = { work: '?desk=REFUND&sort=AMOUNT', passed: ['REFUND r1'] }
    const { user, address, askedOf } = open([row('REFUND', 'r1'), row('REFUND', 'r2')], {
      pathname: '/staff/refunds/r1',
      state,
    })
    await user.keyboard('g')
    await waitFor(() => expect(address()).toBe('/staff/refunds/r2'))
    expect(askedOf('NextCase')).toEqual([expect.objectContaining({ lifecycle: 'REFUND', sort: 'AMOUNT' })])
    await free()
    await user.keyboard('g')
    await screen.findByText('Nothing else waits for you.')
    await user.keyboard('u')
    await waitFor(() => expect(address()).toBe('/staff?desk=REFUND&sort=AMOUNT'))
  })

  it('stands neither above a desk nor in a review, which goes on by itself, nor before an auditor', () => {
    for (const [at, role] of [
      ['/staff/refunds', 'OFFICER'],
      ['/staff/declarations/d1', 'OFFICER'],
      ['/staff/refunds/r1', 'AUDITOR'],
    ] as const) {
      open([], at, staffWith(role))
      expect(screen.queryByRole('button', { name: 'Next case' })).toBeNull()
      cleanup()
    }
  })
})
