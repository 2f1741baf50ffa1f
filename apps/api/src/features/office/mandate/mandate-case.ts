import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { mandateTable } from './mandate.lifecycle.ts'
import { lockMandate } from './mandate.repository.ts'
import type { MandateRow, MandateState } from './mandate.repository.ts'

type MandateEvent = (typeof mandateTable.steps)[number]['event']
type MandateCase = Lifecycle<MandateRow, MandateState, MandateEvent, never, object, never>

/** As the employer sees it that gave it. */
export const mandateCase: MandateCase = {
  table: mandateTable,
  what: 'mandate',
  see: 'mandate:read',
  lock: lockMandate,
  id: ({ id }) => id,
  state: ({ status }) => status,
  owner: ({ employerId }) => ({ employerId }),
  guards: {},
}

/** The same case, seen by the agency: to accept and to decline it is the agency's alone. */
export const receivedMandateCase: MandateCase = { ...mandateCase, owner: ({ agencyId }) => ({ employerId: agencyId }) }

export function traceOf(
  action: AuditAction,
  { id, employerId, agencyId, duties, validFrom, validTo }: Omit<MandateRow, 'status' | 'endedAt'>,
): Trace {
  return {
    action,
    recordType: 'Mandate',
    recordId: id,
    change: { employerId, agencyId, duties, validFrom, validTo },
  }
}
