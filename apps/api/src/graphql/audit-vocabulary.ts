import { backPaymentAudit } from '../features/back-payment/back-payment.audit.ts'
import { billingAudit } from '../features/billing/billing.audit.ts'
import { certificateAudit } from '../features/certificate/certificate.audit.ts'
import { declarationAudit } from '../features/declaration/declaration.audit.ts'
import { policyAudit } from '../features/policy/policy.audit.ts'
import { reconciliationAudit } from '../features/reconciliation/reconciliation.audit.ts'
import { refundAudit } from '../features/refund/refund.audit.ts'
import { rosterAudit } from '../features/roster/roster.audit.ts'
import { sessionAudit } from '../features/session/session.audit.ts'
import { staffAudit } from '../features/staff/staff.audit.ts'
import { writeOffAudit } from '../features/write-off/write-off.audit.ts'
import type { AuditAction, AuditKey, AuditRecordType, AuditVocabulary } from '../platform/audit-vocabulary.ts'

/** What all features write into the trail: a feature that is missing here does not compile. */
const vocabulary: AuditVocabulary = {
  backPayment: backPaymentAudit,
  billing: billingAudit,
  certificate: certificateAudit,
  declaration: declarationAudit,
  policy: policyAudit,
  reconciliation: reconciliationAudit,
  refund: refundAudit,
  roster: rosterAudit,
  session: sessionAudit,
  staff: staffAudit,
  writeOff: writeOffAudit,
}
const features = Object.values(vocabulary)

export const auditActions: readonly AuditAction[] = distinct(features.flatMap(({ actions }) => [...actions]))
export const auditRecordTypes: readonly AuditRecordType[] = distinct(
  features.flatMap(({ recordTypes }) => [...recordTypes]),
)
export const auditKeys: readonly AuditKey[] = distinct(features.flatMap(({ keys }) => [...keys]))

/** Some words belong to several features. In the order of the alphabet, so that the contract changes in one line. */
function distinct<Word extends string>(words: readonly Word[]): Word[] {
  return [...new Set(words)].toSorted()
}
