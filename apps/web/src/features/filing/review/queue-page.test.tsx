import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { ReviewCountsDocument } from './next-case.generated.ts'
import { ReviewQueueDocument } from './queue.generated.ts'
import type { ReviewQueueQuery } from './queue.generated.ts'
import { QueuePage } from './queue-page.tsx'

type Item = Unmasked<ReviewQueueQuery>['reviewQueue']['edges'][number]['node']

const item = (id: string, given: Partial<Item> = {}): Item => ({
  __typename: 'ReviewQueueItem',
  id,
  employerId: `e-${id}`,
  employerName: `单位${id}`,
  registrationNo: '110101000001',
  kind: 'ANNUAL_INSPECTION',
  year: 2026,
  period: null,
  filing: 'REGULAR',
  state: 'SUBMITTED',
  version: 1,
  formNo: 'NJ2026000001',
  people: 12,
  warnings: 0,
  dueOn: '2026-12-31',
  waitingDays: 3,
  late: false,
  urgent: false,
  recommended: false,
  heldByOther: null,
  ...given,
})

function open(items: Item[], at = '/staff/declarations') {
  const queue = answer(ReviewQueueDocument, ({ after }) => ({
    reviewQueue: {
      __typename: 'ReviewQueueConnection',
      edges: (after ? [item('更早')] : items).map((node) => ({ __typename: 'ReviewQueueEdge', node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: !after && items.length > 1, endCursor: after ? null : 'x' },
    },
  }))
  const counts = answer(ReviewCountsDocument, {
    reviewCounts: {
      __typename: 'ReviewQueueCounts',
      due: 41,
      submitted: 30,
      underReview: 11,
      returned: 2,
      approved: 5,
      filed: 7,
      overdue: 9,
    },
  })
  return { ...showPage(<QueuePage />, { answers: [queue, counts], at }), queue }
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the queue of declarations', () => {
  it('leads to the declaration, or to the unit that has declared nothing, and says who has one open', async () => {
    const { container, user } = open([
      item('甲', { heldByOther: '赵复核', recommended: true }),
      item('乙', { version: 0, state: 'OVERDUE', formNo: null, people: null, warnings: null }),
    ])
    const first = await screen.findByRole('row', { name: /单位甲/ })
    expect(within(first).getByRole('link').getAttribute('href')).toBe('/staff/declarations/甲')
    expect(within(first).getByText('赵复核正在查看')).toBeTruthy()
    expect(within(first).getByText('待复核')).toBeTruthy()
    const second = screen.getByRole('row', { name: /单位乙/ })
    expect(within(second).getByRole('link').getAttribute('href')).toBe('/staff/employers/e-乙')
    expect((await screen.findByRole('link', { name: /^待办/ })).textContent).toContain('41')
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '显示更多' }))
    expect(await screen.findByRole('row', { name: /单位更早/ })).toBeTruthy()
    expect(screen.getByRole('row', { name: /单位甲/ })).toBeTruthy()
  })

  it('holds both kinds, says which month a monthly one is about, and is filtered by kind without losing the state', async () => {
    const monthly = { kind: 'MONTHLY', period: '2026-11', filing: 'SUPPLEMENTARY', people: 3 } as const
    const { queue, user } = open([item('丙', monthly)], '/staff/declarations?status=SUBMITTED')
    const row = await screen.findByRole('row', { name: /单位丙/ })
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/staff/monthly/丙')
    expect(row.textContent).toContain('2026年11月月度申报 · 补报')
    expect(row.textContent).toContain('3 项变动')
    await user.click(screen.getByRole('link', { name: '月度' }))
    await vi.waitFor(() => expect(queue.sent.at(-1)).toMatchObject({ status: 'SUBMITTED', kind: 'MONTHLY' }))
  })

  it('asks for what the address says, those filed newest first', async () => {
    const { queue } = open([item('甲')], '/staff/declarations?status=FILED')
    await screen.findByRole('row', { name: /单位甲/ })
    expect(queue.sent.at(-1)).toMatchObject({ status: 'FILED', sort: 'NEWEST_FIRST' })
  })
})
