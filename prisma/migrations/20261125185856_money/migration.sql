-- DropIndex
DROP INDEX "payment_notice_employer_id_period_key";

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "first_month_wage" BIGINT,
ADD COLUMN     "months_worked" INTEGER,
ADD COLUMN     "wages_last_year" BIGINT;

-- AlterTable
ALTER TABLE "policy_parameter" ADD COLUMN     "proposal_id" UUID,
ADD COLUMN     "superseded_by" UUID,
ALTER COLUMN "approved_by" SET NOT NULL;

-- AlterTable
ALTER TABLE "premium_payment" DROP CONSTRAINT "premium_payment_pkey",
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD CONSTRAINT "premium_payment_pkey" PRIMARY KEY ("individual_id", "period", "employer_id", "kind", "sequence");

-- AlterTable
ALTER TABLE "payment_notice" ADD COLUMN     "basis" JSONB,
ADD COLUMN     "bears_late_fee" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'NORMAL',
ADD COLUMN     "run_id" UUID,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "employer_id" UUID,
ADD COLUMN     "value_date" TEXT,
ALTER COLUMN "notice_id" DROP NOT NULL;
-- Payments made so far belong to the employer of their notice.
UPDATE "payment" SET "employer_id" = notice."employer_id" FROM "payment_notice" notice WHERE notice."id" = "payment"."notice_id";
ALTER TABLE "payment" ALTER COLUMN "employer_id" SET NOT NULL;

