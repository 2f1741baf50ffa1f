import { fen } from '@shebao/kernel'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { answer, axeFindings, showPage, staffWith } from '../../../shared/testing/show-page.tsx'
import { BillingRunOutlookDocument, BillingRunsDocument, StartBillingRunDocument } from './run.generated.ts'
import type { BillingRunOutlookQuery, StartBillingRunMutation } from './run.generated.ts'
import { BillingRunPage } from './run-page.tsx'

type Outlook = Unmasked<BillingRunOutlookQuery>['billingRunOutlook']
type Refused = Extract<Unmasked<StartBillingRunMutation>['startBillingRun'], { reason: unknown }>
const outlook: Outlook = {
  __typename: 'BillingRunOutlook',
  period: '2026-09',
  employers: 12,
  people: 340,
  billed: 1,
  lastMonth: fen(120_000_000),
  carriedOver: false,
  declarationMode: 'CARRY_FORWARD',
  refusal: null,
  run: null,
}
const refusal = (reason: Refused['reason'], limit: string | null = null): Refused => ({
  __typename: 'BillingRunRefused',
  reason,
  limit,
  opensAfter: null,
})
const paused: Outlook['run'] = {
  __typename: 'BillingRun',
  mark: 'RUNNING.2',
  id: 'r1',
  kind: 'MONTHLY',
  period: '2026-09',
  status: 'PAUSED',
  employersTotal: 12,
  employersDone: 5,
  noticesIssued: 5,
  people: 100,
  amount: fen(40_000_000),
  credited: fen(0),
  finishedAt: null,
  problemCount: 0,
}

function show(change: Partial<Outlook> = {}, viewer = staffWith('HEAD'), language: 'zh-CN' | 'en' = 'zh-CN') {
  const pageInfo = { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null }
  const runs = { __typename: 'BillingRunConnection' as const, edges: [], pageInfo }
  return showPage(<BillingRunPage />, {
    answers: [
      answer(BillingRunOutlookDocument, { billingRunOutlook: { ...outlook, ...change } }),
      answer(BillingRunsDocument, { billingRuns: runs }),
      answer(StartBillingRunDocument, { startBillingRun: refusal('ALREADY_DONE') }),
    ],
    viewer,
    language,
  })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('a month that is not billed', () => {
  it.each([
    ['zh-CN' as const, '开始开单', '开具通知单', '这个月已经开单。'],
    ['en' as const, 'Bill the month', 'Issue the notices', 'This month has been billed.'],
  ])('is begun after what it means was read, and says a refusal (%s)', async (language, start, verb, refused) => {
    const { askedOf } = show({}, staffWith('HEAD'), language)
    await userEvent.click(await screen.findByRole('button', { name: start }))
    expect((await screen.findAllByText(/1,200,000\.00/)).length).toBeGreaterThan(0)
    expect(askedOf('StartBillingRun')).toEqual([])
    expect(await axeFindings()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: verb }))
    expect(await screen.findByText(refused)).toBeTruthy()
    expect(askedOf('StartBillingRun')).toEqual([{ period: '2026-09' }])
  })

  it('is not begun by a reviewer', async () => {
    show({}, staffWith('REVIEWER'))
    await screen.findByText('340')
    expect(screen.queryByRole('button', { name: '开始开单' })).toBeNull()
  })

  it('says up to which month one may bill', async () => {
    show({ refusal: refusal('FUTURE_MONTH', '2026-10') })
    expect(await screen.findByText('最晚只能为2026年10月开单。')).toBeTruthy()
  })

  it('shows the run where there is one: what is done, not a second start', async () => {
    show({ run: paused })
    expect(await screen.findByText(/400,000\.00/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '开始开单' })).toBeNull()
  })
})
