import { explainNotices, noticeFigure } from './notice-figure.ts'
import { allNodes, findFalseNodes } from '@shebao/test-support/premium'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, fen, ZERO_FEN, addMonths, period, LANGUAGES } from '@shebao/kernel'
import { premiumDifference } from '../claims/difference.ts'
import { explainAllocation, explainPayment } from './explain-allocation.ts'
import { backPaymentFigure, explainBackPayment } from './explain-back-payment.ts'
import { explainBalance, explainCredit, explainOutstanding } from './explain-balance.ts'
import {
  explainDeemedMonth,
  explainDifferences,
  explainFine,
  explainFineRange,
  explainPersonDifference,
  explainRefund,
  explainRefundable,
} from './explain-claims.ts'
import { explainDeemed, explainLateFee } from './explain-debt.ts'
import { explainListSum, explainUnitAverage } from './explain-list.ts'
import { explainPersonSum, explainUnitOwed, explainUnitPaid } from './explain-certificate.ts'
import { explainNotice, explainNoticeSums } from './explain-notice.ts'
import { explainPerson } from './explain-premium.ts'
import {
  explainClosingBalance,
  explainDayReceipts,
  explainDaySum,
  explainPaidOut,
  explainStatement,
} from './explain-reconciliation.ts'
import { explainChange, explainSimulatedBin, explainSimulatedTotal } from './explain-simulation.ts'
import { amountOf } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { LABEL_CODES, RULE_CODES } from './explanation-codes.ts'
import { explanationLines } from './explanation-words.ts'
import type { Fine } from '../claims/fine.ts'
import { explainAccountYear } from '../account/explain-account.ts'
import { pensionAccount } from '../account/pension-account.ts'
import { accountRateRows } from '../parameters/account-rates.ts'
import { BEIJING, beijingRows } from '../parameters/beijing.ts'
import type { ParameterRow } from '../parameters/parameter-row.ts'
import { requirePolicy } from '../policy.ts'
import type { Policy } from '../policy.ts'
import type { RefundRequest } from '../claims/refund.ts'
import { addToTally, emptyTally, finishTally } from '../parameters/simulation.ts'

const beijing = (month: string, unitRate: number | null = null) =>
  requirePolicy(beijingRows, BEIJING, period(month), 1, unitRate)
const july = beijing('2024-07')
const principal = fen(370_300)
const late = { principal, due: civilDate('2024-07-25'), until: civilDate('2024-08-05') }

const certifiedMonths = [
  ...[0, 1, 6].map((step) => ({ period: addMonths(period('2024-10'), step), amount: fen(105_300) })),
  { period: period('2024-12'), amount: explainPerson(july, { wage: fen(1_000_000) }).personal },
]
const certifiedNotice = {
  number: 'JF1',
  period: period('2024-10'),
  lines: [{ insurance: 'PENSION', employer: fen(1600), personal: fen(800) }],
  lateFee: ZERO_FEN,
  settled: fen(2400),
  writtenOff: ZERO_FEN,
  open: ZERO_FEN,
} as const
const certifiedNotices = [
  certifiedNotice,
  { ...certifiedNotice, number: 'JF2', period: period('2024-11'), settled: fen(400), open: fen(2000) },
  { ...certifiedNotice, number: 'JF3', period: period('2024-12'), writtenOff: fen(2400) },
]

