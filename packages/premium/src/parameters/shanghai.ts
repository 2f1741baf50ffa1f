import type { ParameterRow } from './parameter-row.ts'
import { injuryClassCategory, limitRows, projectDecision, rateRow, shippedRow } from './shipped-row.ts'
import type { Origin, Range } from './shipped-row.ts'

/**
 * Shanghai, payment year 2024 (domain specification 2.2 and 2.3). The employer's medical share and the rounding mode
 * rest on a single source and are marked so. Only work-injury class 1 was found: other classes need the unit's own
 * rate or a row from the office.
 */
export const SHANGHAI = '310000'

const limits: Origin = {
  docNo: null,
  publishedOn: null,
  source:
    '公开计算器，与公布的平均工资12307元的60%、300%相符 | public calculators; they agree with 60 % and 300 % of the published average wage of 12,307 yuan',
  verified: true,
}
const rates: Origin = {
  docNo: null,
  publishedOn: null,
  source: '公开计算器，上海2024年度 | public salary calculators, Shanghai 2024',
  verified: true,
}
const weak: Origin = { ...rates, source: '单一来源，约10% | single source, about 10 %', verified: false }
const rounding: Origin = {
  docNo: null,
  publishedOn: null,
  source:
    '早年做法“见分进角”：github.com/zhaiyz/salarycalculator | older practice, up to the next jiao: github.com/zhaiyz/salarycalculator',
  verified: false,
}

const OPEN: Range = { from: '2024-07', to: null }

export const shanghaiRows: readonly ParameterRow[] = [
  ...limitRows(SHANGHAI, 738_400, 3_692_100, { from: '2024-07', to: '2025-06' }, limits),

  rateRow(SHANGHAI, 'PENSION', 'EMPLOYER', 160_000, OPEN, rates),
  rateRow(SHANGHAI, 'PENSION', 'PERSONAL', 80_000, OPEN, rates),
  rateRow(SHANGHAI, 'UNEMPLOYMENT', 'EMPLOYER', 5000, OPEN, rates),
  rateRow(SHANGHAI, 'UNEMPLOYMENT', 'PERSONAL', 5000, OPEN, rates),
  rateRow(SHANGHAI, 'MEDICAL', 'EMPLOYER', 100_000, OPEN, weak),
  rateRow(SHANGHAI, 'MEDICAL', 'PERSONAL', 20_000, OPEN, rates),
  shippedRow(SHANGHAI, 'RATE_PPM', 1600, OPEN, rates, {
    insurance: 'WORK_INJURY',
    side: 'EMPLOYER',
    category: injuryClassCategory(1),
  }),

  shippedRow(SHANGHAI, 'MATERNITY_MODE', 'MERGED', OPEN, rates),
  shippedRow(SHANGHAI, 'ROUNDING', 'CEIL_JIAO', OPEN, rounding),
  shippedRow(SHANGHAI, 'AVERAGE_ROUNDING', 'FEN', OPEN, projectDecision),
  shippedRow(SHANGHAI, 'PAYMENT_YEAR_START_MONTH', 7, OPEN, limits),
  shippedRow(SHANGHAI, 'LATE_FEE_RULE', 'DUE_DATE', OPEN, projectDecision),
  shippedRow(SHANGHAI, 'LATE_FEE_CAP', 'NONE', OPEN, projectDecision),
  shippedRow(SHANGHAI, 'DECLARATION_MODE', 'CARRY_FORWARD', OPEN, projectDecision),
]
