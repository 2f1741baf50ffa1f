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
    office: { __typename: 'Office', nameZh: '东城社保中心', nameEn: 'Dongcheng office', phone: '010-12333' },
    me: {
      __typename: 'Individual',
      id: 'i1',
      name: '王芳',
      idMasked: '110•••••0016',
      cards: [{ __typename: 'Card', id: 'c1', numberMasked: 'A1•••••89', status: 'NORMAL' }],
      rightsSummary: {
        __typename: 'RightsSummary',
        insurances: (['PENSION', 'MEDICAL'] as const).map((insurance) => ({
          __typename: 'InsuranceRights' as const,
          insurance,
          months: 127,
        })),
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
    expect(within(latest).getByText(/这个月由单位缴纳，您不用自己去缴/).textContent).toContain('请联系东城社保中心')
    expect(within(latest).getByRole('link', { name: '010-12333' }).getAttribute('href')).toBe('tel:010-12333')
    expect(within(latest).getByRole('button', { name: /1,003.00/ })).toBeTruthy()
    expect(within(latest).getByRole('button', { name: /2,620.00/ })).toBeTruthy()
    const [recent] = screen.getAllByRole('listitem')
    expect(within(recent as HTMLElement).getByRole('button', { name: /3,623.00/ })).toBeTruthy()
    expect(screen.getByText('127 个月').parentElement?.textContent).toContain('养老保险、医疗保险')
    expect(screen.getByRole('link', { name: 'A1•••••89' }).getAttribute('href')).toBe('/me/card')
    expect(await axeFindings(container)).toEqual([])
  })

  it('tells nobody to ask about a month that was paid', async () => {
    open([month('2026-05', '2026-05-20')])
    const latest = await screen.findByRole('region', { name: '最近的月份' })
    expect(within(latest).queryByRole('link')).toBeNull()
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