describe('a certificate', () => {
  const range = { from: period('2024-10'), to: period('2025-04') }

  it('of a person derives one of the months that are alike, and is their sum', () => {
    const why = explainPersonSum({ paidBy: 'PERSONAL' }, range, certifiedMonths, 6)
    expect(why).toMatchObject({ label: 'PERSON_SUM', params: { side: 'PERSONAL' }, result: { value: 4 * 105_300 } })
    expect(why.inputs.map(({ label, params, result }) => [label, params, result.value])).toEqual([
      ['MONTHS_ALIKE', { from: '2024-10', to: '2025-04' }, 315_900],
      ['MONTH_SUM', { period: '2024-12' }, 105_300],
    ])
    expect(explainPersonSum('UNPAID', range, certifiedMonths, 1).inputs.map(({ label }) => label)).toEqual([
      'MONTHS_ALIKE',
      'OTHER_MONTHS',
    ])
  })

  it('of a unit goes from what was charged to what was paid, the newest notice in lines', () => {
    const why = explainUnitPaid(certifiedNotices, { listed: 3, inLines: 1 })
    const [charged, unpaid] = why.inputs
    expect([why, charged, unpaid].map((node) => node?.result.value)).toEqual([2800, 7200, 4400])
    expect(charged?.inputs.map(({ params, rule }) => [params['number'], rule])).toEqual([
      ['JF3', 'SUM'],
      ['JF2', 'BOOKED'],
      ['JF1', 'BOOKED'],
    ])
    expect(unpaid?.inputs.map(({ label, params }) => [label, params['number']])).toEqual([
      ['NOTICE_OPEN', 'JF2'],
      ['NOTICE_WRITTEN_OFF', 'JF3'],
    ])
    const owed = explainUnitOwed(certifiedNotices, { listed: 3, inLines: 0 })
    expect([amountOf(owed), owed.inputs.length]).toEqual([2000, 1])
  })
})

describe('amount outstanding of a notice', () => {
  it('is what is due less what is settled, each with its own derivation', () => {
    const why = explainOutstanding({
      charged: explainPerson(july, { wage: fen(1_000_000) }).total,
      lateFee: explainLateFee(late),
      paid: fen(100_000),
      writtenOff: fen(37),
    })
    expect(amountOf(why)).toBe(370_300 + 2037 - 100_000 - 37)
    expect(why.inputs.map(({ label, inputs }) => [label, inputs.map((each) => each.label)])).toEqual([
      ['AMOUNT_DUE', ['PREMIUM_CHARGED', 'LATE_FEE']],
      ['AMOUNT_SETTLED', ['PAID', 'WRITTEN_OFF']],
    ])
  })

  it('is an amount paid too much, never a negative debt', () => {
    const why = explainOutstanding({ charged: fen(100), lateFee: ZERO_FEN, paid: fen(90), credited: fen(20) })
    expect([why.label, amountOf(why)]).toEqual(['OVERPAID', 10])
  })
})

describe('allocation of a payment', () => {
  it('tells where 5 000.00 went (domain specification 3.5)', () => {
    const owed = (month: string, lateFee: number) => ({
      period: period(month),
      lateFee: fen(lateFee),
      shares: explainPerson(july, { wage: fen(1_000_000) }).lines.map((line) => ({
        insurance: line.params['insurance'] as 'PENSION',
        side: line.params['side'] as 'EMPLOYER',
        outstanding: amountOf(line),
      })),
    })
    const why = explainAllocation([owed('2024-07', 0), owed('2024-06', 2037)], fen(500_000))
    expect(why.inputs.map(({ params, result }) => [params['period'], result.value])).toEqual([
      ['2024-06', 372_337],
      ['2024-07', 127_663],
    ])
    const last = why.inputs[1]?.inputs.at(-1)
    expect(last).toMatchObject({ rule: 'TAKES_REST', result: { value: 22_363 }, params: { side: 'EMPLOYER' } })
    expect(last?.inputs.map(amountOf)).toEqual([160_000, 22_363])
    const text = explanationLines(why, 'zh-CN').join('\n')
    expect(text).toContain('缴款金额 = 5,000.00元  [先缴最早的所属期；同一所属期依次为个人缴费、单位缴费、滞纳金')
    expect(text).toContain('基本养老保险（单位缴纳） = 223.63元  [以本次缴款余额为限]')
  })
})

