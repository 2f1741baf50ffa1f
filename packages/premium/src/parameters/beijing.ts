import type { ParameterRow } from './parameter-row.ts'
import { injuryRateRows, limitRows, projectDecision, rateRow, sampleOrigin, shippedRow } from './shipped-row.ts'
import type { Origin, Range } from './shipped-row.ts'

/**
 * Sample figures of Beijing, payment years 2023 to 2025, for the demo, the command line and the tests. The numbers of the
 * municipal notices were not seen, so `docNo` stays empty and nothing of it counts as verified, but the national rates of
 * the work-injury classes.
 */
export const BEIJING = '110000'

const sample: Origin = sampleOrigin('北京2023至2025缴费年度', 'Beijing, payment years 2023 to 2025')
const injury: Origin = {
  docNo: '人社部发〔2015〕71号',
  publishedOn: null,
  source:
    '《关于调整工伤保险费率政策的通知》，八类行业的全国基准费率 | 《关于调整工伤保险费率政策的通知》 (notice on adjusting work-injury rates): national base rates of the eight classes',
  verified: true,
}
const OPEN: Range = { from: '2023-07', to: null }

export const beijingRows: readonly ParameterRow[] = [
  ...limitRows(BEIJING, 632_600, 3_389_100, { from: '2023-07', to: '2024-06' }, sample),
  ...limitRows(BEIJING, 682_100, 3_528_300, { from: '2024-07', to: '2025-06' }, sample),
  ...limitRows(BEIJING, 716_200, 3_581_100, { from: '2025-07', to: '2026-06' }, sample),

  rateRow(BEIJING, 'PENSION', 'EMPLOYER', 160_000, OPEN, sample),
  rateRow(BEIJING, 'PENSION', 'PERSONAL', 80_000, OPEN, sample),
  rateRow(BEIJING, 'UNEMPLOYMENT', 'EMPLOYER', 5000, OPEN, sample),
  rateRow(BEIJING, 'UNEMPLOYMENT', 'PERSONAL', 5000, OPEN, sample),
  // 9.8 % already contains maternity; adding 0.8 % again would be a double count.
  rateRow(BEIJING, 'MEDICAL', 'EMPLOYER', 98_000, OPEN, sample),
  rateRow(BEIJING, 'MEDICAL', 'PERSONAL', 20_000, OPEN, sample),
  shippedRow(BEIJING, 'FIXED_AMOUNT', 300, OPEN, sample, { insurance: 'MEDICAL', side: 'PERSONAL' }),
  ...injuryRateRows(BEIJING, OPEN, injury),

  shippedRow(BEIJING, 'MATERNITY_MODE', 'MERGED', OPEN, sample),
  shippedRow(BEIJING, 'ROUNDING', 'HALF_UP_FEN', OPEN, projectDecision),
  shippedRow(BEIJING, 'AVERAGE_ROUNDING', 'FEN', OPEN, projectDecision),
  shippedRow(BEIJING, 'PAYMENT_YEAR_START_MONTH', 7, OPEN, sample),
  shippedRow(BEIJING, 'LATE_FEE_RULE', 'DUE_DATE', OPEN, projectDecision),
  shippedRow(BEIJING, 'LATE_FEE_CAP', 'NONE', OPEN, projectDecision),
  shippedRow(BEIJING, 'DECLARATION_MODE', 'CARRY_FORWARD', OPEN, projectDecision),

  shippedRow(BEIJING, 'MINIMUM_WAGE', 232_000, { from: '2021-08', to: '2023-08' }, sample),
  shippedRow(BEIJING, 'MINIMUM_WAGE', 242_000, { from: '2023-09', to: '2025-08' }, sample),
  shippedRow(BEIJING, 'MINIMUM_WAGE', 254_000, { from: '2025-09', to: null }, sample),
]
