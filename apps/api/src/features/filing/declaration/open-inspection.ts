import { annualLifecycle } from '@shebao/declaration-rules'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findRegisteredEmployer, getOfficeOf } from '../../register/employer/index.ts'
import type { DeclarationRow } from './declaration.repository.ts'
import { findInspection, insertDeclaration } from './declaration.repository.ts'
import { inspectionWindow, windowState } from './inspection-window.ts'
import { prefillUnitForm } from './prefill-unit-form.ts'
import { sealUnitForm } from './unit-form-store.ts'

export type OpenInspectionOutcome =
  | { kind: 'opened'; declaration: DeclarationRow }
  | { kind: 'refused'; reason: 'WINDOW_NOT_OPEN'; opensOn: string }
  /** The unit was registered after the window had closed: there is nothing to inspect this year. */
  | { kind: 'refused'; reason: 'WINDOW_CLOSED'; closesOn: string }

/** The unit's declaration of this year, made at the first visit and filled from what the office knows. Asking again changes nothing. */
export async function openInspection(platform: Platform, viewer: Viewer): Promise<OpenInspectionOutcome> {
  const { employerId } = requireMay(viewer, 'declaration:open')
  return platform.database.transaction(async () => {
    const registered = await findRegisteredEmployer(platform, employerId)
    if (!registered) throw notFound('employer')
    const today = platform.clock.today()
    const window = inspectionWindow(await getOfficeOf(platform, registered.row), today)
    const known = await findInspection(platform, employerId, window.year)
    if (known) return { kind: 'opened', declaration: known }
    if (windowState(window, today) === 'NOT_OPEN')
      return { kind: 'refused', reason: 'WINDOW_NOT_OPEN', opensOn: window.opensOn }
    if (registered.row.registeredOn > window.closesOn)
      return { kind: 'refused', reason: 'WINDOW_CLOSED', closesOn: window.closesOn }
    const draft = await prefillUnitForm(platform, registered, window.year)
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
