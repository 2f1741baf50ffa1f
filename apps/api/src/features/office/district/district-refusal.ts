import { forbidden } from '../../../access/refusal.ts'
import type { StaffMember } from '../../../access/viewer.ts'

/**
 * CODE_TAKEN, REGION_TAKEN: another office has it. NO_DISTRICT: no district of the agency's region, so that no employer would be there. DAYS: the last day lies before the first or is over. NOT_STAFF: nobody of the staff.
 * ALREADY: they stand there already. NOT_BOUND: who handles the whole agency's cases needs not be lent.
 */
export const districtRefusals = [
  'CODE_TAKEN',
  'REGION_TAKEN',
  'NO_DISTRICT',
  'DAYS',
  'NOT_STAFF',
  'ALREADY',
  'NOT_BOUND',
] as const
export class DistrictRefusal {
  readonly reason: (typeof districtRefusals)[number]
  readonly region: string | undefined
  constructor(reason: (typeof districtRefusals)[number], region?: string) {
    this.reason = reason
    this.region = region
  }
}

/** Offices are set up, and people sent there, by whoever answers for all of them: bound to one, nobody frees themselves. */
export function requireWholeAgency({ districts }: StaffMember): void {
  if (districts !== undefined) throw forbidden()
}
