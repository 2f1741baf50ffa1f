-- CreateTable
CREATE TABLE "register_import" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'CHECKED',
    "file_name" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "date_1904" BOOLEAN NOT NULL,
    "columns" JSONB NOT NULL,
    "unknown" TEXT[],
    "row_count" INTEGER NOT NULL,
    "error_rows" INTEGER NOT NULL,
    "warning_rows" INTEGER NOT NULL,
    "amount" BIGINT,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMP(3) NOT NULL,
    "checked_at" TIMESTAMP(3) NOT NULL,
    "applied_by" UUID,
    "applied_at" TIMESTAMP(3),
    "taken_back_by" UUID,
    "taken_back_at" TIMESTAMP(3),

    CONSTRAINT "register_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_import_row" (
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "cells" BYTEA NOT NULL,
    "shown" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "errors" INTEGER NOT NULL,
    "warnings" INTEGER NOT NULL,
    "subject_id" UUID,

    CONSTRAINT "register_import_row_pkey" PRIMARY KEY ("import_id","row_no")
);

-- CreateIndex
CREATE INDEX "register_import_uploaded_at_id_idx" ON "register_import"("uploaded_at", "id");

-- AddForeignKey
ALTER TABLE "register_import_row" ADD CONSTRAINT "register_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "register_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE register_import
  ADD CONSTRAINT register_import_kind_known CHECK (kind IN ('EMPLOYERS', 'PEOPLE', 'ENROLMENTS', 'OPENING_BALANCES', 'HISTORY')),
  ADD CONSTRAINT register_import_status_known CHECK (status IN ('CHECKED', 'APPLIED', 'DISCARDED', 'TAKEN_BACK')),
  ADD CONSTRAINT register_import_counts CHECK (row_count >= 0 AND error_rows BETWEEN 0 AND row_count AND warning_rows BETWEEN 0 AND row_count),
  ADD CONSTRAINT register_import_applied CHECK (status NOT IN ('APPLIED', 'TAKEN_BACK') OR (applied_by IS NOT NULL AND error_rows = 0)),
  -- Money and months that count towards a pension are released by a second person (R765 37).
  ADD CONSTRAINT register_import_four_eyes CHECK (kind NOT IN ('OPENING_BALANCES', 'HISTORY') OR applied_by <> uploaded_by);

-- One file of a kind is here once, until it is discarded or taken back; of two people who bring it at once one is told.
CREATE UNIQUE INDEX register_import_same_file ON register_import (kind, content_hash) WHERE status IN ('CHECKED', 'APPLIED');
CREATE INDEX register_import_row_wrong ON register_import_row (import_id, row_no) WHERE errors > 0;

-- What was brought and by whom stays, taken back or not.
CREATE TRIGGER register_import_kept BEFORE DELETE ON register_import FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER register_import_final BEFORE UPDATE ON register_import FOR EACH ROW
  WHEN (OLD.status IN ('DISCARDED', 'TAKEN_BACK') OR (NEW.kind, NEW.content_hash, NEW.uploaded_by) IS DISTINCT FROM (OLD.kind, OLD.content_hash, OLD.uploaded_by))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER register_import_row_kept BEFORE DELETE ON register_import_row FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Months paid before this office's ledger began (HISTORY) stand without a notice; they alone can be taken back.
DROP TRIGGER premium_payment_kept ON premium_payment;
CREATE TRIGGER premium_payment_kept BEFORE DELETE ON premium_payment FOR EACH ROW
  WHEN (OLD.kind <> 'NORMAL' OR OLD.notice_id IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- What was owed when the ledger began is a bill of its own kind, charged against the account of opening balances.
ALTER TABLE payment_notice
  DROP CONSTRAINT payment_notice_kind_known,
  ADD CONSTRAINT payment_notice_kind_known CHECK (kind IN ('NORMAL', 'DIFFERENCE', 'BACK_PAYMENT', 'DEEMED', 'OPENING'));
ALTER TABLE ledger_account
  DROP CONSTRAINT ledger_account_kind_known,
  ADD CONSTRAINT ledger_account_kind_known CHECK (kind IN ('RECEIVABLE', 'CREDIT', 'FUND', 'BANK', 'SUSPENSE', 'WRITE_OFF', 'OPENING'));
