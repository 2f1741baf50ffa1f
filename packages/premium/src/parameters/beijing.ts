import type { ParameterRow } from '../parameter-row.ts'
import { injuryRateRows, limitRows, rateRow, shippedRow } from './shipped-row.ts'
import type { Origin, Range } from './shipped-row.ts'

/**
 * Beijing, payment years 2023 to 2025 (domain specification 2.2 and 2.3). The limits come from public calculators that
 * agree with each other; the numbers of the municipal notices were not seen, so `docNo` stays empty until the office
 * enters them.
 */
export const BEIJING = '110000'

const limits: Origin = {
  docNo: null,
  publishedOn: null,
  source: 'github.com/linianhui/blog 67057319 src/tool/tax/insurances.js',
  verified: true,
}
const limits2024: Origin = { ...limits, source: `${limits.source}; confirmed by two more repositories` }
const rates: Origin = { ...limits, source: 'github.com/linianhui/blog 67057319, Beijing 2023-2025' }
const medical: Origin = {
  ...limits,
  source: 'github.com/linianhui/blog 67057319; 2 % + 3 yuan form confirmed by gist gaomd/f3716b86',
}
const injury: Origin = {
  docNo: '人社部发〔2015〕71号',
  publishedOn: null,
  source: '八类行业基准费率 (national base rates of the eight classes)',
  verified: true,
}
const projectDecision: Origin = {
  docNo: null,
  publishedOn: null,
  source: '项目约定，由经办机构确定 (project decision, to be set by the office)',
  verified: true,
}
const unverified: Origin = {
  docNo: null,
  publishedOn: null,
  source: '仅用于提示 (used only for warnings)',
  verified: false,
}

const OPEN: Range = { from: '2023-07', to: null }

export const beijingRows: readonly ParameterRow[] = [
  ...limitRows(BEIJING, 632_600, 3_389_100, { from: '2023-07', to: '2024-06' }, limits),
  ...limitRows(BEIJING, 682_100, 3_528_300, { from: '2024-07', to: '2025-06' }, limits2024),
  ...limitRows(BEIJING, 716_200, 3_581_100, { from: '2025-07', to: '2026-06' }, limits),

  rateRow(BEIJING, 'PENSION', 'EMPLOYER', 160_000, OPEN, rates),
  rateRow(BEIJING, 'PENSION', 'PERSONAL', 80_000, OPEN, rates),
  rateRow(BEIJING, 'UNEMPLOYMENT', 'EMPLOYER', 5000, OPEN, rates),
  rateRow(BEIJING, 'UNEMPLOYMENT', 'PERSONAL', 5000, OPEN, rates),
  // 9.8 % already contains maternity; adding 0.8 % again would be a double count.
  rateRow(BEIJING, 'MEDICAL', 'EMPLOYER', 98_000, OPEN, rates),
  rateRow(BEIJING, 'MEDICAL', 'PERSONAL', 20_000, OPEN, medical),
  shippedRow(BEIJING, 'FIXED_AMOUNT', 300, OPEN, medical, { insurance: 'MEDICAL', side: 'PERSONAL' }),
  ...injuryRateRows(BEIJING, OPEN, injury),

  shippedRow(BEIJING, 'MATERNITY_MODE', 'MERGED', OPEN, rates),
  shippedRow(BEIJING, 'ROUNDING', 'HALF_UP_FEN', OPEN, projectDecision),
  shippedRow(BEIJING, 'AVERAGE_ROUNDING', 'FEN', OPEN, projectDecision),
  shippedRow(BEIJING, 'PAYMENT_YEAR_START_MONTH', 7, OPEN, limits),
  shippedRow(BEIJING, 'LATE_FEE_RULE', 'DUE_DATE', OPEN, projectDecision),
  shippedRow(BEIJING, 'LATE_FEE_CAP', 'NONE', OPEN, projectDecision),
  shippedRow(BEIJING, 'DECLARATION_MODE', 'CARRY_FORWARD', OPEN, projectDecision),

  shippedRow(BEIJING, 'MINIMUM_WAGE', 232_000, { from: '2021-08', to: '2023-08' }, unverified),
  shippedRow(BEIJING, 'MINIMUM_WAGE', 242_000, { from: '2023-09', to: '2025-08' }, unverified),
  shippedRow(BEIJING, 'MINIMUM_WAGE', 254_000, { from: '2025-09', to: null }, unverified),
]