describe('what is booked', () => {
  it('a payment that credit from before helped is less than what it cleared', () => {
    const why = explainPayment(fen(100), [
      { period: period('2024-07'), insurance: null, side: 'EMPLOYER', owed: fen(20), amount: fen(5) },
      { period: period('2024-07'), insurance: 'PENSION', side: 'PERSONAL', owed: fen(150), amount: fen(150) },
    ])
    expect(why.inputs.map(({ label, result }) => [label, result.value])).toEqual([
      ['ALLOCATED_TO_PERIOD', 155],
      ['CREDIT_USED', -55],
    ])
    expect(why.inputs[0]?.inputs.map(({ rule }) => rule)).toEqual(['TAKES_WHOLE', 'TAKES_REST'])
    expect(findFalseNodes(why)).toEqual([])
  })

  it('credit is read as money that is there', () => {
    const why = explainCredit([
      { kind: 'ALLOCATION', count: 2, amount: fen(370_300) },
      { kind: 'PAYMENT', count: 1, amount: fen(-400_000) },
    ])
    expect([why.label, amountOf(why)]).toEqual(['CREDIT_BALANCE', 29_700])
    expect(why.inputs.map(amountOf)).toEqual([400_000, -370_300])
  })

  it('a refund on a corrected wage: 10 000.00 was declared, 8 000.00 was right; pension 800.00 less 640.00', () => {
    const why = explainRefund(
      'OVER_DECLARED',
      [
        { insurance: 'PENSION', side: 'PERSONAL', amount: fen(16_000) },
        { insurance: 'MEDICAL', side: 'PERSONAL', amount: fen(4000) },
      ],
      { policy: july, person: { wage: fen(800_000) } },
    )
    expect(amountOf(why)).toBe(20_000)
    expect(why.inputs.map(({ inputs }) => inputs.map(amountOf))).toEqual([
      [80_000, 64_000],
      // 2 % of 8 000.00 and the large-amount part of 3.00.
      [20_300, 16_300],
    ])
    expect(findFalseNodes(why)).toEqual([])
  })
})

/** June and July 2024, late until 5 August: each month has its own floor, ceiling and due date. */
const backPayment = [
  {
    period: period('2024-06'),
    policy: beijing('2024-06'),
    people: [{ wage: fen(500_000) }],
    lateFee: { principal: fen(220_648), due: civilDate('2024-06-25'), until: civilDate('2024-08-05') },
  },
  {
    period: period('2024-07'),
    policy: july,
    people: [
      { wage: fen(1_000_000) },
      { wage: fen(1_000_000) },
      { wage: fen(500_000), participation: { MEDICAL: false, LARGE_MEDICAL: false } },
    ],
    lateFee: { principal: fen(900_000), due: civilDate('2024-07-25'), until: civilDate('2024-08-05') },
  },
]

describe('a back payment', () => {
  it('is each month under its own limits, people who pay the same together, and one late fee a month', () => {
    const why = explainBackPayment(backPayment)
    expect(findFalseNodes(why)).toEqual([])
    expect(why.inputs.map(({ label, params }) => [label, params])).toEqual([
      ['BACK_PAYMENT_MONTH', { period: '2024-06' }],
      ['BACK_PAYMENT_MONTH', { period: '2024-07' }],
    ])
    const [june, julyMonth] = why.inputs
    expect(june?.inputs.map(({ label }) => label)).toEqual(['TOTAL', 'LATE_FEE'])
    // 5 000.00 is below both floors: 6 326.00 until June, 6 821.00 from July.
    expect(basesOf(june)).toEqual([632_600])
    expect(basesOf(julyMonth)).toEqual([682_100, 1_000_000])
    // Two at 10 000.00 (3 703.00 each), and one on the floor without medical.
    expect(amountOf(julyMonth?.inputs[0] ?? why)).toBe(
      2 * 370_300 +
        amountOf(
          explainPerson(july, { wage: fen(500_000), participation: { MEDICAL: false, LARGE_MEDICAL: false } }).total,
        ),
    )
  })
})

