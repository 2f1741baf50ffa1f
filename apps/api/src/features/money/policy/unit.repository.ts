import type { Platform } from '../../../platform/platform.ts'
import { heldClass, joinHeldClass } from '../../register/employer/index.ts'

/** What the register says of a unit in a month that decides by which parameters it pays. */
export interface UnitInMonth {
  id: string
  name: string
  registrationNo: string
  creditCode: string
  region: string
  injuryClass: number
  injuryRatePpm: number | null
}

const held = heldClass('unit')

export async function findUnit(
  { database }: Platform,
  employerId: string,
  period: string,
): Promise<UnitInMonth | undefined> {
  const [row] = await database.query<UnitInMonth>(
    {
      name: 'policy-unit',
      text: `SELECT unit.id, name, registration_no AS "registrationNo", credit_code AS "creditCode", region,
        ${held.injuryClass} AS "injuryClass", ${held.injuryRatePpm} AS "injuryRatePpm"
      FROM employer unit ${joinHeldClass('unit', "$2 || '-01'")} WHERE unit.id = $1`,
    },
    [employerId, period],
  )
  return row
}
