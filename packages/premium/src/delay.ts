import { addDays, addFen, fen } from '@shebao/kernel'
import type { CivilDate, Fen, Period } from '@shebao/kernel'
import { deemUndeclaredMonth, settleDeemed } from './assessed.ts'
import type { DeclarationMode, MonthOnRecord, Settlement } from './assessed.ts'
import { explainDeemedMonth, explainFineRange } from './explain/explain-claims.ts'
import { explainLateFee } from './explain/explain-debt.ts'
import { amountOf } from './explain/explanation.ts'
import type { Article, Explanation } from './explain/explanation.ts'
import type { NoticeSums } from './explain/explain-notice.ts'
import { lateFee } from './claims/late-fee.ts'
import type { LateFeeCap, LateFeeRule } from './claims/late-fee.ts'

/** A debt that may be paid late. */
export type DelayedDebt = {
  readonly principal: Fen
  /** Last day on which paying is not late. */
  readonly due: CivilDate
  readonly rule: LateFeeRule
  readonly cap: LateFeeCap
}

export type Delay = {
  readonly paidOn: CivilDate
  /** Days that count, which the local rule may begin later than the due date. */
  readonly days: number
  readonly fee: Fen
  /** What one day of it adds. */
  readonly perDay: Fen
  /** Premium and late fee. */
  readonly total: Fen
  readonly why: Explanation
  readonly whyPerDay: Explanation
  /** Lowest and highest fine, should it still be unpaid when an order to pay expires (SIL 86). */
  readonly fine: readonly [lowest: Explanation, highest: Explanation]
}

/** The longest delay that is worked out: a year and a day, so that every month of it can be seen. */
export const DELAY_DAYS_AT_MOST = 366

/** What paying this many days after the due date costs more (SIL 86). */
export function delayOf({ principal, due, rule, cap }: DelayedDebt, days: number): Delay {
  if (!Number.isInteger(days) || days < 0 || days > DELAY_DAYS_AT_MOST)
    throw new RangeError(`not a number of days of delay: ${days}`)
  const paidOn = addDays(due, days)
  const input = { principal, due, rule, cap }
  const why = explainLateFee({ ...input, until: paidOn })
  const whyPerDay = explainLateFee({ principal, due, until: addDays(due, 1) })
  const fee = amountOf(why)
  return {
    paidOn,
    days: lateFee({ ...input, until: paidOn }).days,
    fee,
    perDay: amountOf(whyPerDay),
    total: addFen(principal, fee),
    why,
    whyPerDay,
    fine: explainFineRange({ kind: 'UNPAID', arrears: principal, orderExpired: true, amount: principal }),
  }
}

/** A month whose declaration does not come before the cut-off. */
export type UnfiledQuestion = {
  readonly period: Period
  readonly mode: DeclarationMode
  /** Somebody is insured in it. */
  readonly obligationExists: boolean
  /** The last month that was declared, by insurance; nothing where none ever was. */
  readonly lastDeclared: { readonly period: Period; readonly lines: readonly NoticeSums[] } | undefined
  /** What the month costs with what would have been filed, where that is known. */
  readonly asFiled: Fen | undefined
  /** What it costs as the register stands. */
  readonly asRegistered: Fen | undefined
}

export type Unfiled =
  | { readonly kind: 'NO_OBLIGATION' }
  /** Where only changes are declared: the month is billed by the register, and the changes count a month later. */
  | { readonly kind: 'AS_REGISTERED'; readonly amount: Fen; readonly more: Fen | undefined }
  | {
      readonly kind: 'DEEMED'
      readonly amount: Fen
      readonly basedOn: Period
      readonly why: Explanation
      /** Against filing in time. */
      readonly more: Fen | undefined
      /** What filing later gives back, or adds. */
      readonly later: Settlement | undefined
    }
  /** Nothing was ever declared: the office sets an amount with its grounds. */
  | { readonly kind: 'BUREAU_AMOUNT_NEEDED' }
  /** The office has no parameters to bill by. */
  | { readonly kind: 'UNKNOWN' }

/** What not filing a month comes to (SIL 62, R259 10; 3.1 where only changes are declared). */
export function unfiledMonth(asked: UnfiledQuestion): Unfiled {
  if (!asked.obligationExists) return { kind: 'NO_OBLIGATION' }
  if (asked.mode === 'CARRY_FORWARD') {
    const { asRegistered: amount, asFiled } = asked
    if (amount === undefined) return { kind: 'UNKNOWN' }
    return { kind: 'AS_REGISTERED', amount, more: asFiled === undefined ? undefined : fen(amount - asFiled) }
  }
  const { lastDeclared, asFiled } = asked
  const outcome = deemUndeclaredMonth({
    period: asked.period,
    obligationExists: true,
    mode: asked.mode,
    history: lastDeclared ? [onRecord(lastDeclared)] : [],
  })
  if (outcome.kind !== 'DEEMED' || !lastDeclared) return { kind: 'BUREAU_AMOUNT_NEEDED' }
  return {
    kind: 'DEEMED',
    amount: outcome.total,
    basedOn: outcome.basedOn,
    why: explainDeemedMonth(outcome.basedOn, lastDeclared.lines),
    more: asFiled === undefined ? undefined : fen(outcome.total - asFiled),
    later: asFiled === undefined ? undefined : settleDeemed(outcome.total, asFiled),
  }
}

function onRecord({ period, lines }: NonNullable<UnfiledQuestion['lastDeclared']>): MonthOnRecord {
  return {
    period,
    kind: 'DECLARED',
    shares: lines.flatMap(({ insurance, employer, personal }) => [
      { insurance, side: 'EMPLOYER' as const, amount: employer },
      { insurance, side: 'PERSONAL' as const, amount: personal },
    ]),
  }
}

export const CONSEQUENCES = ['DEEMED', 'LATE_FEE', 'ORDER', 'ACCOUNTS', 'FINE', 'SEIZURE'] as const
export type Consequence = {
  readonly code: (typeof CONSEQUENCES)[number]
  readonly articles: readonly Article[]
  /** First day on which it comes by itself; nothing for what the office or a court has to order. */
  readonly from: CivilDate | undefined
}

/** What the law attaches to being late, in the order in which it comes; deeming only where every month is declared by itself. */
export function consequencesOfDelay(asked: {
  mode: DeclarationMode
  cutOff: CivilDate
  due: CivilDate
}): Consequence[] {
  const sil = (article: number): Article => ({ law: 'SIL', article })
  const deemed: Consequence = {
    code: 'DEEMED',
    articles: [sil(62), { law: 'R259', article: 10 }],
    from: addDays(asked.cutOff, 1),
  }
  return [
    ...(asked.mode === 'MONTHLY_SELF' ? [deemed] : []),
    { code: 'LATE_FEE', articles: [sil(86)], from: addDays(asked.due, 1) },
    { code: 'ORDER', articles: [sil(63), sil(86)], from: undefined },
    { code: 'ACCOUNTS', articles: [sil(63)], from: undefined },
    { code: 'FINE', articles: [sil(86)], from: undefined },
    { code: 'SEIZURE', articles: [sil(63)], from: undefined },
  ]
}
