import type { PersonIdType } from '@shebao/identifiers'
import type { HouseholdType } from '@shebao/roster'

/** HUKOU: one of the four of the household register, in which only citizens with a resident ID are. */
export type ExpectedHousehold = 'HUKOU' | 'HMT_RESIDENT' | 'FOREIGN_NATIONAL'

const expected = new Map<string, ExpectedHousehold>([
  ['RESIDENT_ID', 'HUKOU'],
  ['HMT_RESIDENCE_PERMIT', 'HMT_RESIDENT'],
  ['HMT_TRAVEL_NUMBER', 'HMT_RESIDENT'],
  ['FOREIGN_PERMANENT_RESIDENCE', 'FOREIGN_NATIONAL'],
  ['FOREIGN_PASSPORT_NUMBER', 'FOREIGN_NATIONAL'],
] satisfies [PersonIdType, ExpectedHousehold][])

/** What the household type would have to be, where it does not go with the kind of ID. */
export function householdAgainstId(household: HouseholdType, idType: string): ExpectedHousehold | undefined {
  const wanted = expected.get(idType)
  const stated = household === 'HMT_RESIDENT' || household === 'FOREIGN_NATIONAL' ? household : 'HUKOU'
  return stated === wanted ? undefined : wanted
}