describe('one figure of a back payment', () => {
  const whole = explainBackPayment(backPayment)
  const of = (figure: 'PREMIUM' | 'LATE_FEE', month?: string) =>
    backPaymentFigure(whole, figure, month === undefined ? undefined : period(month))

  it('is the premium or the late fee of a month, or of all of them', () => {
    const months = ['2024-06', '2024-07']
    for (const figure of ['PREMIUM', 'LATE_FEE'] as const) {
      const [june, july, all] = [...months.map((month) => of(figure, month)), of(figure)]
      expect(findFalseNodes(all ?? whole)).toEqual([])
      expect(amountOf(all ?? whole)).toBe(amountOf(june ?? whole) + amountOf(july ?? whole))
      expect(all?.inputs.map(({ params }) => params['period'])).toEqual(months)
    }
    expect([of('PREMIUM', '2024-07')?.label, of('LATE_FEE', '2024-07')?.label]).toEqual(['TOTAL', 'LATE_FEE'])
  })

  it('is missing for a month it does not have', () => expect(of('PREMIUM', '2024-08')).toBeUndefined())
})

const basesOf = (node: Explanation | undefined) =>
  [
    ...new Set(
      node
        ? allNodes(node)
            .filter(({ label }) => label === 'BASE')
            .map(amountOf)
        : [],
    ),
  ].toSorted((a, b) => a - b)

describe('fines', () => {
  it('show both ends of the range, and have no derivation outside it', () => {
    const fine: Fine = { kind: 'UNPAID', arrears: principal, orderExpired: true, amount: fen(500_000) }
    expect(explainFine(fine)?.inputs.map(amountOf)).toEqual([370_300, 1_110_900])
    expect(explainFine({ ...fine, amount: fen(1_110_901) })).toBeUndefined()
    const person: Fine = { kind: 'RESPONSIBLE_PERSON', orderExpired: true, amount: fen(100_000) }
    expect(explainFineRange(person).map(amountOf)).toEqual([50_000, 300_000])
  })
})

/** One tree of every kind, so that no label or rule goes unworded and no rule unchecked. */
/** Two years of an account, the second without its rate. */
function account(): Explanation {
  const row = accountRateRows(BEIJING).find(({ validFrom }) => validFrom === '2024-01')
  const rateOf = (year: number) => (row && year === 2024 ? { row, carriedOver: false } : undefined)
  const posted = [
    { month: period('2024-03'), amount: fen(80_000) },
    { month: period('2024-04'), amount: fen(20_000), transferred: true },
  ]
  return explainAccountYear(pensionAccount(posted, rateOf, 2025))
}

