import { relations } from '../features/desk/family/consent.ts'
import { CHANGE_TYPES, COMPLETE_VERDICTS, INDUSTRIES, isStop, UNIT_TYPES } from '@shebao/declaration-rules'
import { callOutcomes, scriptMatters } from '@shebao/hotline'
import { PERSON_ID_TYPES } from '@shebao/identifiers'
import { FIVE_INSURANCES, INSURANCES, LANGUAGES, MOVING_INSURANCES, SIDES } from '@shebao/kernel'
import {
  ANY_REFUND_REASONS,
  CALENDAR_DAY_KINDS,
  COLLECTOR_TYPES,
  PARAMETER_NAMES,
  PROPOSAL_WARNINGS,
  RECONCILIATION_OUTCOMES,
  REFUND_SOURCES,
  REFUND_STATES,
} from '@shebao/premium'
import { differenceKinds, employmentForms, householdTypes, resolutions, sexes } from '@shebao/roster'
import { importTable } from '../features/desk/intake/import.lifecycle.ts'
import { importKinds } from '@shebao/intake'
import { countedInsurances } from '../features/desk/statistics/statistics-codes.ts'
import { viewPages } from '../features/desk/view/view.repository.ts'
import { paperCopyTable } from '../features/filing/paper-copy/paper-copy.lifecycle.ts'
import { paperConsequences } from '../features/filing/paper-copy/paper-rule.ts'
import { printableKinds } from '../features/desk/papers/papers.repository.ts'
import { printRunTable } from '../features/desk/papers/print-run.lifecycle.ts'
import { itemProblems } from '../features/desk/papers/print-run.repository.ts'
import { hotlineScriptTable } from '../features/desk/hotline-script/hotline-script.lifecycle.ts'
import { callerProofs, callStates, callWishes } from '../features/desk/hotline/hotline-codes.ts'
import {
  cardApplications,
  cardBankStatuses,
  cardChannels,
  cardKinds,
  cardStatuses,
} from '../features/register/card/card-codes.ts'
import { eventActors } from '../case/case-event.repository.ts'
import {
  checkedKinds,
  declarationKinds,
  declarationStatuses,
  filings,
  noteSettlements,
} from '../features/filing/declaration/declaration-codes.ts'
import { confirmationWays } from '../features/filing/confirmation/confirmation-codes.ts'
import { confirmationTable } from '../features/filing/confirmation/confirmation.lifecycle.ts'
import { uploadModes } from '../features/filing/personnel/personnel-upload.repository.ts'
import { agreementEnders, agreementStatuses } from '../features/money/agreement/agreement.repository.ts'
import { unitProblemCodes } from '../features/money/assessment/unit-problem.ts'
import {
  backPaymentRoutes,
  backPaymentStates,
  evidenceKinds,
} from '../features/money/back-payment/back-payment-codes.ts'
import { ledgerAccountKinds, transferKinds } from '../features/money/ledger/ledger-codes.ts'
import { monthKinds, monthStatuses } from '../features/money/month/month-codes.ts'
import { noticeKinds, noticeStatuses, paymentChannels, paymentStatuses } from '../features/money/notice/notice-codes.ts'
import { reportOutcomes } from '../features/money/payment/bank-report.ts'
import { proposalStatuses } from '../features/money/policy/proposal.repository.ts'
import { dayStatuses } from '../features/money/reconciliation/day-codes.ts'
import { statementFormats, statementSources } from '../features/money/reconciliation/reading/read-statement.types.ts'
import { statementOrigins, statementStates } from '../features/money/reconciliation/statement-codes.ts'
import { resolutions as itemResolutions } from '../features/money/reconciliation/resolutions.ts'
import {
  keptScans,
  mediaTypes,
  retentionClasses,
  subjectKinds,
} from '../features/register/attachment/attachment-rules.ts'
import { runKinds, runStatuses } from '../features/money/run/run.repository.ts'
import { deemedStates, deemedWays } from '../features/filing/undeclared/undeclared-codes.ts'
import { employerLockTable } from '../features/money/employer-lock/employer-lock.lifecycle.ts'
import { waiverGrounds, waiverKinds } from '../features/money/waiver/waiver-codes.ts'
import { waiverTable } from '../features/money/waiver/waiver.lifecycle.ts'
import { writeOffGrounds, writeOffStates } from '../features/money/write-off/write-off-codes.ts'
import { collectionGrounds, collectionStates } from '../features/money/collection/collection-codes.ts'
import { enforcementTable } from '../features/money/enforcement/enforcement.lifecycle.ts'
import { replyOutcomes, requestEndings, requestKinds } from '../features/money/enforcement/bank-request.repository.ts'
import { evidenceKinds as enforcementEvidenceKinds } from '../features/money/enforcement/evidence/evidence-kinds.ts'
import { fineTable } from '../features/money/fine/fine.lifecycle.ts'
import { enforcementPapers } from '../features/money/enforcement/legal-steps.ts'
import { reportKinds } from '../features/desk/report/report-codes.ts'
import { reportTable } from '../features/desk/report/report.lifecycle.ts'
import { accountKinds, clerkDuties, lockGrounds, partnerKinds, sessionStages, tokenScopes } from '../access/viewer.ts'
import { onlineFilingSources } from '../features/register/employer/online-filing.repository.ts'
import { onlineFilingTable } from '../features/register/online-filing/online-filing.lifecycle.ts'
import { relationTransferTable } from '../features/desk/transfer/relation-transfer.lifecycle.ts'
import { transferDirections } from '../features/desk/transfer/relation-transfer.repository.ts'
import { questionTable } from '../features/desk/question/question.lifecycle.ts'
import { entryKinds, questionKinds, questionSubjects, questionTopics } from '../features/desk/question/question-rule.ts'
import { cancellationTable } from '../features/filing/cancellation/cancellation.lifecycle.ts'
import { registrationTable } from '../features/register/registration/registration.lifecycle.ts'
import { particularsChangeTable } from '../features/register/particulars-change/particulars-change.lifecycle.ts'
import { changeKinds } from '../features/register/particulars-change/wanted-values.ts'
import { workRuleTable } from '../features/desk/work-rule/work-rule.lifecycle.ts'
import { figureChangeTable } from '../features/register/figure/figure-change.lifecycle.ts'
import { paperTemplateTable } from '../features/register/paper-template/paper-template.lifecycle.ts'
import { paperTemplateNames } from '../features/register/paper-template/template-names.ts'
import { serviceFigureNames } from '../platform/service-figures.ts'
import { payeeChangeTable } from '../features/register/office/payee-change.lifecycle.ts'
import { mandateTable } from '../features/office/mandate/mandate.lifecycle.ts'
import { oneTimePurposes } from '../features/office/one-time-code/one-time-code-codes.ts'
import {
  authenticatorKinds,
  codeDeliveries,
  membershipRoles,
  membershipScopes,
  verificationKinds,
} from '../features/office/session/session-codes.ts'
import {
  deliveryReasons,
  deliveryStates,
  notificationChannels,
  notificationKinds,
} from '../telling/notification-codes.ts'
import { registerSources } from '../features/register/employer/register-source.ts'
import { documentKinds } from '../features/register/paper/register-document.ts'

