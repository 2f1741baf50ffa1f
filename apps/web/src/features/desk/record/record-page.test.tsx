import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { MyRecordDocument } from './me.generated.ts'
import type { MyRecordQueryVariables, PremiumPaymentKind } from './me.generated.ts'
import { RecordPage } from './record-page.tsx'

const month = (id: string, period: string, kind: PremiumPaymentKind = 'NORMAL') => ({
  __typename: 'PremiumPayment' as const,
  id,
  period,
  kind,
  status: 'PAID' as const,
  postedOn: '2026-06-20',
  employerName: '甲公司',
  averageWage: fen(1_000_000),
  pensionBase: fen(1_000_000),
  pensionEmployer: fen(160_000),
  pensionPersonal: fen(80_000),
  medicalBase: fen(1_000_000),
  medicalEmployer: fen(98_000),
  medicalPersonal: fen(20_300),
  unemploymentBase: fen(0),
  unemploymentEmployer: fen(0),
  unemploymentPersonal: fen(0),
  workInjuryBase: fen(1_000_000),
  workInjuryEmployer: fen(4_000),
  maternityBase: fen(0),
  maternityEmployer: fen(0),
  employerTotal: fen(262_000),
  personalTotal: fen(100_300),
})

function record({ after }: MyRecordQueryVariables) {
  const nodes = after ? [month('p1', '2026-05')] : [month('p2', '2026-06')]
  return {
    office: { __typename: 'Office' as const, nameZh: '东城社保中心', nameEn: 'Dongcheng office', phone: '010-12333' },
    me: {
      __typename: 'Individual' as const,
      id: 'i1',
      rightsSummary: {
        __typename: 'RightsSummary' as const,
        firstPeriod: '2026-05',
        lastPeriod: '2026-06',
        insurances: [
          {
            __typename: 'InsuranceRights' as const,
            insurance: 'PENSION' as const,
            months: 2,
            firstInsured: '2026-05',
            lastPaid: '2026-06',
            gaps: [],
          },
        ],
      },
      spells: [{ __typename: 'EmploymentSpell' as const, employerName: '甲公司', from: '2026-05', to: null }],
      payments: {
        __typename: 'PremiumPaymentConnection' as const,
        edges: nodes.map((node) => ({ __typename: 'PremiumPaymentEdge' as const, node })),
        pageInfo: { __typename: 'PageInfo' as const, hasNextPage: !after, endCursor: after ? null : 'p2' },
      },
    },
  }
}

const open = (language: 'zh-CN' | 'en' = 'zh-CN') =>
  showPage(<RecordPage />, { answers: [answer(MyRecordDocument, record)], language, viewer: { kind: 'INSURED' } })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the payment record', () => {
  it('opens a month into its insurances, with maternity in medical and what is not insured said in words', async () => {
    const { container, user } = open()
    await user.click((await screen.findAllByRole('button', { name: /2026年6月/ }))[0] as HTMLElement)
    const dialog = screen.getByRole('dialog', { name: /2026年6月/ })
    const line = (name: RegExp) => within(dialog).getByRole('row', { name })
    expect(within(line(/^养老/)).getByRole('button', { name: /1,600.00/ })).toBeTruthy()
    expect(line(/^失业/).textContent).toContain('未参保')
    expect(line(/^生育/).textContent).toContain('并入医疗保险')
    expect(within(line(/^合计/)).getByRole('button', { name: /3,623.00/ })).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '关闭' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('adds earlier months to those that are there', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: '载入更早的月份' }))
    expect((await screen.findAllByRole('button', { name: /2026年5月/ })).length).toBeGreaterThan(0)
    expect(screen.getAllByRole('button', { name: /2026年6月/ }).length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: '载入更早的月份' })).toBeNull()
  })

  it('says in English what the months add up to and with whom', async () => {
    open('en')
    expect(await screen.findByRole('heading', { name: 'What it adds up to' })).toBeTruthy()
    expect(screen.getByText('2 months')).toBeTruthy()
    expect(screen.getByText(/to now$/)).toBeTruthy()
  })
})
