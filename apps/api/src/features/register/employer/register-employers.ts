import type { EmployerRow } from './employer.repository.ts'
import { insertEmployers } from './employer.repository.ts'
import { insertOnlineFilings } from './online-filing.repository.ts'
import { insertParticulars } from './particulars.repository.ts'
import type { DatedParticulars, Particulars } from './particulars.repository.ts'
import type { RegisterSource } from './register-source.ts'
import type { Platform } from '../../../platform/platform.ts'

/** A unit that comes into the register, with what holds of it since it was registered. */
export type NewEmployer = Pick<
  EmployerRow,
  'id' | 'registrationNo' | 'creditCode' | 'name' | 'region' | 'registeredOn'
> & {
  particulars: Particulars
  /** What held of it before, from a day to a day; `particulars` then begins the day after the last of them. */
  earlier?: readonly (Particulars & Pick<DatedParticulars, 'validFrom'> & { validTo: string })[]
  /** First day of `particulars`: the day of registration unless something held before. */
  validFrom?: string
}

/**
 * Brings units into the register with the beginning of their history. Units of a table that the office brings in were let file online
 * by it before; one that registers by itself is approved by its own case. Within the open transaction.
 */
export async function registerEmployers(
  platform: Platform,
  source: RegisterSource,
  employers: readonly NewEmployer[],
): Promise<void> {
  await insertEmployers(
    platform,
    employers.map(
      ({ particulars: { actualAddress: _a, contactPersonal: _p, contactMasked: _m, ...held }, ...unit }) => ({
        endedOn: null,
        id: unit.id,
        registrationNo: unit.registrationNo,
        creditCode: unit.creditCode,
        name: unit.name,
        region: unit.region,
        registeredOn: unit.registeredOn,
        createdAt: source.at,
        ...held,
      }),
    ),
  )
  await insertParticulars(
    platform,
    employers.flatMap(({ id, registeredOn, particulars, earlier = [], validFrom = registeredOn }) => [
      ...earlier.map((row) => ({ ...row, employerId: id, source })),
      { ...particulars, employerId: id, validFrom, validTo: null, source },
    ]),
  )
  if (source.kind !== 'IMPORT') return
  await insertOnlineFilings(
    platform,
    employers.map(({ id: employerId, registeredOn: validFrom }) => ({
      employerId,
      validFrom,
      source: 'IMPORT',
      sourceId: source.id,
      reason: null,
      recordedBy: source.by,
      recordedAt: source.at,
    })),
  )
}