function everyTree(): Explanation[] {
  const unitRate = beijing('2024-07', 3000)
  const shares = [{ insurance: 'PENSION', side: 'EMPLOYER', amount: fen(12_345) } as const]
  const refund: RefundRequest = {
    reason: 'DUPLICATE',
    amount: fen(1000),
    personalShare: fen(300),
    received: fen(1500),
    alreadyRefunded: fen(200),
    benefitDrawn: false,
    toOriginalAccount: true,
    personalReceiptSigned: true,
  }
  const fixedOnly: ParameterRow[] = beijingRows.flatMap((row) =>
    row.name === 'FIXED_AMOUNT' || row.name === 'BASE_FLOOR' || row.name === 'BASE_CEILING'
      ? [row, ...(row.insurance === 'MEDICAL' ? [{ ...row, insurance: 'LARGE_MEDICAL' as const }] : [])]
      : [row],
  )
  const [before, after] = [beijing('2025-07'), beijing('2025-07')]
  const old = beijingRows.filter(({ validFrom, name }) => validFrom !== '2025-07' || !name.startsWith('BASE'))
  const billedOn = requirePolicy(old, BEIJING, period('2025-07'), 1)
  const floorEarner = { wage: fen(500_000) }
  const debts = [
    { period: period('2024-07'), shares: shares.map((s) => ({ ...s, outstanding: s.amount })), lateFee: fen(100) },
  ]
  const wholeMonth = explainRefund(
    'WRONG_PERSON',
    shares.map(({ insurance, side, amount }) => ({ insurance: insurance as 'PENSION', side, amount })),
  )
  const group = (people: number, base: number) => ({
    people,
    base: fen(base),
    employer: fen(base * 0.16),
    personal: fen(base * 0.08),
  })
  return [
    account(),
    explainPerson(july, { wagesLastYear: fen(13_123_450), monthsWorked: 12 }).total,
    explainPerson(july, { wage: fen(9_000_000), fixedAlreadyCharged: true }).total,
    explainPerson(unitRate, floorEarner).total,
    explainPerson(beijing('2027-01'), { average: fen(1_000_000) }).total,
    explainPerson(requirePolicy(fixedOnly, BEIJING, period('2024-07'), 1), floorEarner).total,
    explainLateFee(late),
    explainLateFee({ ...late, until: late.due }),
    explainLateFee({ ...late, until: addDays(late.due, 2001), cap: 'PRINCIPAL' }),
    explainLateFee({ ...late, until: civilDate('2024-08-16'), rule: 'SETTLED_MONTH' }),
    explainLateFee({
      ...late,
      principal: fen(1111),
      until: civilDate('2024-09-16'),
      pauses: [
        { from: civilDate('2024-08-01'), to: civilDate('2024-08-03') },
        { from: civilDate('2024-08-05'), to: civilDate('2024-08-06'), waiver: 'HM2024000001' },
      ],
      partPayments: [{ on: civilDate('2024-07-27'), amount: fen(100) }],
    }),
    // 1.40 and 1.40 fen: each alone rounds to 1, together they are 3.
    explainLateFee({
      ...late,
      principal: fen(1400),
      until: civilDate('2024-07-31'),
      partPayments: [{ on: civilDate('2024-07-27'), amount: fen(700) }],
    }),
    explainDeemed(fen(12_345), '2024-06'),
    explainDeemedMonth(period('2024-05'), [{ insurance: 'PENSION', employer: fen(12_345), personal: ZERO_FEN }]),
    explainDifferences(premiumDifference(billedOn, after, floorEarner)),
    explainPersonDifference(billedOn, before, floorEarner),
    explainBackPayment(backPayment),
    wholeMonth,
    explainRefund('OVER_DECLARED', [{ insurance: 'MEDICAL', side: 'PERSONAL', amount: fen(20_000) }], {
      policy: july,
      person: { wage: fen(800_000) },
    }),
    explainRefundable(refund),
    ...(['UNPAID', 'UNREGISTERED'] as const).flatMap(
      (kind) => explainFine({ kind, arrears: principal, orderExpired: true, amount: principal }) ?? [],
    ),
    explainFine({ kind: 'RESPONSIBLE_PERSON', orderExpired: true, amount: fen(50_000) }) ?? wholeMonth,
    explainAllocation(debts, fen(12_400)),
    explainAllocation(debts, fen(20_000)),
    explainPayment(fen(100), [
      { period: period('2024-07'), insurance: 'PENSION', side: 'PERSONAL', owed: fen(150), amount: fen(150) },
    ]),
    explainCredit([
      { kind: 'PAYMENT', count: 1, amount: fen(-1500) },
      { kind: 'ALLOCATION', count: 2, amount: fen(1000) },
    ]),
    explainBalance([
      { kind: 'ALLOCATION', count: 2, amount: fen(-1000) },
      { kind: 'CHARGE', count: 1, amount: fen(1500) },
    ]),
    explainOutstanding({
      charged: fen(1000),
      difference: fen(20),
      lateFee: fen(3),
      paid: fen(1),
      credited: fen(1),
      writtenOff: fen(1),
    }),
    explainOutstanding({ charged: ZERO_FEN, lateFee: ZERO_FEN, paid: fen(1) }),
    explainPersonSum({ paidBy: 'PERSONAL' }, { from: period('2024-10'), to: period('2025-04') }, certifiedMonths, 1),
    explainPersonSum('UNPAID', { from: period('2024-10'), to: period('2025-04') }, certifiedMonths, 2),
    explainUnitPaid(certifiedNotices, { listed: 2, inLines: 1 }),
    explainUnitOwed(certifiedNotices, { listed: 2, inLines: 1 }),
    explainNotice(july, [{ insurance: 'PENSION', groups: [group(3, 682_100), group(2, 700_000)] }], 1),
    explainNoticeSums([{ insurance: 'WORK_INJURY', employer: fen(2000), personal: ZERO_FEN }]),
    explainListSum(fen(1000), 3),
    explainListSum(fen(1000), 3, 'PENSION'),
    explainUnitAverage('averageMonthlyWageLastYear', fen(1000)),
    explainUnitAverage('averageBaseThisYear', fen(1000)),
    ...figures(explainNotice(july, [{ insurance: 'PENSION', groups: [group(3, 682_100), group(2, 700_000)] }], 1)),
    ...simulated(requirePolicy(fixedOnly, BEIJING, period('2024-07'), 1)),
    ...reconciled(),
  ]
}

