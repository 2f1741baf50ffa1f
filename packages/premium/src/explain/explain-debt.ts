import { DEEMED_PERCENT, deemedPremium } from '../assessed.ts'
import type { ShareAmount } from '../assessed.ts'
import type { DifferenceLine } from '../claims/difference.ts'
import { explain, explainSum } from './explanation.ts'
import type { Article, Explanation } from './explanation.ts'
import type { LabelCode } from './explanation-codes.ts'
import { mulDivHalfUp, PPM } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { lateFee } from '../claims/late-fee.ts'
import type { LateFeeInput, LateFeeSegment } from '../claims/late-fee.ts'

/**
 * Principal × days × daily rate for every stretch of days, rounded once for the debt: a stretch that is not the first
 * takes the fraction of a fen of those before it along, and its rule says so wherever that shows. Days without fee under
 * a deferral or a waiver stand between the stretches; a cap stands above them.
 */
export function explainLateFee(input: LateFeeInput): Explanation {
  const { fee, capped } = lateFee(input)
  const uncapped = lateFee({ ...input, cap: 'NONE' })
  const stretches = uncapped.segments.map((segment) => explainStretch(segment, input))
  const inputs = [...stretches, ...explainPauses(input)].toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
  if (!capped) {
    const rule = inputs.length === 0 ? 'NOT_LATE' : 'SUM'
    return explain('LATE_FEE', rule, 'FEN', fee, { articles: [LATE_FEE_LAW], inputs, rounding: 'HALF_UP_FEN' })
  }
  return explain('LATE_FEE', 'CAPPED_AT_PRINCIPAL', 'FEN', fee, {
    articles: [LATE_FEE_LAW, { law: 'ACL', article: 45 }],
    inputs: [
      explainSum('LATE_FEE_UNCAPPED', inputs, { rounding: 'HALF_UP_FEN' }),
      explain('PRINCIPAL', 'DECLARED', 'FEN', input.principal),
    ],
  })
}

const LATE_FEE_LAW: Article = { law: 'SIL', article: 86 }

function explainStretch({ from, to, days, principal, dailyRatePpm, fee }: LateFeeSegment, { rule }: LateFeeInput) {
  const counting = rule === 'SETTLED_MONTH' ? 'DAYS_FROM_NEXT_MONTH' : 'DAYS_FROM_DUE_DATE'
  const alone = mulDivHalfUp(principal, days * dailyRatePpm, PPM)
  return explain('LATE_FEE_STRETCH', alone === fee ? 'SIMPLE_DAILY' : 'SIMPLE_DAILY_CARRIED', 'FEN', fee, {
    params: { from, to },
    inputs: [
      explain('PRINCIPAL', 'DECLARED', 'FEN', principal),
      explain('DAYS_LATE', counting, 'DAYS', days, { params: { from, to } }),
      explain('DAILY_RATE', 'BY_LAW', 'PPM', dailyRatePpm, {
        articles: [dailyRatePpm > 500 ? { law: 'R259', article: 13 } : LATE_FEE_LAW],
      }),
    ],
    rounding: 'HALF_UP_FEN',
  })
}

/** The deferrals and waivers that take days out of what would have been late. */
function explainPauses(input: LateFeeInput): Explanation[] {
  const { pauses: _, ...withoutPauses } = input
  const late = lateFee({ ...withoutPauses, cap: 'NONE' }).segments
  const [first, last] = [late[0]?.from, late.at(-1)?.to]
  if (first === undefined || last === undefined) return []
  return (input.pauses ?? [])
    .filter(({ from, to }) => from <= last && to >= first)
    .map(({ from, to, waiver }) =>
      waiver === undefined
        ? explain('LATE_FEE_PAUSE', 'DEFERRED', 'FEN', 0, { params: { from, to } })
        : explain('LATE_FEE_WAIVED', 'WAIVED_BY_DECISION', 'FEN', 0, { params: { from, to, number: waiver } }),
    )
}

function startOf({ params }: Explanation): string {
  return String(params['from'])
}

export function explainDeemed(lastDeclared: Fen, basedOn: string): Explanation {
  return deemedNode('DEEMED_PREMIUM', {}, lastDeclared, basedOn)
}

/** One insurance and side of an assessed month. */
export function explainDeemedShare({ insurance, side, amount }: ShareAmount, basedOn: string): Explanation {
  return deemedNode('DEEMED_LINE', { insurance, side }, amount, basedOn)
}

function deemedNode(label: LabelCode, params: Explanation['params'], lastDeclared: Fen, basedOn: string): Explanation {
  return explain(label, 'PERCENT_OF_LAST', 'FEN', deemedPremium(lastDeclared), {
    params,
    articles: [
      { law: 'SIL', article: 62 },
      { law: 'R259', article: 10 },
    ],
    inputs: [
      explain('LAST_DECLARED', 'DECLARED', 'FEN', lastDeclared, { params: { period: basedOn } }),
      explain('DEEMED_PERCENT', 'BY_LAW', 'PERCENT', DEEMED_PERCENT),
    ],
    rounding: 'HALF_UP_FEN',
  })
}

/** Billed and due of one line; with the derivation of each where the caller has it. */
export function explainDifference(
  { insurance, side, before, after, difference }: DifferenceLine,
  why: { readonly before?: Explanation | undefined; readonly after?: Explanation | undefined } = {},
): Explanation {
  const params = { insurance, side }
  const assessed = (label: LabelCode, amount: Fen, line: Explanation | undefined) =>
    explain(label, 'ASSESSED', 'FEN', amount, { params, inputs: line === undefined ? [] : [line] })
  return explain('DIFFERENCE', 'AFTER_LESS_BEFORE', 'FEN', difference, {
    params,
    inputs: [assessed('AMOUNT_AFTER', after, why.after), assessed('AMOUNT_BEFORE', before, why.before)],
  })
}
