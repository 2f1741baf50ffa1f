import { fen } from '@shebao/kernel'
import { explain } from '@shebao/premium'
import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Unmasked } from '../../../shared/data/masking.ts'
import { DerivationDocument } from '../../../shared/lib/derivation.generated.ts'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { BillsDocument } from './bills.generated.ts'
import type { BillsQuery } from './bills.generated.ts'
import { BillsPage } from './bills-page.tsx'

type Employer = Unmasked<BillsQuery>['employer']
type Bill = Employer['notices']['edges'][number]['node']
const bill = (id: string, period: string, change: Partial<Bill> = {}): Bill => ({
  __typename: 'PaymentNotice',
  id,
  number: `N-${id}`,
  period,
  kind: 'NORMAL',
  status: 'UNPAID',
  overdue: false,
  overdueDays: 0,
  lateFee: fen(0),
  people: 3,
  dueOn: `${period}-25`,
  postedOn: null,
  total: fen(100_000),
  ...change,
})
const connection = (nodes: readonly Bill[]): Employer['notices'] => ({
  __typename: 'PaymentNoticeConnection',
  edges: nodes.map((node) => ({ __typename: 'PaymentNoticeEdge', node })),
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
})

function show(bills: readonly Bill[], credit = 0, language: 'zh-CN' | 'en' = 'zh-CN') {
  const employer: Employer = {
    __typename: 'Employer',
    id: 'e1',
    balance: { __typename: 'EmployerBalance', credit: fen(credit), openingCredit: null },
    debitAgreement: null,
    waitingMoney: [],
    owed: connection(bills.filter(({ postedOn }) => postedOn === null)),
    notices: connection(bills),
  }
  const explanation = explain('OUTSTANDING', 'BOOKED', 'FEN', fen(100_000))
  return showPage(<BillsPage />, {
    answers: [
      answer(BillsDocument, { employer }),
      answer(DerivationDocument, { derivation: { __typename: 'Derivation', explanation, agrees: null } }),
    ],
    viewer: clerk,
    language,
  })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the list of notices', () => {
  const bills = [
    bill('b2', '2026-09'),
    bill('b1', '2026-08', { overdue: true, overdueDays: 4, lateFee: fen(200) }),
    bill('b0', '2026-07', { status: 'POSTED', postedOn: '2026-07-20' }),
  ]

  it.each([
    ['zh-CN' as const, '现欠合计', '2 张未缴', '，其中 1 张已逾期'],
    ['en' as const, 'Owed now', '2 notices unpaid', ', 1 of them overdue'],
  ])('adds up what is owed and says what is overdue (%s)', async (language, name, unpaid, overdue) => {
    show(bills, 0, language)
    const owed = within(await screen.findByRole('region', { name }))
    expect(owed.getByText(/2,000\.00/)).toBeTruthy()
    expect(owed.getByText(unpaid, { exact: false })).toBeTruthy()
    expect(owed.getByText(overdue)).toBeTruthy()
    // In its row too: since how many days, and the late fee apart.
    const late = within(screen.getAllByRole('row')[2] ?? document.body)
    expect(late.getByText(language === 'en' ? 'Overdue 4 days' : '逾期 4 天')).toBeTruthy()
    expect(late.getByText(language === 'en' ? /Late fee included/ : /其中滞纳金/).textContent).toContain('2.00')
    expect(await axeFindings()).toEqual([])
  })

  it('asks why only of the notices whose sum is opened, and keeps the answer', async () => {
    const { askedOf } = show(bills)
    const owed = within(await screen.findByRole('region', { name: '现欠合计' }))
    expect(askedOf('Derivation')).toEqual([])
    await userEvent.click(owed.getByRole('button'))
    await vi.waitFor(() => expect(askedOf('Derivation')).toHaveLength(2))
    expect(new Set(askedOf('Derivation'))).toEqual(
      new Set([{ subject: { notice: 'b2' } }, { subject: { notice: 'b1' } }]),
    )
    await userEvent.keyboard('{Escape}')
    await userEvent.click(within(screen.getAllByRole('row')[1] ?? document.body).getByRole('button'))
    await vi.waitFor(() => expect(screen.getAllByText(/1,000\.00/).length).toBeGreaterThan(3))
    expect(askedOf('Derivation')).toHaveLength(2)
  })

  it('opens the credit into its own employer’s balance', async () => {
    const { askedOf } = show([], 29_700)
    expect(await screen.findByText('还没有', { exact: false })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /297\.00/ }))
    await vi.waitFor(() => expect(askedOf('Derivation')).toHaveLength(1))
    expect(askedOf('Derivation')).toEqual([{ subject: { balance: { employerId: 'e1', figure: 'CREDIT' } } }])
  })
})
