import { certificateAudit } from '../features/desk/certificate/index.ts'
import { deadlineAudit } from '../features/desk/deadline/index.ts'
import { familyAudit } from '../features/desk/family/index.ts'
import { rightsAudit } from '../features/desk/rights/index.ts'
import { relationTransferAudit } from '../features/desk/transfer/index.ts'
import { papersAudit } from '../features/desk/papers/index.ts'
import { queueAudit } from '../features/desk/queue/index.ts'
import { statisticsAudit } from '../features/desk/statistics/index.ts'
import { searchAudit } from '../features/desk/search/index.ts'
import { importAudit } from '../features/desk/intake/index.ts'
import { recordAudit } from '../features/desk/record/index.ts'
import { comparisonAudit } from '../features/filing/comparison/index.ts'
import { confirmationAudit } from '../features/filing/confirmation/index.ts'
import { inspectionAudit } from '../features/filing/inspection/index.ts'
import { monthlyAudit } from '../features/filing/monthly/index.ts'
import { personnelAudit } from '../features/filing/personnel/index.ts'
import { paperCopyAudit } from '../features/filing/paper-copy/index.ts'
import { undeclaredAudit } from '../features/filing/undeclared/index.ts'
import { reviewAudit } from '../features/filing/review/index.ts'
import { agreementAudit } from '../features/money/agreement/index.ts'
import { backPaymentAudit } from '../features/money/back-payment/index.ts'
import { paymentAudit } from '../features/money/payment/index.ts'
import { policyAudit } from '../features/money/policy/index.ts'
import { noticeAudit } from '../features/money/notice/index.ts'
import { reconciliationAudit } from '../features/money/reconciliation/index.ts'
import { refundAudit } from '../features/money/refund/index.ts'
import { runAudit } from '../features/money/run/index.ts'
import { employerLockAudit } from '../features/money/employer-lock/index.ts'
import { waiverAudit } from '../features/money/waiver/index.ts'
import { writeOffAudit } from '../features/money/write-off/index.ts'
import { accessTokenAudit } from '../features/office/access-token/index.ts'
import { auditAudit } from '../features/office/audit/audit.audit.ts'
import { accountsAudit } from '../features/office/accounts/index.ts'
import { mandateAudit } from '../features/office/mandate/index.ts'
import { collectionAudit } from '../features/money/collection/index.ts'
import { enforcementAudit } from '../features/money/enforcement/index.ts'
import { fineAudit } from '../features/money/fine/index.ts'
import { reportAudit } from '../features/desk/report/index.ts'
import { onlineFilingAudit } from '../features/register/online-filing/index.ts'
import { questionAudit } from '../features/desk/question/index.ts'
import { cancellationAudit } from '../features/filing/cancellation/index.ts'
import { registrationAudit } from '../features/register/registration/index.ts'
import { particularsChangeAudit } from '../features/register/particulars-change/index.ts'
import { workRuleAudit } from '../features/desk/work-rule/index.ts'
import { districtAudit } from '../features/office/district/index.ts'
import { partnerAudit } from '../features/office/partner/index.ts'
import { hotlineAudit } from '../features/desk/hotline/index.ts'
import { cardAudit } from '../features/register/card/index.ts'
import { clerksAudit } from '../features/office/clerks/index.ts'
import { attachmentAudit } from '../features/register/attachment/index.ts'
import { notificationAudit } from '../features/register/notification/index.ts'
import { figureAudit } from '../features/register/figure/index.ts'
import { hotlineScriptAudit } from '../features/desk/hotline-script/index.ts'
import { paperTemplateAudit } from '../features/register/paper-template/index.ts'
import { officeAudit } from '../features/register/office/index.ts'
import { sessionAudit } from '../features/office/session/index.ts'
import { keyRingAudit } from '../platform/key-ring.audit.ts'
import { signingAudit } from '../features/register/signing/index.ts'
import { historyAudit } from '../features/register/history/index.ts'
import { calendarAudit } from '../features/register/calendar/index.ts'
import type { AuditAction, AuditKey, AuditRecordType, AuditVocabulary } from '../platform/audit-vocabulary.ts'

/** What all features write into the trail: a feature that is missing here does not compile. */
const vocabulary: AuditVocabulary = {
  audit: auditAudit,
  certificate: certificateAudit,
  rights: rightsAudit,
  relationTransfer: relationTransferAudit,
  queue: queueAudit,
  deadline: deadlineAudit,
  family: familyAudit,
  record: recordAudit,
  search: searchAudit,
  statistics: statisticsAudit,
  comparison: comparisonAudit,
  confirmation: confirmationAudit,
  inspection: inspectionAudit,
  monthly: monthlyAudit,
  personnel: personnelAudit,
  review: reviewAudit,
  agreement: agreementAudit,
  backPayment: backPaymentAudit,
  notice: noticeAudit,
  payment: paymentAudit,
  policy: policyAudit,
  reconciliation: reconciliationAudit,
  refund: refundAudit,
  run: runAudit,
  writeOff: writeOffAudit,
  waiver: waiverAudit,
  employerLock: employerLockAudit,
  undeclared: undeclaredAudit,
  session: sessionAudit,
  accounts: accountsAudit,
  clerks: clerksAudit,
  district: districtAudit,
  workRule: workRuleAudit,
  partner: partnerAudit,
  hotline: hotlineAudit,
  card: cardAudit,
  onlineFiling: onlineFilingAudit,
  question: questionAudit,
  collection: collectionAudit,
  enforcement: enforcementAudit,
  fine: fineAudit,
  report: reportAudit,
  cancellation: cancellationAudit,
  registration: registrationAudit,
  particularsChange: particularsChangeAudit,
  mandate: mandateAudit,
  accessToken: accessTokenAudit,
  history: historyAudit,
  calendar: calendarAudit,
  registerImport: importAudit,
  office: officeAudit,
  figure: figureAudit,
  paperTemplate: paperTemplateAudit,
  hotlineScript: hotlineScriptAudit,
  attachment: attachmentAudit,
  notification: notificationAudit,
  signing: signingAudit,
  keyRing: keyRingAudit,
  papers: papersAudit,
  paperCopy: paperCopyAudit,
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
