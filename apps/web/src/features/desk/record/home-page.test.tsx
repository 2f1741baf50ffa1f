import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { HomePage } from './home-page.tsx'
import { MyHomeDocument } from './me.generated.ts'

const month = (period: string, postedOn: string | null) => ({
  __typename: 'PremiumPayment' as const,
  id: period,
  period,
  kind: 'NORMAL' as const,
  status: postedOn === null ? ('UNPAID' as const) : ('PAID' as const),
  postedOn,
  employerName: '甲公司',
  personalTotal: fen(100_300),
  employerTotal: fen(262_000),
})

function open(months: ReturnType<typeof month>[]) {
  const home = answer(MyHomeDocument, {
    me: {
      __typename: 'Individual',
      id: 'i1',
      name: '王芳',
      idMasked: '110•••••0016',
      cards: [{ __typename: 'Card', id: 'c1', numberMasked: 'A1•••••89', status: 'NORMAL' }],
      rightsSummary: {
        __typename: 'RightsSummary',
        insurances: [{ __typename: 'InsuranceRights', insurance: 'PENSION', months: 127 }],
      },
      payments: {
        __typename: 'PremiumPaymentConnection',
        edges: months.map((node) => ({ __typename: 'PremiumPaymentEdge' as const, node })),
      },
    },
  })
  return showPage(<HomePage />, { answers: [home], viewer: { kind: 'INSURED' } })
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the home of an insured person', () => {
  it('says of the latest month whether it was paid, by whom and how much, and lists those before', async () => {
    const { container } = open([month('2026-06', null), month('2026-05', '2026-05-20')])
    const latest = await screen.findByRole('region', { name: '最近的月份' })
    expect(within(latest).getByText('单位尚未缴清，到账后这里会更新')).toBeTruthy()
    expect(within(latest).getByRole('button', { name: /1,003.00/ })).toBeTruthy()
    expect(within(latest).getByRole('button', { name: /2,620.00/ })).toBeTruthy()
    const [recent] = screen.getAllByRole('listitem')
    expect(within(recent as HTMLElement).getByRole('button', { name: /3,623.00/ })).toBeTruthy()
    expect(screen.getByText('127 个月')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'A1•••••89' }).getAttribute('href')).toBe('/me/card')
    expect(await axeFindings(container)).toEqual([])
  })

  it('says of each month whose it is where two employers paid, and only there', async () => {
    const twice = [
      month('2026-06', '2026-06-10'),
      { ...month('2026-06', '2026-06-11'), id: 'other', employerName: '乙公司' },
    ]
    open(twice)
    const [second] = await screen.findAllByRole('listitem')
    expect(within(second as HTMLElement).getByText('乙公司')).toBeTruthy()
    cleanup()
    open([month('2026-06', '2026-06-10'), month('2026-05', '2026-05-20')])
    const [before] = await screen.findAllByRole('listitem')
    expect(within(before as HTMLElement).queryByText('甲公司')).toBeNull()
  })

  it('says why there is nothing yet', async () => {
    open([])
    expect(await screen.findByText('还没有缴费记录')).toBeTruthy()
    expect(screen.queryByText('最近几个月')).toBeNull()
  })
})
