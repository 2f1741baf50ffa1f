import type { ParameterRow } from './parameter-row.ts'
import { injuryClassCategory, limitRows, projectDecision, rateRow, sampleOrigin, shippedRow } from './shipped-row.ts'
import type { Origin, Range } from './shipped-row.ts'

/**
 * Sample figures of Shanghai, payment year 2024, for the demo, the command line and the tests; no municipal notice was seen. Only
 * work-injury class 1 was found: other classes need the unit's own rate or a row from the office.
 */
export const SHANGHAI = '310000'

const sample: Origin = sampleOrigin('上海2024缴费年度', 'Shanghai, payment year 2024')

const OPEN: Range = { from: '2024-07', to: null }

export const shanghaiRows: readonly ParameterRow[] = [
  ...limitRows(SHANGHAI, 738_400, 3_692_100, { from: '2024-07', to: '2025-06' }, sample),

  rateRow(SHANGHAI, 'PENSION', 'EMPLOYER', 160_000, OPEN, sample),
  rateRow(SHANGHAI, 'PENSION', 'PERSONAL', 80_000, OPEN, sample),
  rateRow(SHANGHAI, 'UNEMPLOYMENT', 'EMPLOYER', 5000, OPEN, sample),
  rateRow(SHANGHAI, 'UNEMPLOYMENT', 'PERSONAL', 5000, OPEN, sample),
  rateRow(SHANGHAI, 'MEDICAL', 'EMPLOYER', 100_000, OPEN, sample),
  rateRow(SHANGHAI, 'MEDICAL', 'PERSONAL', 20_000, OPEN, sample),
  shippedRow(SHANGHAI, 'RATE_PPM', 1600, OPEN, sample, {
    insurance: 'WORK_INJURY',
    side: 'EMPLOYER',
    category: injuryClassCategory(1),
  }),

  shippedRow(SHANGHAI, 'MATERNITY_MODE', 'MERGED', OPEN, sample),
  shippedRow(SHANGHAI, 'ROUNDING', 'CEIL_JIAO', OPEN, sample),
  shippedRow(SHANGHAI, 'AVERAGE_ROUNDING', 'FEN', OPEN, projectDecision),
  shippedRow(SHANGHAI, 'PAYMENT_YEAR_START_MONTH', 7, OPEN, sample),
  shippedRow(SHANGHAI, 'LATE_FEE_RULE', 'DUE_DATE', OPEN, projectDecision),
  shippedRow(SHANGHAI, 'LATE_FEE_CAP', 'NONE', OPEN, projectDecision),
  shippedRow(SHANGHAI, 'DECLARATION_MODE', 'CARRY_FORWARD', OPEN, projectDecision),
]
