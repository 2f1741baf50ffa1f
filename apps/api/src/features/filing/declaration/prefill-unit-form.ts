import { INDUSTRIES, UNIT_TYPES } from '@shebao/declaration-rules'
import type { UnitDraft } from '@shebao/declaration-rules'
import { PERSON_ID_TYPES } from '@shebao/identifiers'
import { fen, FIVE_INSURANCES } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { sumPaidOfYear } from '../../money/month/index.ts'
import { findArrears, listOverduePeriods } from '../../money/notice/index.ts'
import { findHeldDetails } from '../../register/employer/index.ts'
import type { RegisteredEmployer } from '../../register/employer/index.ts'
import { annualState } from './declaration-state.ts'
import { findInspection, findVersion } from './declaration.repository.ts'
import { openUnitForm } from './unit-form-store.ts'

/**
 * What the office knows is not asked again (domain 4.2): facts of the register, figures of the ledger, and of what was accepted last
 * year that which neither holds. The clerk corrects what has changed; counts and wages are of this year and are left open.
 */
export async function prefillUnitForm(
  platform: Platform,
  registered: RegisteredEmployer,
  year: number,
): Promise<UnitDraft> {
  const { id: employerId } = registered.row
  return {
    ...(await fromLastYear(platform, employerId, year)),
    ...fromRegister(registered, year),
    ...(await fromDetails(platform, employerId)),
    ...(await fromLedger(platform, employerId, year)),
  }
}

const accepted: readonly string[] = ['APPROVED', 'PRINTED', 'PAPER_FILED', 'CLOSED']

async function fromLastYear(platform: Platform, employerId: string, year: number): Promise<UnitDraft> {
  const last = await findInspection(platform, employerId, year - 1)
  if (!last || !accepted.includes(annualState(last.status))) return {}
  const version = await findVersion(platform, last.id, last.version)
  if (!version) return {}
  const { draft } = openUnitForm(platform.vault, version)
  const { accountNameReason, hasBranches, branches, handlerName, handlerPhone } = draft
  // An address that is another is the register's to say; that there was none is not asked twice.
  const actualAddressDiffers = draft.actualAddressDiffers === false ? false : undefined
  return { actualAddressDiffers, accountNameReason, hasBranches, branches, handlerName, handlerPhone }
}

function fromRegister(
  { row, legalRepIdNumber, legalRepPhone, bankAccountNumber }: RegisteredEmployer,
  year: number,
): UnitDraft {
  const unitType = UNIT_TYPES.find((type) => type === row.unitType)
  const industry = INDUSTRIES.find((section) => section === row.industry)
  const idType = PERSON_ID_TYPES.find((type) => type === row.legalRepIdType)
  return {
    year,
    unitName: row.name,
    unitCode: row.registrationNo,
    creditCode: row.creditCode,
    ...(unitType ? { unitType } : {}),
    ...(industry ? { industry } : {}),
    injuryClass: row.injuryClass,
    registeredAddress: row.registeredAddress,
    legalRepresentativeName: row.legalRepName,
    ...(idType ? { legalRepresentativeIdType: idType } : {}),
    legalRepresentativeIdNumber: legalRepIdNumber,
    legalRepresentativePhone: legalRepPhone,
    bankName: row.bankName,
    bankAccountName: row.bankAccountName,
    bankAccountNumber,
  }
}

/** The handler and the actual address as they hold today; that there is no other address is known only where one was asked for. */
async function fromDetails(platform: Platform, employerId: string): Promise<UnitDraft> {
  const { contact, actualAddress } = await findHeldDetails(platform, employerId)
  return {
    ...(actualAddress === undefined ? {} : { actualAddressDiffers: true, actualAddress }),
    ...(contact ? { handlerName: contact.name, handlerPhone: contact.phone } : {}),
  }
}

/**
 * What was paid for last year's months, what is owed, and for which months. Whether a debt is deferred is nothing the ledger knows,
 * so a unit that owes is in arrears until it says otherwise.
 */
async function fromLedger(platform: Platform, employerId: string, year: number): Promise<UnitDraft> {
  const today = platform.clock.today()
  const paidLastYear = await sumPaidOfYear(platform, employerId, year - 1)
  const owed = await findArrears(platform, employerId, today)
  const arrears = Object.fromEntries(FIVE_INSURANCES.map((insurance) => [insurance, owed[insurance] ?? fen(0)]))
  if (Object.keys(owed).length === 0) return { paidLastYear, arrears, paymentStatus: 'PAID' }
  const paymentStatusMonths = await listOverduePeriods(platform, employerId, today)
  return { paidLastYear, arrears, paymentStatus: 'ARREARS', paymentStatusMonths }
}
