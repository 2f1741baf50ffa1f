import { annualLifecycle, INDUSTRIES, UNIT_TYPES } from '@shebao/declaration-rules'
import type { UnitDraft } from '@shebao/declaration-rules'
import { PERSON_ID_TYPES } from '@shebao/identifiers'
import { fen, FIVE_INSURANCES } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { sumPaidOfYear } from '../../money/month/index.ts'
import { findArrears, listOverduePeriods } from '../../money/notice/index.ts'
import { findRegisteredEmployer, getOfficeOf } from '../../register/employer/index.ts'
import type { RegisteredEmployer } from '../../register/employer/index.ts'
import type { DeclarationRow } from './declaration.repository.ts'
import { findInspection, insertDeclaration } from './declaration.repository.ts'
import { inspectionWindow, windowState } from './inspection-window.ts'
import { sealUnitForm } from './unit-form-store.ts'

export type OpenInspectionOutcome =
  | { kind: 'opened'; declaration: DeclarationRow }
  | { kind: 'refused'; reason: 'WINDOW_NOT_OPEN'; opensOn: string }
  | { kind: 'refused'; reason: 'WINDOW_CLOSED'; closesOn: string }

/** The unit's declaration of this year, made at the first visit and filled from the register. Asking again changes nothing. */
export async function openInspection(platform: Platform, viewer: Viewer): Promise<OpenInspectionOutcome> {
  const { employerId } = requireMay(viewer, 'declaration:open')
  return platform.database.transaction(async () => {
    const registered = await findRegisteredEmployer(platform, employerId)
    if (!registered) throw notFound('employer')
    const today = platform.clock.today()
    const window = inspectionWindow(await getOfficeOf(platform, registered.row), today)
    const known = await findInspection(platform, employerId, window.year)
    if (known) return { kind: 'opened', declaration: known }
    const state = windowState(window, today)
    if (state === 'NOT_OPEN') return { kind: 'refused', reason: 'WINDOW_NOT_OPEN', opensOn: window.opensOn }
    if (state === 'CLOSED') return { kind: 'refused', reason: 'WINDOW_CLOSED', closesOn: window.closesOn }
    const draft = {
      ...prefill(registered, window.year),
      ...(await prefillFromLedger(platform, employerId, window.year)),
    }
    const form = sealUnitForm(platform.vault, { draft, changedIn: {} })
    const { row, created } = await insertDeclaration(platform, {
      employerId,
      year: window.year,
      opensOn: window.opensOn,
      dueOn: window.closesOn,
      ...form,
    })
    // Another clerk may have opened it in the same moment; then theirs is the one, and the event is already there.
    if (created) {
      await openCase(platform, annualLifecycle, {
        event: 'OPEN',
        actor: viewer,
        origin: 'web',
        write: () => Promise.resolve(row),
        trace: () => undefined,
      })
    }
    return { kind: 'opened', declaration: row }
  })
}

/**
 * What the ledger knows is not asked again either (domain 4.2): what was paid for last year's months, what is owed, and for which
 * months. Whether a debt is deferred is nothing the ledger knows, so a unit that owes is in arrears until it says otherwise.
 */
async function prefillFromLedger(platform: Platform, employerId: string, year: number): Promise<UnitDraft> {
  const today = platform.clock.today()
  const paidLastYear = await sumPaidOfYear(platform, employerId, year - 1)
  const owed = await findArrears(platform, employerId, today)
  const arrears = Object.fromEntries(FIVE_INSURANCES.map((insurance) => [insurance, owed[insurance] ?? fen(0)]))
  if (Object.keys(owed).length === 0) return { paidLastYear, arrears, paymentStatus: 'PAID' }
  const paymentStatusMonths = await listOverduePeriods(platform, employerId, today)
  return { paidLastYear, arrears, paymentStatus: 'ARREARS', paymentStatusMonths }
}

/** What the register knows is not asked again (domain 4.2); the clerk corrects what has changed. */
function prefill(
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
