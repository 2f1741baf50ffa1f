-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "employer_id" UUID,
    "individual_id" UUID,
    "staff_no" TEXT,
    "display_name" TEXT NOT NULL,
    "roles" TEXT[],
    "password_hash" TEXT NOT NULL,
    "password_initial" BOOLEAN NOT NULL DEFAULT false,
    "previous_hashes" TEXT[],
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMP(3),
    "last_sign_in_at" TIMESTAMP(3),
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'FULL',
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_challenge" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "answer_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),

    CONSTRAINT "verification_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key_hash" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "window_start" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "address_zh" TEXT NOT NULL,
    "address_en" TEXT NOT NULL,
    "collector_type" TEXT NOT NULL DEFAULT 'AGENCY',
    "settings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employer" (
    "id" UUID NOT NULL,
    "registration_no" TEXT NOT NULL,
    "credit_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "unit_type" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "injury_class" INTEGER NOT NULL,
    "injury_rate_ppm" INTEGER,
    "registered_address" TEXT NOT NULL,
    "legal_rep_name" TEXT NOT NULL,
    "legal_rep_id_type" TEXT NOT NULL DEFAULT 'RESIDENT_ID',
    "legal_rep_personal" BYTEA NOT NULL,
    "legal_rep_id_masked" TEXT NOT NULL,
    "bank_name" TEXT NOT NULL,
    "bank_account_name" TEXT NOT NULL,
    "bank_account_cipher" BYTEA NOT NULL,
    "bank_account_masked" TEXT NOT NULL,
    "registered_on" TEXT NOT NULL,
    "roster_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "individual" (
    "id" UUID NOT NULL,
    "id_type" TEXT NOT NULL,
    "id_hash" BYTEA NOT NULL,
    "id_masked" TEXT NOT NULL,
    "name_masked" TEXT NOT NULL,
    "personal" BYTEA NOT NULL,
    "sex" TEXT NOT NULL,
    "birth_date" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "individual_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "individual_id" UUID NOT NULL,
    "employment_form" TEXT NOT NULL,
    "household_type" TEXT NOT NULL,
    "hire_date" TEXT NOT NULL,
    "leave_date" TEXT,
    "from_period" TEXT NOT NULL,
    "to_period" TEXT,
    "stop_reason" TEXT,
    "pension" BOOLEAN NOT NULL DEFAULT true,
    "medical" BOOLEAN NOT NULL DEFAULT true,
    "unemployment" BOOLEAN NOT NULL DEFAULT true,
    "work_injury" BOOLEAN NOT NULL DEFAULT true,
    "maternity" BOOLEAN NOT NULL DEFAULT true,
    "average_wage" BIGINT NOT NULL,
    "paid_last_december" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card" (
    "id" UUID NOT NULL,
    "individual_id" UUID NOT NULL,
    "number_hash" BYTEA NOT NULL,
    "number_cipher" BYTEA NOT NULL,
    "number_masked" TEXT NOT NULL,
    "bank_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "bank_status" TEXT NOT NULL DEFAULT 'INACTIVE',
    "issued_on" TEXT,
    "activated_on" TEXT,
    "channel" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declaration" (
    "id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'ANNUAL_INSPECTION',
    "year" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'NOT_STARTED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "unit_form" JSONB NOT NULL DEFAULT '{}',
    "unit_personal" BYTEA,
    "unit_revision" INTEGER NOT NULL DEFAULT 0,
    "personnel_revision" INTEGER NOT NULL DEFAULT 0,
    "signed_list" BOOLEAN NOT NULL DEFAULT false,
    "downloaded_roster_version" INTEGER,
    "compared_revision" INTEGER,
    "compared_roster_version" INTEGER,
    "column_mapping" JSONB,
    "file_name" TEXT,
    "opens_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "submitted_at" TIMESTAMP(3),
    "paper_received_on" TEXT,
    "paper_pages" INTEGER,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declaration_version" (
    "declaration_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "form_no" TEXT NOT NULL,
    "unit_form" JSONB NOT NULL,
    "unit_personal" BYTEA,
    "people" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "warnings" JSONB NOT NULL,
    "rule_set_hash" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "submitted_by" UUID NOT NULL,
    "submitted_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "declaration_version_pkey" PRIMARY KEY ("declaration_id","version")
);

