/** Why an amount is what it is: trees and their words. */
export type { Article, Explanation, Law, ParameterSource, Quantity, QuantityKind } from './explanation.ts'
export type { AssessmentExplanation } from './explain-premium.ts'
export type { BackPaymentNotice } from './explain-back-payment.ts'
export type { CertifiedNotice, NoticeDetail, PersonMonth, PersonSum } from './explain-certificate.ts'
export type { Derived, KindSum, NoticeBalance, TransferKind } from './explain-balance.ts'
export type { LabelCode, RuleCode } from './explanation-codes.ts'
export type {
  LargestOf,
  ListedLine,
  NamedMoney,
  ReconciliationOutcome,
  ReconciliationParty,
} from './explain-reconciliation.ts'
export type { NoticeLineGroups, NoticeSums, PeopleGroup } from './explain-notice.ts'
export type { PartSelector } from './explanation-part.ts'
export type { TakenPart } from './explain-allocation.ts'
export type { WordedExplanation } from './explanation-words.ts'
export type { Words } from './words.ts'
export { GROUPS_SHOWN, explainNotice, explainNoticeLine, explainNoticeSums, groupPeople } from './explain-notice.ts'
export { LABEL_CODES, RULE_CODES } from './explanation-codes.ts'
export {
  MONEY_SHOWN,
  RECONCILIATION_OUTCOMES,
  RECONCILIATION_PARTIES,
  explainClosingBalance,
  explainDayReceipts,
  explainDaySum,
  explainOutcomeSum,
  explainPaidOut,
  explainStatement,
  explainStatementLine,
} from './explain-reconciliation.ts'
export { TRANSFER_KINDS, derived, explainBalance, explainCredit, explainOutstanding } from './explain-balance.ts'
export { amountOf, explain, explainParameter, explainSum, parameterSource } from './explanation.ts'
export { backPaymentFigure, explainBackPayment, explainBackPaymentMonth } from './explain-back-payment.ts'
export { explainAllocation, explainPayment } from './explain-allocation.ts'
export { explainAverage, explainBase, explainLine, explainLineParts, explainPerson } from './explain-premium.ts'
export {
  explainChange,
  explainSimulatedBin,
  explainSimulatedEmployer,
  explainSimulatedShare,
  explainSimulatedTotal,
} from './explain-simulation.ts'
export { explainDeemed, explainDeemedShare, explainDifference, explainLateFee } from './explain-debt.ts'
export {
  explainDeemedMonth,
  explainDifferences,
  explainFine,
  explainFineRange,
  explainPersonDifference,
  explainRefund,
  explainRefundable,
} from './explain-claims.ts'
export { explainListSum, explainUnitAverage } from './explain-list.ts'
export { explainNotices, noticeFigure, noticeSideSum } from './notice-figure.ts'
export { explainPersonSum, explainUnitOwed, explainUnitPaid } from './explain-certificate.ts'
export {
  explanationLines,
  formatPercent,
  formatQuantity,
  policyProblemText,
  wageProblemText,
  wordExplanation,
  WORDS,
} from './explanation-words.ts'
export { findPart, withoutEchoes } from './explanation-part.ts'
export { sourceText } from './source-text.ts'
