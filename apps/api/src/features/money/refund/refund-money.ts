import { fen, FIVE_INSURANCES, period, sumFen, subtractFen, ZERO_FEN } from '@shebao/kernel'
import { assessPerson, refundShares } from '@shebao/premium'
import type { Fen, FiveInsurance, Side } from '@shebao/kernel'
import type { PersonInput, Policy, RefundFacts, RefundShare, RefundSource } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { policyOfUnit } from '../policy/index.ts'
import { creditOf, findEmployerBalance, lockBalance, suspense } from '../ledger/index.ts'
import { findSetAside, listMonthRows, lockMonth } from './refund-source.repository.ts'
import type { MonthOfPerson, MonthRow } from '../month/index.ts'

/** What a refund is asked of; the ids say which. */
export interface Subject {
  source: RefundSource
  employerId: string | null
  individualId?: string | null
  period?: string | null
  paymentId?: string | null
  itemId?: string | null
}

/** The money a refund can be made of, as it stands now. */
export interface Money {
  received: Fen
  alreadyRefunded: Fen
  /** What is left of each share of a month; empty for money that is no month's. */
  left: readonly RefundShare[]
  rows: readonly MonthRow[]
}

type AmountColumn = {
  [Key in keyof MonthRow]: MonthRow[Key] extends number
    ? Key extends `${string}${'Employer' | 'Personal'}`
      ? Key
      : never
    : never
}[keyof MonthRow]

export const amountColumns: readonly (readonly [AmountColumn, FiveInsurance, Side])[] = [
  ['pensionEmployer', 'PENSION', 'EMPLOYER'],
  ['pensionPersonal', 'PENSION', 'PERSONAL'],
  ['medicalEmployer', 'MEDICAL', 'EMPLOYER'],
  ['medicalPersonal', 'MEDICAL', 'PERSONAL'],
  ['unemploymentEmployer', 'UNEMPLOYMENT', 'EMPLOYER'],
  ['unemploymentPersonal', 'UNEMPLOYMENT', 'PERSONAL'],
  ['workInjuryEmployer', 'WORK_INJURY', 'EMPLOYER'],
  ['maternityEmployer', 'MATERNITY', 'EMPLOYER'],
]

export const baseColumns = {
  PENSION: 'pensionBase',
  MEDICAL: 'medicalBase',
  UNEMPLOYMENT: 'unemploymentBase',
  WORK_INJURY: 'workInjuryBase',
  MATERNITY: 'maternityBase',
} as const satisfies Record<FiveInsurance, keyof MonthRow>

/** Rows whose money came in; an unpaid or written-off month has none. */
const cameIn = (row: MonthRow) => ['PAID', 'BACK_PAID', 'REFUNDED'].includes(row.status)

/** `lock`: held until the transaction ends, so that the same money does not leave twice. */
export async function loadMoney(platform: Platform, subject: Subject, lock: boolean): Promise<Money> {
  if (subject.source === 'MONTH') return loadMonthMoney(platform, monthOf(subject), lock)
  if (subject.source === 'CREDIT') return { ...(await loadCredit(platform, subject, lock)), left: [], rows: [] }
  if (lock) await lockBalance(platform, suspense.code)
  const found = await findSetAside(platform, subject)
  const received = fen(found?.received ?? 0)
  return { received, alreadyRefunded: subtractFen(received, fen(found?.left ?? 0)), left: [], rows: [] }
}

export function monthOf({ individualId, employerId, period: month }: Subject): MonthOfPerson {
  if (!individualId || !employerId || !month) throw new Error('A refund of a month names person, employer and month.')
  return { individualId, employerId, period: month }
}

async function loadMonthMoney(platform: Platform, month: MonthOfPerson, lock: boolean): Promise<Money> {
  if (lock) await lockMonth(platform, month)
  const rows = (await listMonthRows(platform, month)).filter(cameIn)
  const refunds = rows.filter(({ kind }) => kind === 'REFUND')
  const left = amountColumns.map(([column, insurance, side]) => ({
    insurance,
    side,
    amount: fen(rows.reduce((sum, row) => sum + row[column], 0)),
  }))
  const total = (of: readonly MonthRow[]) =>
    fen(of.reduce((sum, row) => sum + amountColumns.reduce((part, [column]) => part + row[column], 0), 0))
  // A difference in the employer's favour was credited already: it counts as less received.
  return {
    received: total(rows.filter(({ kind }) => kind !== 'REFUND')),
    alreadyRefunded: subtractFen(ZERO_FEN, total(refunds)),
    left,
    rows,
  }
}