/** Every column that holds a code, with the list in the code that its CHECK in the database must repeat. */
export const closedKinds: Readonly<Record<string, readonly string[]>> = {
  'statistic_change.insurance': countedInsurances,
  'statistic_month.insurance': countedInsurances,
  'statistic_cell.insurance': countedInsurances,
  'rule_failure.kind': checkedKinds,
  'account.kind': accountKinds,
  'account.language': LANGUAGES,
  'membership.role': membershipRoles,
  'membership.scope_kind': membershipScopes,
  'membership.duties': clerkDuties,
  'online_filing.status': onlineFilingTable.states,
  'online_filing.source': onlineFilingSources,
  'article.topic': questionTopics,
  'article.insurance': FIVE_INSURANCES,
  'relation_transfer.direction': transferDirections,
  'relation_transfer.status': relationTransferTable.states,
  'transferred_months.direction': transferDirections,
  'transferred_months.insurance': MOVING_INSURANCES,
  'question.kind': questionKinds,
  'question.topic': questionTopics,
  'question.about': questionSubjects,
  'question.insurance': FIVE_INSURANCES,
  'question.status': questionTable.states,
  'question_entry.kind': entryKinds,
  'cancellation.status': cancellationTable.states,
  'registration.status': registrationTable.states,
  'particulars_change.kind': changeKinds,
  'particulars_change.status': particularsChangeTable.states,
  'payee_change.status': payeeChangeTable.states,
  'figure_change.name': serviceFigureNames,
  'paper_template_version.name': paperTemplateNames,
  'paper_template_version.status': paperTemplateTable.states,
  'hotline_script_version.matter': scriptMatters,
  'hotline_script_version.status': hotlineScriptTable.states,
  'work_rule.status': workRuleTable.states,
  'figure_change.status': figureChangeTable.states,
  'mandate.status': mandateTable.states,
  'mandate.duties': clerkDuties.filter((duty) => duty !== 'ADMINISTER'),
  'session.stage': sessionStages,
  'access_token.scopes': tokenScopes,
  'deadline_feed.language': LANGUAGES,
  'notification.kind': notificationKinds,
  'notification_delivery.channel': notificationChannels,
  'notification_delivery.state': deliveryStates,
  'notification_delivery.reason': deliveryReasons,
  'contact_setting.pending_channel': notificationChannels,
  'saved_view.page': viewPages,
  'attachment.media_type': mediaTypes,
  'attachment.scan': keptScans,
  'attachment.subject_kind': subjectKinds,
  'attachment.retention': retentionClasses,
  'card_password_reset.delivery': codeDeliveries,
  'authenticator.kind': authenticatorKinds,
  'one_time_code.purpose': oneTimePurposes,
  'verification_challenge.kind': verificationKinds,
  'office.collector_type': COLLECTOR_TYPES,
  'employer.unit_type': UNIT_TYPES,
  'employer.industry': INDUSTRIES,
  'employer.legal_rep_id_type': PERSON_ID_TYPES,
  'individual.id_type': PERSON_ID_TYPES,
  'individual.sex': sexes,
  'enrolment.employment_form': employmentForms,
  'enrolment.household_type': householdTypes,
  'enrolment.stop_reason': CHANGE_TYPES.filter(isStop),
  'calendar_day.kind': CALENDAR_DAY_KINDS,
  'enrolment.source': registerSources,
  'employer_particulars.source': registerSources,
  'employer_particulars.unit_type': UNIT_TYPES,
  'employer_particulars.industry': INDUSTRIES,
  'employer_particulars.legal_rep_id_type': PERSON_ID_TYPES,
  'import_layout.kind': importKinds,
  'record_consent.relation': relations,
  'employer_report.kind': reportKinds,
  'employer_report.status': reportTable.states,
  'collection_case.ground': collectionGrounds,
  'collection_case.status': collectionStates,
  'enforcement_case.status': enforcementTable.states,
  'enforcement_standing.status': enforcementTable.states,
  'enforcement_paper.kind': enforcementPapers,
  'bank_request.kind': requestKinds,
  'bank_request.ending': requestEndings,
  'bank_reply.outcome': replyOutcomes,
  'fine_case.status': fineTable.states,
  'fine_standing.status': fineTable.states,
  'enforcement_evidence.kind': enforcementEvidenceKinds,
  'register_import.kind': importKinds,
  'register_import.status': importTable.states,
  'card.status': cardStatuses,
  'card.bank_status': cardBankStatuses,
  'card.kind': cardKinds,
  'card.channel': cardChannels,
  'hotline_call.status': callStates,
  'hotline_call.outcome': callOutcomes,
  'hotline_call.wish': callWishes,
  'hotline_call.language': LANGUAGES,
  'hotline_call.proofs': callerProofs,
  'card_event.application': cardApplications,
  'card_event.channel': cardChannels,
  'card_event.actor_kind': eventActors,
  'partner.kind': partnerKinds,
  'declaration.kind': declarationKinds,
  'declaration.filing': filings,
  'monthly_change.change_type': CHANGE_TYPES,
  'monthly_change.insurances': FIVE_INSURANCES,
  'monthly_claim.insurance': ['PENSION', 'MEDICAL'],
  'review_note.settled_by': noteSettlements,
  'declaration.status': declarationStatuses,
  'declaration_version.verdict': COMPLETE_VERDICTS,
  'personnel_upload.mode': uploadModes,
  'personnel_confirmation.status': confirmationTable.states,
  'personnel_confirmation.way': confirmationWays,
  'roster_difference.kind': differenceKinds,
  'roster_difference.resolution': resolutions,
  'roster_difference.stop_reason': CHANGE_TYPES.filter(isStop),
  'case_event.actor_kind': eventActors,
  'document.kind': documentKinds,
  'paper_copy.kind': declarationKinds,
  'paper_copy.status': paperCopyTable.states,
  'paper_rule.kind': declarationKinds,
  'paper_rule.consequence': paperConsequences,
  'print_run.status': printRunTable.states,
  'print_run.language': LANGUAGES,
  'print_item.kind': printableKinds,
  'print_item.problem': itemProblems,
  'policy_parameter.insurance': ['ALL', ...INSURANCES],
  'policy_parameter.payer_side': ['ALL', ...SIDES],
  'policy_parameter.name': PARAMETER_NAMES,
  'policy_proposal.status': proposalStatuses,
  'accepted_warning.code': PROPOSAL_WARNINGS,
  'premium_payment.kind': monthKinds,
  'premium_payment.status': monthStatuses,
  'payment_notice.kind': noticeKinds,
  'payment_notice.status': noticeStatuses,
  'payment_notice_line.insurance': FIVE_INSURANCES,
  'payment.channel': paymentChannels,
  'payment.status': paymentStatuses,
  'debit_agreement.status': agreementStatuses,
  'debit_agreement.ended_by': agreementEnders,
  'billing_run.kind': runKinds,
  'billing_run.status': runStatuses,
  'billing_run_problem.code': unitProblemCodes,
  'bank_notification.outcome': reportOutcomes,
  'ledger_account.kind': ledgerAccountKinds,
  'ledger_account.insurance': INSURANCES,
  'ledger_transfer.kind': transferKinds,
  'ledger_entry.insurance': INSURANCES,
  'ledger_entry.side': SIDES,
  'statement.source': statementSources,
  'statement.format': statementFormats,
  'statement.origin': statementOrigins,
  'statement.state': statementStates,
  'reconciliation_day.status': dayStatuses,
  'reconciliation_item.outcome': RECONCILIATION_OUTCOMES,
  'reconciliation_item.resolution': itemResolutions,
  'refund.source': REFUND_SOURCES,
  'refund.month_kind': monthKinds,
  'refund.reason': ANY_REFUND_REASONS,
  'refund.status': REFUND_STATES,
  'deemed_assessment.way': deemedWays,
  'deemed_assessment.status': deemedStates,
  'employer_lock.ground': lockGrounds,
  'employer_lock.status': employerLockTable.states,
  'waiver.kind': waiverKinds,
  'waiver.ground': waiverGrounds,
  'waiver.status': waiverTable.states,
  'write_off.ground': writeOffGrounds,
  'write_off.status': writeOffStates,
  'back_payment.evidence': evidenceKinds,
  'back_payment.route': backPaymentRoutes,
  'back_payment.status': backPaymentStates,
  'back_payment_month.insurances': FIVE_INSURANCES,
}
