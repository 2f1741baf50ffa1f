import { CURRENT_DISTRICTS } from './current-districts.ts'
import { findRegionName } from './region-names.ts'
import { isKnownRegion } from './region.ts'

// With the names of places, so it is not part of the main entry: import it as '@shebao/identifiers/districts'.

let current: ReadonlySet<string> | undefined

/** Every district, county and county-level city that stands today, by code. */
function currentDistricts(): ReadonlySet<string> {
  current ??= new Set(
    Object.entries(CURRENT_DISTRICTS).flatMap(([province, groups]) =>
      groups
        .split(' ')
        .flatMap((group) => (group.slice(2).match(/../g) ?? []).map((county) => province + group.slice(0, 2) + county)),
    ),
  )
  return current
}

/** Digits that the districts of a region begin with: of a province two, of a prefecture four. A county has none within it. */
function prefixOf(region: string): string | undefined {
  if (!region.endsWith('00')) return undefined
  return region.endsWith('0000') ? region.slice(0, 2) : region.slice(0, 4)
}

/**
 * True for a district, county or county-level city of this region (six digits each), abolished ones included: credit codes name them
 * still. What ends in 01 and stands no more is 市辖区, all districts of a city together.
 */
export function isDistrictOf(region: string, code: string): boolean {
  const prefix = prefixOf(region)
  if (prefix === undefined || !isKnownRegion(code) || !code.startsWith(prefix) || code.endsWith('00')) return false
  return !code.endsWith('01') || currentDistricts().has(code)
}

/** The district of the authority that registered a unit, where it is one of this region: GB 32100, characters 3 to 8. */
export function districtOfCreditCode(region: string, creditCode: string): string | undefined {
  const code = creditCode.slice(2, 8)
  return isDistrictOf(region, code) ? code : undefined
}

export interface NamedDistrict {
  readonly code: string
  /** With what it belongs to: `北京市朝阳区`, `朝阳区, Beijing`. */
  readonly nameZh: string
  readonly nameEn: string
}

/** By its name, or by its digits where nobody recorded one. */
export function nameDistrict(code: string): NamedDistrict {
  const name = findRegionName(code)
  return { code, nameZh: name?.zh ?? code, nameEn: name?.en ?? code }
}

/** The districts, counties and county-level cities that stand in a region today, by code. */
export function listDistricts(region: string): NamedDistrict[] {
  return [...currentDistricts()]
    .filter((code) => isDistrictOf(region, code))
    .toSorted()
    .map(nameDistrict)
}
