import { certificateAudit } from '../features/desk/certificate/certificate.audit.ts'
import { comparisonAudit } from '../features/filing/comparison/comparison.audit.ts'
import { inspectionAudit } from '../features/filing/inspection/inspection.audit.ts'
import { personnelAudit } from '../features/filing/personnel/personnel.audit.ts'
import { reviewAudit } from '../features/filing/review/review.audit.ts'
import { agreementAudit } from '../features/money/agreement/agreement.audit.ts'
import { backPaymentAudit } from '../features/money/back-payment/back-payment.audit.ts'
import { paymentAudit } from '../features/money/payment/payment.audit.ts'
import { policyAudit } from '../features/money/policy/policy.audit.ts'
import { reconciliationAudit } from '../features/money/reconciliation/reconciliation.audit.ts'
import { refundAudit } from '../features/money/refund/refund.audit.ts'
import { runAudit } from '../features/money/run/run.audit.ts'
import { writeOffAudit } from '../features/money/write-off/write-off.audit.ts'
import { sessionAudit } from '../features/office/session/session.audit.ts'
import type { AuditAction, AuditKey, AuditRecordType, AuditVocabulary } from '../platform/audit-vocabulary.ts'

/** What all features write into the trail: a feature that is missing here does not compile. */
const vocabulary: AuditVocabulary = {
  certificate: certificateAudit,
  comparison: comparisonAudit,
  inspection: inspectionAudit,
  personnel: personnelAudit,
  review: reviewAudit,
  agreement: agreementAudit,
  backPayment: backPaymentAudit,
  payment: paymentAudit,
  policy: policyAudit,
  reconciliation: reconciliationAudit,
  refund: refundAudit,
  run: runAudit,
  writeOff: writeOffAudit,
  session: sessionAudit,
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
