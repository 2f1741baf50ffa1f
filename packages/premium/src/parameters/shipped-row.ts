import { civilDate, INJURY_CLASSES, period } from '@shebao/kernel'
import type { InjuryClass, Insurance, Side } from '@shebao/kernel'
import type { ParameterName } from './parameter-range.ts'
import type { ParameterRow } from './parameter-row.ts'

/** Where a sample figure was found, in both languages (see `sourceText`), and by which document, if any. */
export type Origin = {
  readonly docNo: string | null
  readonly publishedOn: string | null
  readonly source: string
  readonly verified: boolean
}

/** What no law says and the office may decide otherwise. */
export const projectDecision: Origin = {
  docNo: null,
  publishedOn: null,
  source: '示例数据：由经办机构确定 | sample figure, to be set by the office',
  verified: false,
}

/** A figure that was commonly used, of which no document was seen. */
export function sampleOrigin(zh: string, en: string): Origin {
  const source = `示例数据：${zh}，未见文件 | sample figure: ${en}; no document seen`
  return { docNo: null, publishedOn: null, source, verified: false }
}

export type Range = { readonly from: string; readonly to: string | null }

type RowScope = { insurance?: Insurance; side?: Side; category?: string }

export function shippedRow(
  region: string,
  name: ParameterName,
  value: number | string,
  range: Range,
  origin: Origin,
  scope: RowScope = {},
): ParameterRow {
  return {
    region,
    insurance: scope.insurance ?? 'ALL',
    side: scope.side ?? 'ALL',
    category: scope.category ?? 'ALL',
    name,
    value,
    validFrom: period(range.from),
    validTo: range.to === null ? null : period(range.to),
    docNo: origin.docNo,
    publishedOn: origin.publishedOn === null ? null : civilDate(origin.publishedOn),
    source: origin.source,
    verified: origin.verified,
  }
}

export const LIMITED_INSURANCES = ['PENSION', 'UNEMPLOYMENT', 'MEDICAL', 'WORK_INJURY'] as const

/** One published pair of limits, which in these regions is the same for every insurance. Amounts in fen. */
export function limitRows(
  region: string,
  floor: number,
  ceiling: number,
  range: Range,
  origin: Origin,
): ParameterRow[] {
  return LIMITED_INSURANCES.flatMap((insurance) => [
    shippedRow(region, 'BASE_FLOOR', floor, range, origin, { insurance }),
    shippedRow(region, 'BASE_CEILING', ceiling, range, origin, { insurance }),
  ])
}

export function rateRow(
  region: string,
  insurance: Insurance,
  side: Side,
  ratePpm: number,
  range: Range,
  origin: Origin,
): ParameterRow {
  return shippedRow(region, 'RATE_PPM', ratePpm, range, origin, { insurance, side })
}

export function injuryClassCategory(injuryClass: InjuryClass): string {
  return `INJURY_CLASS_${injuryClass}`
}

/** Base rates of the eight work-injury classes: 0.2, 0.4, 0.7, 0.9, 1.1, 1.3, 1.6, 1.9 % (domain specification 2.3). */
export const INJURY_CLASS_BASE_PPM: Readonly<Record<InjuryClass, number>> = {
  1: 2000,
  2: 4000,
  3: 7000,
  4: 9000,
  5: 11000,
  6: 13000,
  7: 16000,
  8: 19000,
}

export function injuryRateRows(region: string, range: Range, origin: Origin): ParameterRow[] {
  return INJURY_CLASSES.map((injuryClass) =>
    shippedRow(region, 'RATE_PPM', INJURY_CLASS_BASE_PPM[injuryClass], range, origin, {
      insurance: 'WORK_INJURY',
      side: 'EMPLOYER',
      category: injuryClassCategory(injuryClass),
    }),
  )
}
