import type { Language } from '@shebao/kernel'
import { notificationKinds } from '../../../telling/notification-codes.ts'
import type { NotificationKind } from '../../../telling/notification-codes.ts'
import type { ToldOf } from '../../../telling/telling.ts'
import {
  addressChanged,
  addressCode,
  cardPasswordReset,
  passwordLink,
  signedInAfterReset,
} from './account-templates.ts'
import {
  backPaymentApproved,
  backPaymentRejected,
  cancellationApproved,
  cancellationRefused,
  onlineFilingGiven,
  onlineFilingRefused,
  onlineFilingWithdrawn,
  particularsChanged,
  particularsRefused,
  refundApproved,
  refundPaidOut,
  refundRejected,
  refundWaits,
} from './case-templates.ts'
import {
  billDueSoon,
  billOverdue,
  billReady,
  declarationAccepted,
  declarationReturned,
  inspectionDueSoon,
  monthlyAccepted,
  monthNotDeclared,
  monthlyReturned,
  monthlySubmitted,
  paymentReceived,
} from './employer-templates.ts'
import { cardEvent } from './card-templates.ts'
import { employerLocked, employerUnlocked, waiverApproved, waiverEnded } from './exception-templates.ts'
import { enforcementStep } from './enforcement-templates.ts'
import { mandateAccepted, mandateDeclined, mandateEnded, mandateEndsSoon, mandateOffered } from './mandate-templates.ts'
import { registrationApproved, registrationRefused } from './applicant-templates.ts'
import { paperDueSoon, paperOverdue, paperReceived, papersReady } from './paper-templates.ts'
import { officeAnswered } from './answer-templates.ts'
import { employeeAsked, employeeDisagreed } from './employee-templates.ts'
import { transferEvent } from './transfer-templates.ts'
import { rightsStatementHandedOut, rightsStatementIssued } from './rights-templates.ts'
import { questionAnswered, questionHandedOver } from './question-templates.ts'
import { workAssigned, workTakenOver } from './work-templates.ts'
import type { Template, Wording } from './template.ts'

/** The words of every kind in both languages: a kind without them does not compile. */
const templates: { readonly [Kind in NotificationKind]: Template<Kind> } = {
  DECLARATION_RETURNED: declarationReturned,
  DECLARATION_ACCEPTED: declarationAccepted,
  INSPECTION_DUE_SOON: inspectionDueSoon,
  BILL_READY: billReady,
  BILL_DUE_SOON: billDueSoon,
  BILL_OVERDUE: billOverdue,
  PAYMENT_RECEIVED: paymentReceived,
  REFUND_WAITS: refundWaits,
  REFUND_APPROVED: refundApproved,
  REFUND_PAID_OUT: refundPaidOut,
  REFUND_REJECTED: refundRejected,
  BACK_PAYMENT_APPROVED: backPaymentApproved,
  BACK_PAYMENT_REJECTED: backPaymentRejected,
  CANCELLATION_APPROVED: cancellationApproved,
  CANCELLATION_REFUSED: cancellationRefused,
  REGISTRATION_APPROVED: registrationApproved,
  REGISTRATION_REFUSED: registrationRefused,
  QUESTION_ANSWERED: questionAnswered,
  QUESTION_HANDED_OVER: questionHandedOver,
  RIGHTS_STATEMENT_ISSUED: rightsStatementIssued,
  RIGHTS_STATEMENT_HANDED_OUT: rightsStatementHandedOut,
  MANDATE_OFFERED: mandateOffered,
  MANDATE_ACCEPTED: mandateAccepted,
  MANDATE_DECLINED: mandateDeclined,
  MANDATE_ENDED: mandateEnded,
  MANDATE_ENDS_SOON: mandateEndsSoon,
  OFFICE_ANSWERED: officeAnswered,
  ONLINE_FILING_GIVEN: onlineFilingGiven,
  ONLINE_FILING_REFUSED: onlineFilingRefused,
  ONLINE_FILING_WITHDRAWN: onlineFilingWithdrawn,
  WAIVER_APPROVED: waiverApproved,
  WAIVER_ENDED: waiverEnded,
  EMPLOYER_LOCKED: employerLocked,
  EMPLOYER_UNLOCKED: employerUnlocked,
  PARTICULARS_CHANGED: particularsChanged,
  PARTICULARS_REFUSED: particularsRefused,
  TRANSFER_EVENT: transferEvent,
  CARD_EVENT: cardEvent,
  ENFORCEMENT_STEP: enforcementStep,
  CARD_PASSWORD_RESET: cardPasswordReset,
  SIGNED_IN_AFTER_RESET: signedInAfterReset,
  PASSWORD_LINK: passwordLink,
  ADDRESS_CODE: addressCode,
  ADDRESS_CHANGED: addressChanged,
  PAPERS_READY: papersReady,
  PAPER_DUE_SOON: paperDueSoon,
  PAPER_OVERDUE: paperOverdue,
  PAPER_RECEIVED: paperReceived,
  MONTHLY_SUBMITTED: monthlySubmitted,
  MONTHLY_RETURNED: monthlyReturned,
  MONTHLY_ACCEPTED: monthlyAccepted,
  MONTH_NOT_DECLARED: monthNotDeclared,
  WORK_ASSIGNED: workAssigned,
  WORK_TAKEN_OVER: workTakenOver,
  EMPLOYEE_ASKED: employeeAsked,
  EMPLOYEE_DISAGREED: employeeDisagreed,
}

export function wordsOf<Kind extends NotificationKind>(
  { kind, params }: ToldOf<Kind>,
  language: Language,
  secret?: string,
): Wording {
  const template: Template<Kind> = templates[kind]
  return template[language](params, secret)
}

/** The page that a notification opens. */
export function pathOf<Kind extends NotificationKind>({ kind, params }: ToldOf<Kind>): string {
  const template: Template<Kind> = templates[kind]
  return template.path(params)
}

/** What no inbox shows. */
export const outsideOnly: readonly NotificationKind[] = notificationKinds.filter((kind) => templates[kind].outsideOnly)
