import type { ParameterRow } from './parameter-row.ts'
import { injuryRateRows, limitRows, projectDecision, rateRow, shippedRow } from './shipped-row.ts'
import type { Origin, Range } from './shipped-row.ts'

/**
 * Beijing, payment years 2023 to 2025 (domain specification 2.2 and 2.3). The limits come from public calculators that
 * agree with each other; the numbers of the municipal notices were not seen, so `docNo` stays empty until the office
 * enters them.
 */
export const BEIJING = '110000'

const file = 'github.com/linianhui/blog 67057319 src/tool/tax/insurances.js'

const calculator: Origin = {
  docNo: null,
  publishedOn: null,
  source: `公开计算器：${file} | public calculator: ${file}`,
  verified: true,
}
const confirmed: Origin = {
  ...calculator,
  source: `公开计算器：${file}；另有两个代码库相符 | public calculator: ${file}; two more repositories agree`,
}
const medical: Origin = {
  ...calculator,
  source: `公开计算器：${file}；“2%加3元”与 gist gaomd/f3716b86 相符 | public calculator: ${file}; 2 % and 3 yuan confirmed by gist gaomd/f3716b86`,
}
const injury: Origin = {
  docNo: '人社部发〔2015〕71号',
  publishedOn: null,
  source:
    '《关于调整工伤保险费率政策的通知》，八类行业的全国基准费率 | 《关于调整工伤保险费率政策的通知》 (notice on adjusting work-injury rates): national base rates of the eight classes',
  verified: true,
}
const unverified: Origin = {
  docNo: null,
  publishedOn: null,
  source: '仅用于提示 | used only for warnings',
  verified: false,
}

const OPEN: Range = { from: '2023-07', to: null }

export const beijingRows: readonly ParameterRow[] = [
  ...limitRows(BEIJING, 632_600, 3_389_100, { from: '2023-07', to: '2024-06' }, calculator),
  ...limitRows(BEIJING, 682_100, 3_528_300, { from: '2024-07', to: '2025-06' }, confirmed),
  ...limitRows(BEIJING, 716_200, 3_581_100, { from: '2025-07', to: '2026-06' }, calculator),

  rateRow(BEIJING, 'PENSION', 'EMPLOYER', 160_000, OPEN, calculator),
  rateRow(BEIJING, 'PENSION', 'PERSONAL', 80_000, OPEN, calculator),
  rateRow(BEIJING, 'UNEMPLOYMENT', 'EMPLOYER', 5000, OPEN, calculator),
  rateRow(BEIJING, 'UNEMPLOYMENT', 'PERSONAL', 5000, OPEN, calculator),
  // 9.8 % already contains maternity; adding 0.8 % again would be a double count.
  rateRow(BEIJING, 'MEDICAL', 'EMPLOYER', 98_000, OPEN, calculator),
  rateRow(BEIJING, 'MEDICAL', 'PERSONAL', 20_000, OPEN, medical),
  shippedRow(BEIJING, 'FIXED_AMOUNT', 300, OPEN, medical, { insurance: 'MEDICAL', side: 'PERSONAL' }),
  ...injuryRateRows(BEIJING, OPEN, injury),

  shippedRow(BEIJING, 'MATERNITY_MODE', 'MERGED', OPEN, calculator),
  shippedRow(BEIJING, 'ROUNDING', 'HALF_UP_FEN', OPEN, projectDecision),
  shippedRow(BEIJING, 'AVERAGE_ROUNDING', 'FEN', OPEN, projectDecision),
  shippedRow(BEIJING, 'PAYMENT_YEAR_START_MONTH', 7, OPEN, calculator),
  shippedRow(BEIJING, 'LATE_FEE_RULE', 'DUE_DATE', OPEN, projectDecision),
  shippedRow(BEIJING, 'LATE_FEE_CAP', 'NONE', OPEN, projectDecision),
  shippedRow(BEIJING, 'DECLARATION_MODE', 'CARRY_FORWARD', OPEN, projectDecision),

  shippedRow(BEIJING, 'MINIMUM_WAGE', 232_000, { from: '2021-08', to: '2023-08' }, unverified),
  shippedRow(BEIJING, 'MINIMUM_WAGE', 242_000, { from: '2023-09', to: '2025-08' }, unverified),
  shippedRow(BEIJING, 'MINIMUM_WAGE', 254_000, { from: '2025-09', to: null }, unverified),
]