/** People at every place between the limits, of units with the rate of their class and with rates of their own. */
function simulated(fixedOnly: Policy): Explanation[] {
  const tally = emptyTally()
  const amounts = { PENSION: fen(1), MEDICAL: fen(0), UNEMPLOYMENT: fen(0), WORK_INJURY: fen(0), MATERNITY: fen(0) }
  const insured = { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true }
  const months = [500_000, 1_000_000, 9_000_000].map((wage, index) => {
    return { individualId: `${index}`, averageWage: fen(wage), insured, employer: amounts, personal: amounts }
  })
  const after = [fixedOnly, july, beijing('2024-07', 2500), beijing('2024-07', 3000)]
  after.forEach((policy, unit) => addToTally(tally, `${unit}`, { before: null, after: policy }, months))
  finishTally(tally)
  const [before, total] = [explainSimulatedTotal(tally, 'before'), explainSimulatedTotal(tally, 'after')]
  return [explainChange(total, before), ...tally.bins.map(explainSimulatedBin)]
}

function reconciled(): Explanation[] {
  const largest = [
    { payer: 'A', reference: 'R-1', amount: fen(5) },
    { payer: null, reference: 'R-2', amount: fen(3) },
  ]
  const lines = { largest: [{ line: 1, amount: fen(5) }], count: 3, amount: fen(8) }
  return [
    explainDayReceipts('2026-10-12', { largest, count: 4, amount: fen(20) }),
    explainDaySum('2026-10-12', 'BANK', [{ outcome: 'MATCHED', largest, count: 2, amount: fen(8) }]),
    explainClosingBalance(fen(1), explainStatement('S', lines)),
    explainPaidOut(explainListSum(fen(1000), 3)),
  ]
}

function figures(notice: Explanation): Explanation[] {
  const bases = noticeFigure(notice, { label: 'BASE_SUM', insurance: 'PENSION' })
  return [explainNotices([notice, notice]), ...(bases === undefined ? [] : [bases])]
}

describe('every tree', () => {
  it('follows, node by node, from its inputs', () => {
    expect(everyTree().flatMap(findFalseNodes)).toEqual([])
  })

  it('together they use every label and every rule there is', () => {
    const nodes = everyTree().flatMap(allNodes)
    const unused = (codes: readonly string[], used: readonly string[]) => codes.filter((code) => !used.includes(code))
    expect(
      unused(
        LABEL_CODES,
        nodes.map(({ label }) => label),
      ),
    ).toEqual([])
    expect(
      unused(
        RULE_CODES,
        nodes.map(({ rule }) => rule),
      ),
    ).toEqual([])
  })

  it.each(LANGUAGES)('is worded in %s with no parameter left open and no code shown', (language) => {
    const text = everyTree()
      .flatMap((tree) => explanationLines(tree, language))
      .join('\n')
    expect(text).not.toMatch(/[{}]|undefined|NaN|null/u)
    expect(text).not.toMatch(/EMPLOYER|PERSONAL|PENSION|UNPAID|DUPLICATE|CHARGE|ALLOCATION|MATCHED|BANK/u)
  })
})