async function loadCredit(platform: Platform, { employerId }: Subject, lock: boolean) {
  if (!employerId) throw new Error('A credit is an employer’s.')
  const received = lock
    ? fen(Math.max(0, -Number(await lockBalance(platform, creditOf(employerId).code))))
    : (await findEmployerBalance(platform, employerId)).credit
  return { received, alreadyRefunded: ZERO_FEN }
}

export interface MonthShare extends RefundShare {
  /** What the insurance's base becomes less by; never positive. */
  baseChange: Fen
}

export type MonthShares =
  | { ok: true; shares: MonthShare[]; amount: Fen; personalShare: Fen }
  | { ok: false; code: 'NOTHING_TOO_MUCH' | 'WAGE_NOT_LOWER' }

/**
 * What goes back of a month: all that is left of it, or what is left above the premium on the wage that should have been
 * declared, by the engine and the parameters of that month.
 */
export async function sharesToRefund(
  platform: Platform,
  month: MonthOfPerson,
  { left, rows }: Money,
  correctedWage: Fen | undefined,
): Promise<MonthShares> {
  const corrected = correctedWage === undefined ? undefined : await correctedMonth(platform, month, rows, correctedWage)
  const due = corrected && assessPerson(corrected.policy, corrected.person)
  const result = refundShares(left, due?.lines)
  if (!result.ok) return result
  const shares = result.shares.map((share) => ({
    ...share,
    baseChange: fen((due?.bases[share.insurance] ?? 0) - baseOf(rows, share.insurance)),
  }))
  return { ...result, shares }
}

const baseOf = (rows: readonly MonthRow[], insurance: FiveInsurance) =>
  rows.reduce((sum, row) => sum + row[baseColumns[insurance]], 0)

/** The person as the month should have been declared; with `knownAt` under the parameters published until then. */
export async function correctedMonth(
  platform: Platform,
  month: MonthOfPerson,
  rows: readonly MonthRow[],
  wage: Fen,
  knownAt?: Date,
): Promise<{ policy: Policy; person: PersonInput }> {
  const takesPart = Object.fromEntries(FIVE_INSURANCES.map((insurance) => [insurance, baseOf(rows, insurance) > 0]))
  return {
    policy: (await policyOfUnit(platform, month.employerId, period(month.period), knownAt && { at: knownAt })).policy,
    person: { average: wage, participation: { ...takesPart, LARGE_MEDICAL: baseOf(rows, 'MEDICAL') > 0 } },
  }
}

/** The facts the guards ask for; `toOriginalAccount` is known only when the money leaves. */
export function factsOf(
  refund: {
    amount: bigint | number
    personalShare: bigint | number
    benefitDrawn: boolean | null
    receiptSigned: boolean
  },
  money: Money,
  toOriginalAccount: boolean | null,
): RefundFacts {
  return {
    amount: fen(Number(refund.amount)),
    personalShare: fen(Number(refund.personalShare)),
    received: money.received,
    alreadyRefunded: money.alreadyRefunded,
    benefitDrawn: refund.benefitDrawn,
    toOriginalAccount,
    personalReceiptSigned: refund.receiptSigned,
  }
}

/** Whether every share is still there: the whole could be while one share is not. */
export function sharesAreLeft(shares: readonly RefundShare[], { left }: Money): boolean {
  return shares.every(({ insurance, side, amount }) => {
    const share = left.find((each) => each.insurance === insurance && each.side === side)
    return share !== undefined && share.amount >= amount
  })
}

export const leftOf = ({ received, alreadyRefunded }: Pick<Money, 'received' | 'alreadyRefunded'>): Fen =>
  sumFen([received, subtractFen(ZERO_FEN, alreadyRefunded)])
