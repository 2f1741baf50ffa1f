import { sampleOrigin, shippedRow } from './shipped-row.ts'
import type { Origin } from './shipped-row.ts'
import type { ParameterRow } from './parameter-row.ts'

/**
 * Book-keeping rates of personal pension accounts (个人账户记账利率), one a calendar year, the same in the whole country since 2016. The
 * documents were not seen, so none counts as verified; 2025 was not known and repeats 2024.
 */
const RATES: readonly (readonly [year: number, ppm: number])[] = [
  [2016, 83_100],
  [2017, 71_200],
  [2018, 82_900],
  [2019, 76_100],
  [2020, 60_400],
  [2021, 66_900],
  [2022, 61_200],
  [2023, 39_700],
  [2024, 26_200],
  [2025, 26_200],
]

const sample: Origin = sampleOrigin(
  '国家历年公布的职工基本养老保险个人账户记账利率',
  'rates published by the state year by year',
)

export function accountRateRows(region: string): ParameterRow[] {
  return RATES.map(([year, ppm]) =>
    shippedRow(region, 'ACCOUNT_INTEREST_RATE', ppm, { from: `${year}-01`, to: `${year}-12` }, sample, {
      insurance: 'PENSION',
    }),
  )
}
