-- Every column that holds a code accepts just the values that the code knows. The lists stand in the rooms that own
-- them; closed-kinds.test.ts reads these constraints back from the catalog and compares. A new code is a new migration.

ALTER TABLE account
  ADD CONSTRAINT account_kind_known CHECK (kind IN ('EMPLOYER', 'INSURED', 'STAFF')),
  ADD CONSTRAINT account_roles_known CHECK (roles <@ ARRAY['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR']),
  ADD CONSTRAINT account_language_known CHECK (language IN ('zh-CN', 'en'));

ALTER TABLE session
  ADD CONSTRAINT session_stage_known CHECK (stage IN ('FULL', 'MUST_CHANGE_PASSWORD'));

ALTER TABLE verification_challenge
  ADD CONSTRAINT verification_challenge_kind_known CHECK (kind IN ('IMAGE', 'PROOF_OF_WORK'));

ALTER TABLE office
  ADD CONSTRAINT office_collector_type_known CHECK (collector_type IN ('TAX_AUTHORITY', 'AGENCY'));

ALTER TABLE employer
  ADD CONSTRAINT employer_unit_type_known CHECK (unit_type IN ('ENTERPRISE', 'INSTITUTION', 'ORGAN', 'SOCIAL_GROUP', 'PRIVATE_NON_ENTERPRISE', 'INDIVIDUAL_BUSINESS', 'COOPERATIVE', 'OTHER')),
  ADD CONSTRAINT employer_industry_known CHECK (industry IN ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T')),
  ADD CONSTRAINT employer_legal_rep_id_type_known CHECK (legal_rep_id_type IN ('RESIDENT_ID', 'HMT_RESIDENCE_PERMIT', 'HMT_TRAVEL_NUMBER', 'FOREIGN_PERMANENT_RESIDENCE', 'FOREIGN_PASSPORT_NUMBER'));

ALTER TABLE individual
  ADD CONSTRAINT individual_id_type_known CHECK (id_type IN ('RESIDENT_ID', 'HMT_RESIDENCE_PERMIT', 'HMT_TRAVEL_NUMBER', 'FOREIGN_PERMANENT_RESIDENCE', 'FOREIGN_PASSPORT_NUMBER')),
  ADD CONSTRAINT individual_sex_known CHECK (sex IN ('MALE', 'FEMALE'));

ALTER TABLE enrolment
  ADD CONSTRAINT enrolment_employment_form_known CHECK (employment_form IN ('REGULAR', 'CONTRACT', 'TEMPORARY', 'SEASONAL')),
  ADD CONSTRAINT enrolment_household_type_known CHECK (household_type IN ('LOCAL_URBAN', 'LOCAL_RURAL', 'NONLOCAL_URBAN', 'NONLOCAL_RURAL')),
  ADD CONSTRAINT enrolment_stop_reason_known CHECK (stop_reason IN ('STOP_RESIGN', 'STOP_DISMISSED', 'STOP_CONTRACT_END', 'STOP_RETIRED', 'STOP_DEATH', 'STOP_EMIGRATED', 'STOP_TRANSFER_OUT'));

ALTER TABLE card
  ADD CONSTRAINT card_status_known CHECK (status IN ('APPLIED', 'MADE', 'INACTIVE', 'NORMAL', 'ORAL_LOSS', 'WRITTEN_LOSS', 'FROZEN', 'PIN_LOCKED', 'REPLACED', 'CANCELLED')),
  ADD CONSTRAINT card_bank_status_known CHECK (bank_status IN ('APPLIED', 'MADE', 'INACTIVE', 'NORMAL', 'ORAL_LOSS', 'WRITTEN_LOSS', 'FROZEN', 'PIN_LOCKED', 'REPLACED', 'CANCELLED'));

ALTER TABLE declaration
  ADD CONSTRAINT declaration_kind_known CHECK (kind IN ('ANNUAL_INSPECTION')),
  ADD CONSTRAINT declaration_status_known CHECK (status IN ('NOT_STARTED', 'UNIT_DONE', 'PERSONNEL_OPEN', 'ROSTER_DOWNLOADED', 'COMPARED', 'READY', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'PRINTED', 'PAPER_FILED', 'CLOSED'));

ALTER TABLE declaration_version
  ADD CONSTRAINT declaration_version_verdict_known CHECK (verdict IN ('COMPLETE', 'COMPLETE_WITH_WARNINGS'));

ALTER TABLE personnel_upload
  ADD CONSTRAINT personnel_upload_mode_known CHECK (mode IN ('REPLACE', 'MERGE'));

ALTER TABLE roster_difference
  ADD CONSTRAINT roster_difference_kind_known CHECK (kind IN ('MISSING_IN_UNIT', 'EXTRA_IN_UNIT', 'NAME_DIFF', 'WAGE_OR_BASE_DIFF', 'PARTICIPATION_DIFF', 'DUPLICATE', 'INVALID_ID')),
  ADD CONSTRAINT roster_difference_resolution_known CHECK (resolution IN ('STOP', 'RESTORE', 'ADD', 'REMOVE', 'CORRECT_OURS', 'INFO_CHANGE', 'ACCEPT_BUREAU', 'ACCEPT_UNIT', 'FIX')),
  ADD CONSTRAINT roster_difference_stop_reason_known CHECK (stop_reason IN ('STOP_RESIGN', 'STOP_DISMISSED', 'STOP_CONTRACT_END', 'STOP_RETIRED', 'STOP_DEATH', 'STOP_EMIGRATED', 'STOP_TRANSFER_OUT'));

ALTER TABLE declaration_event
  ADD CONSTRAINT declaration_event_action_known CHECK (action IN ('OPEN', 'RECOMMEND', 'EDIT_UNIT', 'COMPLETE_UNIT', 'EDIT_PERSONNEL', 'DOWNLOAD_ROSTER', 'COMPARE', 'CONFIRM', 'SUBMIT', 'WITHDRAW', 'START_REVIEW', 'RETURN', 'REOPEN', 'APPROVE', 'PRINT', 'FILE_PAPER', 'RETURN_PAPER', 'CLOSE')),
  ADD CONSTRAINT declaration_event_status_known CHECK (status IN ('NOT_STARTED', 'UNIT_DONE', 'PERSONNEL_OPEN', 'ROSTER_DOWNLOADED', 'COMPARED', 'READY', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'PRINTED', 'PAPER_FILED', 'CLOSED')),
  ADD CONSTRAINT declaration_event_actor_kind_known CHECK (actor_kind IN ('EMPLOYER', 'INSURED', 'STAFF', 'SYSTEM'));

ALTER TABLE document
  ADD CONSTRAINT document_kind_known CHECK (kind IN ('ANNUAL_INSPECTION_FORM', 'PAYMENT_NOTICE', 'PAYMENT_VOUCHER', 'PAYMENT_RECEIPT', 'UNIT_CERTIFICATE', 'PERSONAL_CERTIFICATE'));

ALTER TABLE policy_parameter
  ADD CONSTRAINT policy_parameter_insurance_known CHECK (insurance IN ('ALL', 'PENSION', 'UNEMPLOYMENT', 'MEDICAL', 'LARGE_MEDICAL', 'WORK_INJURY', 'MATERNITY')),
  ADD CONSTRAINT policy_parameter_payer_side_known CHECK (payer_side IN ('ALL', 'EMPLOYER', 'PERSONAL')),
  ADD CONSTRAINT policy_parameter_name_known CHECK (name IN ('RATE_PPM', 'FIXED_AMOUNT', 'BASE_FLOOR', 'BASE_CEILING', 'ROUNDING', 'AVERAGE_ROUNDING', 'MATERNITY_MODE', 'PAYMENT_YEAR_START_MONTH', 'MINIMUM_WAGE', 'LATE_FEE_RULE', 'LATE_FEE_CAP', 'DECLARATION_MODE', 'COLLECTOR_TYPE', 'FILING_CUT_OFF_DAY', 'PAYMENT_DUE_DAY', 'BACK_PAYMENT_ONLINE_MONTHS', 'BACK_PAYMENT_ONLINE_PEOPLE'));

ALTER TABLE policy_proposal
  ADD CONSTRAINT policy_proposal_status_known CHECK (status IN ('DRAFT', 'SIMULATED', 'PUBLISHED', 'WITHDRAWN'));

ALTER TABLE premium_payment
  ADD CONSTRAINT premium_payment_kind_known CHECK (kind IN ('NORMAL', 'BACK_PAYMENT', 'DIFFERENCE', 'REFUND')),
  ADD CONSTRAINT premium_payment_status_known CHECK (status IN ('PAID', 'UNPAID', 'DEFERRED', 'BACK_PAID', 'REFUNDED'));

ALTER TABLE payment_notice
  ADD CONSTRAINT payment_notice_kind_known CHECK (kind IN ('NORMAL', 'DIFFERENCE', 'BACK_PAYMENT', 'DEEMED')),
  ADD CONSTRAINT payment_notice_status_known CHECK (status IN ('UNPAID', 'SENT_TO_BANK', 'PARTIALLY_PAID', 'POSTED', 'RECONCILED', 'WRITTEN_OFF'));

ALTER TABLE payment_notice_line
  ADD CONSTRAINT payment_notice_line_insurance_known CHECK (insurance IN ('PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'));

ALTER TABLE payment
  ADD CONSTRAINT payment_channel_known CHECK (channel IN ('E_BANK', 'AGREEMENT_DEBIT', 'BANK_TRANSFER')),
  ADD CONSTRAINT payment_status_known CHECK (status IN ('SENT_TO_BANK', 'SUCCESS', 'FAILED', 'UNKNOWN'));

ALTER TABLE debit_agreement
  ADD CONSTRAINT debit_agreement_status_known CHECK (status IN ('PENDING', 'ACTIVE', 'REFUSED', 'ENDED')),
  ADD CONSTRAINT debit_agreement_ended_by_known CHECK (ended_by IN ('EMPLOYER', 'BANK'));

ALTER TABLE billing_run
  ADD CONSTRAINT billing_run_kind_known CHECK (kind IN ('MONTHLY', 'DIFFERENCE')),
  ADD CONSTRAINT billing_run_status_known CHECK (status IN ('RUNNING', 'PAUSED', 'DONE'));

ALTER TABLE billing_run_problem
  ADD CONSTRAINT billing_run_problem_code_known CHECK (code IN ('UNKNOWN_REGION', 'UNKNOWN_PERIOD', 'OVERLAPPING_PARAMETERS', 'MISSING_PARAMETERS', 'UNUSABLE_PARAMETERS', 'LIMITS_REVERSED', 'UNIT_RATE_OUT_OF_CLASS', 'INJURY_CLASS_UNKNOWN', 'WAGE_UNUSABLE', 'BUREAU_AMOUNT_NEEDED'));

ALTER TABLE bank_notification
  ADD CONSTRAINT bank_notification_outcome_known CHECK (outcome IN ('POSTED', 'REPEATED', 'AMOUNT_DIFF', 'DUPLICATE', 'UNKNOWN_PAYMENT', 'CONTRADICTS', 'RECORDED'));

ALTER TABLE ledger_account
  ADD CONSTRAINT ledger_account_kind_known CHECK (kind IN ('RECEIVABLE', 'CREDIT', 'FUND', 'BANK', 'SUSPENSE', 'WRITE_OFF')),
  ADD CONSTRAINT ledger_account_insurance_known CHECK (insurance IN ('PENSION', 'UNEMPLOYMENT', 'MEDICAL', 'LARGE_MEDICAL', 'WORK_INJURY', 'MATERNITY'));

ALTER TABLE ledger_transfer
  ADD CONSTRAINT ledger_transfer_kind_known CHECK (kind IN ('CHARGE', 'PAYMENT', 'ALLOCATION', 'LATE_FEE', 'REFUND', 'DIFFERENCE', 'WRITE_OFF', 'SUSPENSE'));

ALTER TABLE ledger_entry
  ADD CONSTRAINT ledger_entry_insurance_known CHECK (insurance IN ('PENSION', 'UNEMPLOYMENT', 'MEDICAL', 'LARGE_MEDICAL', 'WORK_INJURY', 'MATERNITY')),
  ADD CONSTRAINT ledger_entry_side_known CHECK (side IN ('EMPLOYER', 'PERSONAL'));

ALTER TABLE statement
  ADD CONSTRAINT statement_source_known CHECK (source IN ('BANK', 'TREASURY')),
  ADD CONSTRAINT statement_format_known CHECK (format IN ('CAMT053', 'CSV'));

ALTER TABLE reconciliation_day
  ADD CONSTRAINT reconciliation_day_status_known CHECK (status IN ('OPEN', 'CLOSED'));

ALTER TABLE reconciliation_item
  ADD CONSTRAINT reconciliation_item_outcome_known CHECK (outcome IN ('MATCHED', 'BANK_ONLY', 'SYSTEM_ONLY', 'AMOUNT_DIFF', 'DUPLICATE')),
  ADD CONSTRAINT reconciliation_item_resolution_known CHECK (resolution IN ('MATCHED', 'ASSIGN', 'RETURN_TO_PAYER', 'BOOKED_OTHER_DAY', 'REVERSE', 'TO_CREDIT', 'TO_SUSPENSE', 'BANK_ERROR'));

ALTER TABLE refund
  ADD CONSTRAINT refund_source_known CHECK (source IN ('MONTH', 'CREDIT', 'SUSPENSE')),
  ADD CONSTRAINT refund_month_kind_known CHECK (month_kind IN ('NORMAL', 'BACK_PAYMENT', 'DIFFERENCE', 'REFUND')),
  ADD CONSTRAINT refund_reason_known CHECK (reason IN ('DUPLICATE', 'OVER_DECLARED', 'DECEASED_BEFORE_PERIOD', 'WRONG_PERSON', 'SYSTEM_ERROR', 'OVERPAID', 'AMOUNT_DIFF', 'RETURN_TO_PAYER')),
  ADD CONSTRAINT refund_status_known CHECK (status IN ('APPLIED', 'VERIFIED', 'APPROVED', 'PAID_OUT', 'REJECTED'));

ALTER TABLE write_off
  ADD CONSTRAINT write_off_ground_known CHECK (ground IN ('DEBTOR_ENDED', 'DECISION_REVOKED', 'COURT_RULING')),
  ADD CONSTRAINT write_off_status_known CHECK (status IN ('REQUESTED', 'CONFIRMED', 'REFUSED'));

ALTER TABLE back_payment
  ADD CONSTRAINT back_payment_evidence_known CHECK (evidence <@ ARRAY['CONTRACT', 'PAYROLL', 'VOUCHER', 'LEGAL_DOCUMENT']),
  ADD CONSTRAINT back_payment_route_known CHECK (route IN ('ONLINE', 'STAFF_REVIEW')),
  ADD CONSTRAINT back_payment_status_known CHECK (status IN ('APPLIED', 'CHECKED', 'ISSUED', 'REJECTED'));

ALTER TABLE back_payment_month
  ADD CONSTRAINT back_payment_month_insurances_known CHECK (insurances <@ ARRAY['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY']);
