import { stateNamed } from '@shebao/case'
import type { OfficeJob } from '../../../access/viewer.ts'
import type { Lifecycle, Trace } from '../../../case/lifecycle.ts'
import type { AuditAction } from '../../../platform/audit-vocabulary.ts'
import { agreementTable } from './agreement.lifecycle.ts'
import { lockAgreement } from './agreement.repository.ts'
import type { AgreementRow } from './agreement.repository.ts'

type State = (typeof agreementTable.states)[number]
type AgreementEvent = (typeof agreementTable.steps)[number]['event']

export const agreementCase: Lifecycle<AgreementRow, State, AgreementEvent, never, object, never> = {
  table: agreementTable,
  what: 'debit agreement',
  see: 'agreement:read',
  lock: lockAgreement,
  id: ({ id }) => id,
  state: ({ status }) => stateNamed(agreementTable, status),
  owner: ({ employerId }) => ({ employerId }),
  guards: {},
}

/** What the bank says of an agreement is entered by the office's own job, whoever made it ask. */
export const bankFollower = { kind: 'SYSTEM', job: 'bank' } as const satisfies OfficeJob

export function traceOf(action: AuditAction, { id, agreementNo }: AgreementRow, endReason?: string | null): Trace {
  return {
    action,
    recordType: 'DebitAgreement',
    recordId: id,
    change: { agreementNo, ...(endReason ? { endReason } : {}) },
  }
}