-- CreateTable
CREATE TABLE "personnel_record" (
    "declaration_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "row_no" INTEGER NOT NULL,
    "id_hash" BYTEA,
    "id_masked" TEXT NOT NULL,
    "name_masked" TEXT NOT NULL,
    "personal" BYTEA NOT NULL,
    "content" JSONB NOT NULL,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "warnings" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "personnel_record_pkey" PRIMARY KEY ("declaration_id","version","row_no")
);

-- CreateTable
CREATE TABLE "roster_difference" (
    "id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "row_no" INTEGER,
    "enrolment_id" UUID,
    "id_masked" TEXT NOT NULL,
    "name_masked" TEXT NOT NULL,
    "personal" BYTEA,
    "detail" JSONB NOT NULL,
    "resolution" TEXT,
    "reason" TEXT,
    "stop_reason" TEXT,
    "resolved_at" TIMESTAMP(3),
    "resolved_by" UUID,

    CONSTRAINT "roster_difference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_note" (
    "id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declaration_event" (
    "id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "at" TIMESTAMP(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "declaration_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "verify_code" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "summary" JSONB NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_parameter" (
    "id" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "insurance" TEXT NOT NULL,
    "payer_side" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" BIGINT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "doc_no" TEXT NOT NULL,
    "published_on" TEXT,
    "source" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "approved_by" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_parameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "premium_payment" (
    "individual_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'NORMAL',
    "notice_id" UUID,
    "status" TEXT NOT NULL,
    "posted_on" TEXT,
    "average_wage" BIGINT NOT NULL,
    "pension_base" BIGINT NOT NULL,
    "pension_employer" BIGINT NOT NULL,
    "pension_personal" BIGINT NOT NULL,
    "medical_base" BIGINT NOT NULL,
    "medical_employer" BIGINT NOT NULL,
    "medical_personal" BIGINT NOT NULL,
    "unemployment_base" BIGINT NOT NULL,
    "unemployment_employer" BIGINT NOT NULL,
    "unemployment_personal" BIGINT NOT NULL,
    "work_injury_base" BIGINT NOT NULL,
    "work_injury_employer" BIGINT NOT NULL,
    "maternity_base" BIGINT NOT NULL,
    "maternity_employer" BIGINT NOT NULL,

    CONSTRAINT "premium_payment_pkey" PRIMARY KEY ("individual_id","period","employer_id","kind")
);

-- CreateTable
CREATE TABLE "payment_notice" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "declaration_id" UUID,
    "period" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "employer_total" BIGINT NOT NULL,
    "personal_total" BIGINT NOT NULL,
    "late_fee" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'UNPAID',
    "issued_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "posted_on" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_notice_line" (
    "notice_id" UUID NOT NULL,
    "insurance" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "base" BIGINT NOT NULL,
    "employer" BIGINT NOT NULL,
    "personal" BIGINT NOT NULL,

    CONSTRAINT "payment_notice_line_pkey" PRIMARY KEY ("notice_id","insurance")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'E_BANK',
    "status" TEXT NOT NULL DEFAULT 'SENT_TO_BANK',
    "failure" TEXT,
    "bank_reference" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMP(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_notification" (
    "id" UUID NOT NULL,
    "event_id" TEXT NOT NULL,
    "payment_id" UUID,
    "outcome" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "received_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "employer_id" UUID,
    "insurance" TEXT,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transfer" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "occurred_on" TEXT NOT NULL,
    "notice_id" UUID,
    "payment_id" UUID,
    "memo" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "transfer_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "period" TEXT,
    "insurance" TEXT,
    "side" TEXT,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "role" TEXT,
    "origin" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "reason" TEXT,
    "change" JSONB NOT NULL DEFAULT '{}',
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_individual_id_key" ON "account"("individual_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_staff_no_key" ON "account"("staff_no");

-- CreateIndex
CREATE INDEX "account_employer_id_idx" ON "account"("employer_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "verification_challenge_expires_at_idx" ON "verification_challenge"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "office_region_key" ON "office"("region");

-- CreateIndex
CREATE UNIQUE INDEX "employer_registration_no_key" ON "employer"("registration_no");

-- CreateIndex
CREATE UNIQUE INDEX "employer_credit_code_key" ON "employer"("credit_code");

-- CreateIndex
CREATE UNIQUE INDEX "individual_id_hash_key" ON "individual"("id_hash");

-- CreateIndex
CREATE INDEX "enrolment_employer_id_to_period_idx" ON "enrolment"("employer_id", "to_period");

-- CreateIndex
CREATE INDEX "enrolment_individual_id_idx" ON "enrolment"("individual_id");

-- CreateIndex
CREATE UNIQUE INDEX "card_number_hash_key" ON "card"("number_hash");

-- CreateIndex
CREATE INDEX "card_individual_id_idx" ON "card"("individual_id");

-- CreateIndex
CREATE INDEX "declaration_status_submitted_at_idx" ON "declaration"("status", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_employer_id_kind_year_key" ON "declaration"("employer_id", "kind", "year");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_version_form_no_key" ON "declaration_version"("form_no");

-- CreateIndex
CREATE INDEX "personnel_record_declaration_id_version_id_hash_idx" ON "personnel_record"("declaration_id", "version", "id_hash");

-- CreateIndex
CREATE INDEX "roster_difference_declaration_id_kind_idx" ON "roster_difference"("declaration_id", "kind");

-- CreateIndex
CREATE INDEX "review_note_declaration_id_version_idx" ON "review_note"("declaration_id", "version");

-- CreateIndex
CREATE INDEX "declaration_event_declaration_id_at_idx" ON "declaration_event"("declaration_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "document_number_key" ON "document"("number");

-- CreateIndex
CREATE UNIQUE INDEX "document_verify_code_key" ON "document"("verify_code");

-- CreateIndex
CREATE UNIQUE INDEX "policy_parameter_region_insurance_payer_side_category_name__key" ON "policy_parameter"("region", "insurance", "payer_side", "category", "name", "valid_from");

-- CreateIndex
CREATE INDEX "premium_payment_notice_id_idx" ON "premium_payment"("notice_id");

-- CreateIndex
CREATE INDEX "premium_payment_employer_id_period_idx" ON "premium_payment"("employer_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "payment_notice_number_key" ON "payment_notice"("number");

-- CreateIndex
CREATE INDEX "payment_notice_status_due_on_idx" ON "payment_notice"("status", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "payment_notice_employer_id_period_key" ON "payment_notice"("employer_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "payment_idempotency_key_key" ON "payment"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "payment_bank_reference_key" ON "payment"("bank_reference");

-- CreateIndex
CREATE INDEX "payment_notice_id_idx" ON "payment"("notice_id");

-- CreateIndex
CREATE INDEX "bank_notification_event_id_idx" ON "bank_notification"("event_id");

-- CreateIndex
CREATE INDEX "bank_notification_payment_id_idx" ON "bank_notification"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_code_key" ON "ledger_account"("code");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transfer_idempotency_key_key" ON "ledger_transfer"("idempotency_key");

-- CreateIndex
CREATE INDEX "ledger_entry_account_id_idx" ON "ledger_entry"("account_id");

-- CreateIndex
CREATE INDEX "ledger_entry_transfer_id_idx" ON "ledger_entry"("transfer_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_hash_key" ON "audit_event"("hash");

-- CreateIndex
CREATE INDEX "audit_event_record_type_record_id_idx" ON "audit_event"("record_type", "record_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_individual_id_fkey" FOREIGN KEY ("individual_id") REFERENCES "individual"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_individual_id_fkey" FOREIGN KEY ("individual_id") REFERENCES "individual"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_individual_id_fkey" FOREIGN KEY ("individual_id") REFERENCES "individual"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_version" ADD CONSTRAINT "declaration_version_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personnel_record" ADD CONSTRAINT "personnel_record_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_difference" ADD CONSTRAINT "roster_difference_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_note" ADD CONSTRAINT "review_note_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declaration_event" ADD CONSTRAINT "declaration_event_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_notice" ADD CONSTRAINT "payment_notice_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_notice" ADD CONSTRAINT "payment_notice_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_notice_line" ADD CONSTRAINT "payment_notice_line_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "payment_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "payment_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "ledger_transfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
