import type { Platform } from '../../../platform/platform.ts'
import { findEmployer, findFirstOffice, findOfficeOfRegion } from './employer.repository.ts'
import type { EmployerRow, OfficeRow } from './employer.repository.ts'

/** The unit as the register has it, with its sealed parts open: for the unit itself and the forms it prints. */
export interface RegisteredEmployer {
  row: EmployerRow
  legalRepIdNumber: string
  legalRepPhone: string
  bankAccountNumber: string
}

export async function findRegisteredEmployer(
  platform: Platform,
  employerId: string,
): Promise<RegisteredEmployer | undefined> {
  const row = await findEmployer(platform, employerId)
  if (!row) return undefined
  const { idNumber, phone } = platform.vault.open<{ idNumber: string; phone: string }>(row.legalRepPersonal)
  return {
    row,
    legalRepIdNumber: idNumber,
    legalRepPhone: phone,
    bankAccountNumber: platform.vault.open<string>(row.bankAccountCipher),
  }
}

/** The office of this installation for whoever asks: a unit's own, for everyone else the first one of the register. */
export async function findOfficeFor(platform: Platform, employerId: string | undefined): Promise<OfficeRow | null> {
  const employer = employerId ? await findEmployer(platform, employerId) : null
  return employer ? findOfficeOfRegion(platform, employer.region) : findFirstOffice(platform)
}

/** The office that a unit belongs to. */
export async function getOfficeOf(platform: Platform, employer: Pick<EmployerRow, 'region'>): Promise<OfficeRow> {
  const office = await findOfficeOfRegion(platform, employer.region)
  if (!office) throw new Error('No office has been set up.')
  return office
}
