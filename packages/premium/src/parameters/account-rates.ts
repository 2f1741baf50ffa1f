import { sampleOrigin, shippedRow } from './shipped-row.ts'
import type { Origin } from './shipped-row.ts'
import type { ParameterRow } from './parameter-row.ts'

/**
 * Book-keeping rates of personal pension accounts (个人账户记账利率), one a calendar year, the same in the whole country since 2016: the two
 * ministries publish each year's in the middle of the next (人社部发〔2017〕31号 with its method, which also says that none is below the
 * rate of bank deposits; cited as others cite it, text not seen). A year that is not here has none: nobody repeats the one before.
 */
const RATES: readonly (readonly [year: number, ppm: number, where: Where])[] = [
  [2016, 83_100, 'NOTICE_OF_2016'],
  [2017, 71_200, 'COLLECTED'],
  [2018, 82_900, 'COLLECTED'],
  [2019, 76_100, 'COLLECTED'],
  [2020, 60_400, 'COLLECTED'],
  [2021, 66_900, 'COLLECTED'],
  [2022, 61_200, 'COLLECTED'],
  [2023, 39_700, 'COLLECTED'],
  [2024, 26_200, 'DISCLOSED_2024'],
  [2025, 15_000, 'DISCLOSED_2025'],
]

type Where = 'NOTICE_OF_2016' | 'COLLECTED' | 'DISCLOSED_2024' | 'DISCLOSED_2025'

/**
 * Where each was found. Three public collections that do not copy each other agree in all ten; the notices themselves were not seen, so none
 * counts as verified. Of 2016 the number of the notice is known from lists of regulations.
 */
const ORIGINS: Readonly<Record<Where, Origin>> = {
  NOTICE_OF_2016: sampleOrigin(
    '人社厅发〔2017〕71号公布的 2016 年记账利率，据三份公开汇编',
    'rate of 2016 by notice 71 of 2017 of the ministry’s office, after three public collections',
  ),
  COLLECTED: sampleOrigin(
    '人社部、财政部历年公布的记账利率，据三份公开汇编',
    'rates published by the ministries year by year, after three public collections',
  ),
  DISCLOSED_2024: sampleOrigin(
    '义乌市 2025 年 6 月社会保险信息披露，据引用',
    'disclosure of Yiwu, June 2025, as cited',
  ),
  DISCLOSED_2025: sampleOrigin(
    '南昌市、金昌市 2025 年度社会保险信息披露，据引用',
    'disclosures of 2025 by Nanchang and Jinchang, as cited',
  ),
}

export function accountRateRows(region: string): ParameterRow[] {
  return RATES.map(([year, ppm, where]) =>
    shippedRow(region, 'ACCOUNT_INTEREST_RATE', ppm, { from: `${year}-01`, to: `${year}-12` }, ORIGINS[where], {
      insurance: 'PENSION',
    }),
  )
}