-- CreateTable
CREATE TABLE "policy_proposal" (
    "id" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "rows_hash" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "editors" UUID[],
    "simulation" JSONB,
    "simulated_hash" TEXT,
    "simulated_at" TIMESTAMP(3),
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "ended_by" UUID,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "policy_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debit_agreement" (
    "id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "agreement_no" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "account_masked" TEXT,
    "requested_by" UUID NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "signed_at" TIMESTAMP(3),
    "ended_at" TIMESTAMP(3),
    "ended_by" TEXT,
    "end_reason" TEXT,

    CONSTRAINT "debit_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "billing_run" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "proposal_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'RUNNING',
    "cursor" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    "employers_total" INTEGER NOT NULL DEFAULT 0,
    "employers_done" INTEGER NOT NULL DEFAULT 0,
    "notices_issued" INTEGER NOT NULL DEFAULT 0,
    "people" INTEGER NOT NULL DEFAULT 0,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "credited" BIGINT NOT NULL DEFAULT 0,
    "started_by" UUID,
    "started_at" TIMESTAMP(3) NOT NULL,
    "heartbeat_at" TIMESTAMP(3) NOT NULL,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "billing_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "billing_run_problem" (
    "run_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "billing_run_problem_pkey" PRIMARY KEY ("run_id","employer_id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "statement_no" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "opening_balance" BIGINT,
    "closing_balance" BIGINT,
    "entry_count" INTEGER NOT NULL,
    "credit_total" BIGINT NOT NULL,
    "debit_total" BIGINT NOT NULL,
    "imported_by" UUID,
    "imported_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_entry" (
    "id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "end_to_end_id" TEXT,
    "amount" BIGINT NOT NULL,
    "value_date" TEXT NOT NULL,
    "payer_name" TEXT,
    "payer_masked" TEXT,
    "remittance" TEXT,
    "payment_id" UUID,

    CONSTRAINT "statement_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconciliation_day" (
    "day" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "compared_at" TIMESTAMP(3),
    "closed_by" UUID,
    "closed_at" TIMESTAMP(3),

    CONSTRAINT "reconciliation_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "reconciliation_item" (
    "id" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "payment_id" UUID,
    "employer_id" UUID,
    "system_amount" BIGINT,
    "bank_amount" BIGINT,
    "treasury_amount" BIGINT,
    "bank_entry_id" UUID,
    "treasury_entry_id" UUID,
    "resolution" TEXT,
    "note" TEXT,
    "resolved_by" UUID,
    "resolved_at" TIMESTAMP(3),

    CONSTRAINT "reconciliation_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "individual_id" UUID,
    "period" TEXT,
    "month_kind" TEXT,
    "month_sequence" INTEGER,
    "payment_id" UUID,
    "reason" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "personal_share" BIGINT NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'APPLIED',
    "benefit_drawn" BOOLEAN,
    "receipt_signed" BOOLEAN NOT NULL DEFAULT false,
    "applied_by" UUID NOT NULL,
    "applied_at" TIMESTAMP(3) NOT NULL,
    "verified_by" UUID,
    "verified_at" TIMESTAMP(3),
    "approved_by" UUID,
    "approved_at" TIMESTAMP(3),
    "paid_out_by" UUID,
    "paid_out_at" TIMESTAMP(3),
    "bank_reference" TEXT,
    "rejected_by" UUID,
    "rejected_at" TIMESTAMP(3),
    "rejection_reason" TEXT,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "write_off" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "ground" TEXT NOT NULL,
    "document_no" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'REQUESTED',
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),

    CONSTRAINT "write_off_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "policy_proposal_region_status_idx" ON "policy_proposal"("region", "status");

-- CreateIndex
CREATE UNIQUE INDEX "debit_agreement_agreement_no_key" ON "debit_agreement"("agreement_no");

-- CreateIndex
CREATE INDEX "debit_agreement_employer_id_idx" ON "debit_agreement"("employer_id");

-- CreateIndex
CREATE INDEX "billing_run_started_at_idx" ON "billing_run"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "statement_content_hash_key" ON "statement"("content_hash");

-- CreateIndex
CREATE INDEX "statement_day_idx" ON "statement"("day");

-- CreateIndex
CREATE UNIQUE INDEX "statement_source_account_statement_no_key" ON "statement"("source", "account", "statement_no");

-- CreateIndex
CREATE INDEX "statement_entry_reference_idx" ON "statement_entry"("reference");

-- CreateIndex
CREATE INDEX "statement_entry_end_to_end_id_idx" ON "statement_entry"("end_to_end_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_entry_statement_id_line_no_key" ON "statement_entry"("statement_id", "line_no");

-- CreateIndex
CREATE INDEX "reconciliation_item_day_resolution_idx" ON "reconciliation_item"("day", "resolution");

-- CreateIndex
CREATE UNIQUE INDEX "reconciliation_item_day_outcome_reference_key" ON "reconciliation_item"("day", "outcome", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "refund_number_key" ON "refund"("number");

-- CreateIndex
CREATE INDEX "refund_employer_id_idx" ON "refund"("employer_id");

-- CreateIndex
CREATE INDEX "refund_status_applied_at_idx" ON "refund"("status", "applied_at");

-- CreateIndex
CREATE INDEX "write_off_notice_id_idx" ON "write_off"("notice_id");

-- CreateIndex
CREATE INDEX "write_off_status_requested_at_idx" ON "write_off"("status", "requested_at");

-- CreateIndex
CREATE INDEX "payment_notice_run_id_idx" ON "payment_notice"("run_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_notice_employer_id_period_kind_sequence_key" ON "payment_notice"("employer_id", "period", "kind", "sequence");

-- CreateIndex
CREATE INDEX "payment_employer_id_created_at_idx" ON "payment"("employer_id", "created_at");

-- CreateIndex
CREATE INDEX "payment_value_date_idx" ON "payment"("value_date");

-- CreateIndex
CREATE INDEX "ledger_account_employer_id_idx" ON "ledger_account"("employer_id");

-- CreateIndex
CREATE INDEX "ledger_transfer_notice_id_idx" ON "ledger_transfer"("notice_id");

-- CreateIndex
CREATE INDEX "ledger_transfer_payment_id_idx" ON "ledger_transfer"("payment_id");

-- AddForeignKey
ALTER TABLE "billing_run_problem" ADD CONSTRAINT "billing_run_problem_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "billing_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_entry" ADD CONSTRAINT "statement_entry_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reconciliation_item" ADD CONSTRAINT "reconciliation_item_day_fkey" FOREIGN KEY ("day") REFERENCES "reconciliation_day"("day") ON DELETE RESTRICT ON UPDATE CASCADE;
