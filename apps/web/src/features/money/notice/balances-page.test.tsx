import { fen } from '@shebao/kernel'
import { explain } from '@shebao/premium'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { DerivationDocument } from '../../../shared/lib/derivation.generated.ts'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { BalancesPage } from './balances-page.tsx'
import { BalancesDocument } from './balances.generated.ts'
import type { BalancesQuery } from './balances.generated.ts'

type Balance = BalancesQuery['employer']['periodBalances'][number]
const balance = (period: string, insurance: Balance['insurance'], charged: number, paid: number): Balance => ({
  __typename: 'PeriodBalance',
  period,
  insurance,
  charged: fen(charged),
  settled: fen(paid),
  writtenOff: fen(0),
  outstanding: fen(charged - paid),
})
const year = [
  balance('2024-06', 'PENSION', 240_000, 240_000),
  balance('2024-07', 'PENSION', 240_000, 0),
  balance('2024-07', 'MEDICAL', 118_000, 0),
  balance('2024-07', null, 2_000, 0),
]

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('shows a year as a chart with its table, and what each day late costs with its derivation', async () => {
  const notice = {
    __typename: 'PaymentNotice' as const,
    id: 'n1',
    number: 'JF1',
    period: '2024-07',
    dueOn: '2024-07-25',
    overdue: true,
    overdueDays: 11,
    total: fen(372_337),
    lateFee: fen(2_037),
    lateFeeOfNextDay: fen(185),
  }
  const page = showPage(<BalancesPage />, {
    viewer: clerk,
    at: '/employer/bills/balances?year=2024',
    answers: [
      answer(BalancesDocument, ({ year: asked }) => ({
        employer: {
          __typename: 'Employer',
          id: 'e1',
          registeredOn: '2024-01-05',
          periodBalances: asked === 2024 ? year : [],
          owed: {
            __typename: 'PaymentNoticeConnection',
            edges: [{ __typename: 'PaymentNoticeEdge', node: notice }],
          },
        },
      })),
      answer(DerivationDocument, {
        derivation: {
          __typename: 'Derivation',
          explanation: explain('LATE_FEE', 'SUM', 'FEN', fen(2_037)),
          agrees: null,
        },
      }),
    ],
  })
  const table = within(await screen.findByRole('table', { name: '2024 年各月应缴（元），按险种' }))
  expect(table.getAllByRole('row')).toHaveLength(4)
  expect(table.getByRole('row', { name: /2024年7月/ }).textContent).toContain('3,600.00')
  expect(table.getByRole('row', { name: /合计/ }).textContent).toContain('6,000.00')
  // Two months and insurances that were billed, and a hollow stripe for each that is not paid.
  const chart = screen.getByRole('img', { name: '2024 年各月应缴，按险种' })
  expect(chart.querySelectorAll('rect[stroke]')).toHaveLength(2)
  expect(chart.querySelectorAll('g')).toHaveLength(3)
  const arrears = within(screen.getByRole('table', { name: '欠费与滞纳金' }))
  expect(arrears.getByText('1.85')).toBeTruthy()
  await page.user.click(arrears.getByRole('button', { name: /20\.37/ }))
  await vi.waitFor(() => expect(page.askedOf('Derivation')).toEqual([{ subject: { notice: 'n1' } }]))
  await page.user.keyboard('{Escape}')
  expect(await axeFindings(page.container)).toEqual([])
  // The unit was registered in 2024: there is no year before.
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '上一年' }).disabled).toBe(true)
  await page.user.click(screen.getByRole('button', { name: '下一年' }))
  expect(await screen.findByText('2025 年没有缴费通知单')).toBeTruthy()
})

it('says that a year did not arrive, and never shows another year under its heading', async () => {
  let fails = true
  const page = showPage(<BalancesPage />, {
    viewer: clerk,
    at: '/employer/bills/balances?year=2025',
    answers: [
      answer(BalancesDocument, ({ year: asked }) => {
        if (asked === 2024 && fails) throw new Error('no network')
        return {
          employer: {
            __typename: 'Employer',
            id: 'e1',
            registeredOn: '2023-01-05',
            periodBalances: asked === 2024 ? year : [balance('2025-03', 'PENSION', 100, 100)],
            owed: { __typename: 'PaymentNoticeConnection', edges: [] },
          },
        }
      }),
    ],
  })
  await screen.findByText('2025年3月')
  await page.user.click(screen.getByRole('button', { name: '上一年' }))
  expect(await screen.findByText(/没有取到这一年的数据/)).toBeTruthy()
  expect(screen.queryByText('2025年3月')).toBeNull()
  fails = false
  await page.user.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByText('2024年6月')).toBeTruthy()
})
