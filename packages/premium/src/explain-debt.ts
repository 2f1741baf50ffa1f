import { DEEMED_PERCENT, deemedPremium } from './assessed.ts'
import type { DifferenceLine } from './difference.ts'
import { explain } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import type { Fen } from './fen.ts'
import { lateFee } from './late-fee.ts'
import type { LateFeeInput } from './late-fee.ts'

/** Principal × days × daily rate for every stretch of days, rounded once for the debt. */
export function explainLateFee(input: LateFeeInput): Explanation {
  const result = lateFee(input)
  const counting = input.rule === 'SETTLED_MONTH' ? 'DAYS_FROM_NEXT_MONTH' : 'DAYS_FROM_DUE_DATE'
  const stretches = result.segments.map((segment) =>
    explain('LATE_FEE_STRETCH', 'SIMPLE_DAILY', 'FEN', segment.fee, {
      params: { from: segment.from, to: segment.to },
      inputs: [
        explain('PRINCIPAL', 'DECLARED', 'FEN', segment.principal),
        explain('DAYS_LATE', counting, 'DAYS', segment.days, { params: { from: segment.from, to: segment.to } }),
        explain('DAILY_RATE', 'BY_LAW', 'PPM', segment.dailyRatePpm, {
          articles: [segment.dailyRatePpm > 500 ? { law: 'R259', article: 13 } : { law: 'SIL', article: 86 }],
        }),
      ],
      rounding: 'HALF_UP_FEN',
    }),
  )
  const rule = result.days === 0 ? 'NOT_LATE' : result.capped ? 'CAPPED_AT_PRINCIPAL' : 'SUM'
  return explain('LATE_FEE', rule, 'FEN', result.fee, {
    articles: [{ law: 'SIL', article: 86 }, ...(result.capped ? [{ law: 'ACL', article: 45 } as const] : [])],
    inputs: stretches,
    rounding: 'HALF_UP_FEN',
  })
}

export function explainDeemed(lastDeclared: Fen, basedOn: string): Explanation {
  return explain('DEEMED_PREMIUM', 'PERCENT_OF_LAST', 'FEN', deemedPremium(lastDeclared), {
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

export function explainDifference({ insurance, side, before, after, difference }: DifferenceLine): Explanation {
  const params = { insurance, side }
  return explain('DIFFERENCE', 'AFTER_LESS_BEFORE', 'FEN', difference, {
    params,
    inputs: [
      explain('AMOUNT_AFTER', 'ASSESSED', 'FEN', after, { params }),
      explain('AMOUNT_BEFORE', 'ASSESSED', 'FEN', before, { params }),
    ],
  })
}
