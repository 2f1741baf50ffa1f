import { derived } from './explain-balance.ts'
import type { Derived } from './explain-balance.ts'
import { explainNoticeSums } from './explain-notice.ts'
import type { NoticeSums } from './explain-notice.ts'
import { amountOf, explain, explainSum } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { fen, subtractFen, sumFen } from '@shebao/kernel'
import type { Fen, Side, Period } from '@shebao/kernel'

/** One month of a person: what was paid for it, or the derivation of that. */
export type PersonMonth = { readonly period: Period; readonly amount: Derived }

/** Which sum of a personal certificate: what one side paid, or what neither has. */
export type PersonSum = { readonly paidBy: Side } | 'UNPAID'

/**
 * What a person's months come to, as on a payment certificate: sum ← months of one derivation ← how many, and one of them in full.
 * Months on the same wage and parameters cost the same for the same reason, so three years are a few derivations. A month may appear
 * more than once (a difference, a back payment). Beyond `derivationsShown`, those of the fewest months are one sum.
 */
export function explainPersonSum(
  sum: PersonSum,
  { from, to }: { readonly from: Period; readonly to: Period },
  months: readonly PersonMonth[],
  derivationsShown: number,
): Explanation {
  const inOrder = months.toSorted((a, b) => a.period.localeCompare(b.period))
  const alike = [...Map.groupBy(inOrder, ({ amount }) => JSON.stringify(amount)).values()]
  const shown = new Set(alike.toSorted((a, b) => b.length - a.length).slice(0, derivationsShown))
  const others = alike.filter((group) => !shown.has(group)).flat()
  const inputs = alike.filter((group) => shown.has(group)).map(explainAlike)
  if (others.length > 0) inputs.push(explainOthers(others))
  return sum === 'UNPAID'
    ? explainSum('PERSON_UNPAID', inputs, { params: { from, to } })
    : explainSum('PERSON_SUM', inputs, { params: { from, to, side: sum.paidBy } })
}

function explainAlike(months: readonly PersonMonth[]): Explanation {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError('no month')
  const one = derived('MONTH_SUM', first.amount, { period: first.period })
  if (months.length === 1) return one
  return explain('MONTHS_ALIKE', 'MONTHS_TIMES_EACH', 'FEN', fen(amountOf(one) * months.length), {
    params: { from: first.period, to: last.period },
    inputs: [explain('MONTHS_COUNTED', 'BOOKED', 'MONTHS', months.length), one],
  })
}

function explainOthers(months: readonly PersonMonth[]): Explanation {
  const amount = sumFen(months.map((month) => amountOf(derived('MONTH_SUM', month.amount))))
  return explain('OTHER_MONTHS', 'BOOKED', 'FEN', amount, { params: { months: months.length } })
}

/** A notice as a unit's certificate counts it. */
export type CertifiedNotice = {
  readonly number: string
  readonly period: Period
  readonly lines: readonly NoticeSums[]
  readonly lateFee: Derived
  /** What has lowered it: paid or written off. */
  readonly settled: Fen
  /** Of that, what was written off. */
  readonly writtenOff: Fen
  /** Owed on the day of the certificate. */
  readonly open: Fen
}

/** How far a unit's certificate goes into its notices, the newest first; the others are one sum, or one amount each. */
export type NoticeDetail = { readonly listed: number; readonly inLines: number }

/** What a unit paid: charged ← notices ← lines and late fee, less what is open or was written off of them. */
export function explainUnitPaid(notices: readonly CertifiedNotice[], detail: NoticeDetail): Explanation {
  const charged = explainSum('UNIT_CHARGED', eachNotice(notices, detail, explainCharged))
  const unpaid = explainSum('UNIT_UNPAID', [
    ...eachNotice(
      notices.filter(({ open }) => open !== 0),
      detail,
      explainOpen,
    ),
    ...eachNotice(
      notices.filter(({ writtenOff }) => writtenOff !== 0),
      detail,
      explainWrittenOff,
    ),
  ])
  return explain('UNIT_PAID', 'CHARGED_LESS_UNPAID', 'FEN', subtractFen(amountOf(charged), amountOf(unpaid)), {
    inputs: [charged, unpaid],
  })
}

/** What a unit owes, notice by notice. */
export function explainUnitOwed(notices: readonly CertifiedNotice[], detail: NoticeDetail): Explanation {
  return explainSum(
    'UNIT_OWED',
    eachNotice(
      notices.filter(({ open }) => open !== 0),
      detail,
      explainOpen,
    ),
  )
}

type ExplainNotice = (notice: CertifiedNotice, inLines: boolean) => Explanation

function eachNotice(notices: readonly CertifiedNotice[], detail: NoticeDetail, one: ExplainNotice): Explanation[] {
  const newest = notices.toSorted((a, b) => b.period.localeCompare(a.period) || b.number.localeCompare(a.number))
  const listed = newest.slice(0, detail.listed).map((notice, index) => one(notice, index < detail.inLines))
  const others = newest.slice(detail.listed)
  if (others.length === 0) return listed
  const amount = sumFen(others.map((notice) => amountOf(one(notice, false))))
  return [...listed, explain('OTHER_NOTICES', 'BOOKED', 'FEN', amount, { params: { notices: others.length } })]
}

const explainCharged: ExplainNotice = ({ number, period, lines, lateFee }, inLines) => {
  const parts = [...explainNoticeSums(lines).inputs, derived('LATE_FEE', lateFee)]
  const whole = explainSum('NOTICE_CHARGED', parts, { params: { period, number } })
  return inLines ? whole : explain('NOTICE_CHARGED', 'BOOKED', 'FEN', amountOf(whole), { params: whole.params })
}

const explainOpen: ExplainNotice = (notice, inLines) => {
  const { number, period, settled, open } = notice
  return explain('NOTICE_OPEN', 'DUE_LESS_SETTLED', 'FEN', open, {
    params: { period, number },
    inputs: [explainCharged(notice, inLines), explain('AMOUNT_SETTLED', 'BOOKED', 'FEN', settled)],
  })
}

const explainWrittenOff: ExplainNotice = ({ number, period, writtenOff }) =>
  explain('NOTICE_WRITTEN_OFF', 'BOOKED', 'FEN', writtenOff, { params: { period, number } })
