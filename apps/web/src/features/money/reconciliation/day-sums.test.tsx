import { fen } from '@shebao/kernel'
import { explainOutcomeSum } from '@shebao/premium'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { DerivationDocument } from '../../../shared/lib/derivation.generated.ts'
import { answer, showPage } from '../../../shared/testing/show-page.tsx'
import type { Day } from './day.ts'
import { DaySums } from './day-sums.tsx'

const total = (outcome: Day['totals'][number]['outcome'], system: number, bank: number) => {
  return {
    __typename: 'ReconciliationTotal',
    outcome,
    count: 1,
    open: 0,
    system: fen(system),
    bank: fen(bank),
    treasury: fen(0),
  } as const
}
const day: Day = {
  __typename: 'ReconciliationDay',
  mark: 'OPEN.2',
  procedure: [],
  day: '2026-10-12',
  status: 'OPEN',
  open: 0,
  systemCount: 1,
  systemAmount: fen(500),
  comparedAt: null,
  closedAt: null,
  closedByName: null,
  totals: [total('MATCHED', 500, 500), total('BANK_ONLY', 0, 200)],
  bankStatement: null,
  treasuryStatement: null,
  waitingStatements: [],
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('a sum of a day asks for its party and outcome when it is opened; of nothing there is nothing to open', async () => {
  const why = explainOutcomeSum('BANK_ONLY', 'BANK', {
    largest: [{ payer: '甲公司', reference: 'R-2', amount: fen(200) }],
    count: 1,
    amount: fen(200),
  })
  const derivation = answer(DerivationDocument, {
    derivation: { __typename: 'Derivation', explanation: why, agrees: null },
  })
  showPage(<DaySums day={day} />, { answers: [derivation] })
  const amounts = (row: number) =>
    within(screen.getAllByRole('row')[row] as HTMLElement)
      .queryAllByRole('button')
      .map(({ textContent }) => textContent)
  expect([amounts(1), amounts(2), amounts(3)]).toEqual([['5.00', '5.00'], ['2.00'], ['5.00', '7.00']])
  await userEvent.click(screen.getByText('2.00'))
  expect(await screen.findByText('甲公司 · R-2')).toBeTruthy()
  await userEvent.keyboard('{Escape}')
  await userEvent.click(screen.getByText('7.00'))
  await waitFor(() => expect(derivation.sent).toHaveLength(2))
  expect(derivation.sent).toEqual([
    { subject: { reconciliationDay: { day: '2026-10-12', party: 'BANK', outcome: 'BANK_ONLY' } } },
    { subject: { reconciliationDay: { day: '2026-10-12', party: 'BANK', outcome: null } } },
  ])
})
