import { fen } from '@shebao/kernel'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { MyRecordDocument } from './me.generated.ts'
import type { MyRecordQuery, PremiumPaymentKind } from './me.generated.ts'
import type { RecordMonthState } from './record-picture.generated.ts'
import { MyMonthDocument } from './month-detail.generated.ts'
import type { MyMonthQueryVariables } from './month-detail.generated.ts'
// Loaded when a month is opened; here before, so that no test waits for it.
import './month-detail.tsx'
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

const states = (...given: RecordMonthState[]): (RecordMonthState | null)[] => [
  null,
  null,
  null,
  ...given,
  ...Array.from({ length: 9 - given.length }, () => null),
]

const record: MyRecordQuery = {
  office: { __typename: 'Office', nameZh: '东城社保中心', nameEn: 'Dongcheng office', phone: '010-12333' },
  me: {
    __typename: 'Individual',
    id: 'i1',
    rightsSummary: {
      __typename: 'RightsSummary',
      insurances: [
        {
          __typename: 'InsuranceRights',
          insurance: 'PENSION',
          months: 2,
          firstInsured: '2026-04',
          lastPaid: '2026-06',
        },
      ],
    },
    record: {
      __typename: 'InsuredRecord',
      years: [
        {
          __typename: 'RecordYear',
          year: 2026,
          pension: states('PAID', 'GAP', 'PAID', 'PENDING'),
          medical: states('PAID', 'GAP', 'PAID', 'PENDING'),
          unemployment: states('NOT_INSURED', 'NOT_INSURED', 'NOT_INSURED', 'NOT_INSURED'),
          workInjury: states('PAID', 'GAP', 'PAID', 'PENDING'),
          maternity: states('PAID', 'GAP', 'PAID', 'PENDING'),
        },
      ],
      transfers: [],
      gaps: [
        {
          __typename: 'RecordGap',
          from: '2026-05',
          to: '2026-05',
          insurances: ['PENSION', 'MEDICAL', 'WORK_INJURY', 'MATERNITY'],
          reason: 'NOT_EMPLOYED',
          employerName: '乙公司',
          stopReason: 'STOP_RESIGN',
        },
      ],
      spells: [
        { __typename: 'EmploymentSpell', employerName: '甲公司', from: '2026-06', to: null, stopReason: null },
        {
          __typename: 'EmploymentSpell',
          employerName: '乙公司',
          from: '2026-04',
          to: '2026-04',
          stopReason: 'STOP_RESIGN',
        },
      ],
    },
    pensionOutlooks: [
      {
        __typename: 'PensionOutlook',
        category: 'MALE',
        retiresIn: '2053-01',
        delayMonths: 36,
        monthsNeeded: 240,
        monthsPaid: 2,
        monthsMissing: 238,
        reachedIn: '2046-05',
        reachedInTime: true,
      },
    ],
  },
}

const oneMonth = ({ period }: MyMonthQueryVariables) => ({
  me: {
    __typename: 'Individual' as const,
    id: 'i1',
    payments: {
      __typename: 'PremiumPaymentConnection' as const,
      edges: [{ __typename: 'PremiumPaymentEdge' as const, node: month('p2', period) }],
    },
  },
})

const open = (language: 'zh-CN' | 'en' = 'zh-CN') =>
  showPage(<RecordPage />, {
    answers: [answer(MyRecordDocument, record), answer(MyMonthDocument, oneMonth)],
    language,
    viewer: { kind: 'INSURED' },
  })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the payment record', () => {
  it('opens a month into its insurances, with maternity in medical and what is not insured said in words', async () => {
    const { container, user } = open()
    await user.click((await screen.findAllByRole('button', { name: /2026年6月/ }))[0] as HTMLElement)
    const dialog = await screen.findByRole('dialog', { name: /2026年6月/ })
    const line = (name: RegExp) => within(dialog).getByRole('row', { name })
    await within(dialog).findByRole('row', { name: /^养老/ })
    expect(within(line(/^养老/)).getByRole('button', { name: /1,600.00/ })).toBeTruthy()
    expect(line(/^失业/).textContent).toContain('未参保')
    expect(line(/^生育/).textContent).toContain('并入医疗保险')
    expect(within(line(/^合计/)).getByRole('button', { name: /3,623.00/ })).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '关闭' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('opens a gap into its reason, what it does and what can be done, and asks for no amounts', async () => {
    const { user, askedOf } = open()
    await user.click((await screen.findAllByRole('button', { name: /2026年5月/ }))[0] as HTMLElement)
    const dialog = await screen.findByRole('dialog', { name: /2026年5月/ })
    expect(dialog.textContent).toContain('离开乙公司后，没有单位为您参保。')
    expect(dialog.textContent).toContain('停保原因：本人辞职。')
    await user.click(within(dialog).getByText('中断有什么影响'))
    expect(dialog.textContent).toContain('第十六条、第十九条')
    expect(askedOf('MyMonth')).toEqual([])
  })

  it('says of the running month that it is not assessed yet', async () => {
    const { user } = open()
    await user.click((await screen.findAllByRole('button', { name: /2026年7月.*待核定/ }))[0] as HTMLElement)
    expect((await screen.findByRole('dialog')).textContent).toContain('本月还没有核定')
  })

  it('says in English what the months add up to, what is missing until retirement, and with whom', async () => {
    open('en')
    expect(await screen.findByRole('heading', { name: 'What it adds up to' })).toBeTruthy()
    expect(screen.getByText('2 months')).toBeTruthy()
    expect(screen.getByText('2 of 240 months')).toBeTruthy()
    expect(screen.getByText(/it is reached in May 2046, before retirement/)).toBeTruthy()
    expect(screen.getByText(/to now$/)).toBeTruthy()
  })
})
