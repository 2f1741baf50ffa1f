-- DropIndex
DROP INDEX "declaration_employer_id_kind_year_key";

-- AlterTable
ALTER TABLE "declaration" ADD COLUMN     "filing" TEXT NOT NULL DEFAULT 'REGULAR',
ADD COLUMN     "period" TEXT,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "declaration_version" ADD COLUMN     "submit_key" UUID,
ADD COLUMN     "submit_revision" INTEGER;

-- CreateTable
CREATE TABLE "monthly_change" (
    "declaration_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "row_no" INTEGER NOT NULL,
    "id_hash" BYTEA,
    "id_masked" TEXT NOT NULL,
    "name_masked" TEXT NOT NULL,
    "personal" BYTEA NOT NULL,
    "content" JSONB NOT NULL,
    "change_type" TEXT,
    "effective_period" TEXT,
    "insurances" TEXT[],
    "errors" INTEGER NOT NULL DEFAULT 0,
    "warnings" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "monthly_change_pkey" PRIMARY KEY ("declaration_id","version","row_no")
);

-- CreateTable
CREATE TABLE "monthly_claim" (
    "id_hash" BYTEA NOT NULL,
    "insurance" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,

    CONSTRAINT "monthly_claim_pkey" PRIMARY KEY ("id_hash","insurance")
);

-- CreateTable
CREATE TABLE "unemployed_list_duty" (
    "id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "due_on" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "reported_on" TEXT,
    "reported_by" UUID,

    CONSTRAINT "unemployed_list_duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monthly_upload_part" (
    "upload_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "declaration_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "monthly_upload_part_pkey" PRIMARY KEY ("upload_id","part")
);

-- CreateIndex
CREATE INDEX "monthly_change_declaration_id_version_id_hash_idx" ON "monthly_change"("declaration_id", "version", "id_hash");

-- CreateIndex
CREATE INDEX "monthly_claim_declaration_id_idx" ON "monthly_claim"("declaration_id");

-- CreateIndex
CREATE INDEX "unemployed_list_duty_employer_id_due_on_idx" ON "unemployed_list_duty"("employer_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "unemployed_list_duty_declaration_id_due_on_key" ON "unemployed_list_duty"("declaration_id", "due_on");

-- CreateIndex
CREATE INDEX "monthly_upload_part_declaration_id_idx" ON "monthly_upload_part"("declaration_id");

-- CreateIndex
CREATE INDEX "declaration_employer_id_kind_year_idx" ON "declaration"("employer_id", "kind", "year");

-- CreateIndex
CREATE UNIQUE INDEX "declaration_version_submit_key_key" ON "declaration_version"("submit_key");

-- AddForeignKey
ALTER TABLE "monthly_change" ADD CONSTRAINT "monthly_change_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_claim" ADD CONSTRAINT "monthly_claim_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unemployed_list_duty" ADD CONSTRAINT "unemployed_list_duty_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_upload_part" ADD CONSTRAINT "monthly_upload_part_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- --- what the database refuses ------------------------------------------------------------------------------------

-- What stood under the key (employer, kind, year) until today are inspections: they are REGULAR, of no month, and stay one a year.
CREATE UNIQUE INDEX declaration_one_inspection ON declaration (employer_id, year) WHERE kind = 'ANNUAL_INSPECTION';
CREATE UNIQUE INDEX declaration_one_regular ON declaration (employer_id, period)
  WHERE kind = 'MONTHLY' AND filing = 'REGULAR' AND status <> 'CANCELLED';
CREATE UNIQUE INDEX declaration_one_sequence ON declaration (employer_id, period, filing, sequence)
  WHERE kind = 'MONTHLY' AND filing <> 'REGULAR';

ALTER TABLE declaration
  DROP CONSTRAINT declaration_kind_known,
  DROP CONSTRAINT declaration_status_known;
ALTER TABLE declaration
  ADD CONSTRAINT declaration_kind_known CHECK (kind IN ('ANNUAL_INSPECTION', 'MONTHLY')),
  ADD CONSTRAINT declaration_filing_known CHECK (filing IN ('REGULAR', 'SUPPLEMENTARY', 'REVISED')),
  ADD CONSTRAINT declaration_status_known CHECK (status IN ('NOT_STARTED', 'UNIT_DONE', 'PERSONNEL_OPEN', 'ROSTER_DOWNLOADED', 'COMPARED', 'READY', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'PRINTED', 'PAPER_FILED', 'CLOSED', 'DRAFT', 'WITHDRAWN', 'CANCELLED')),
  -- Each kind stands in the states of its own lifecycle.
  ADD CONSTRAINT declaration_status_of_kind CHECK (CASE kind
    WHEN 'MONTHLY' THEN status IN ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'WITHDRAWN', 'APPROVED', 'CANCELLED')
    ELSE status NOT IN ('DRAFT', 'WITHDRAWN', 'CANCELLED') END),
  ADD CONSTRAINT declaration_period_of_kind CHECK (CASE kind
    WHEN 'MONTHLY' THEN period ~ '^\d{4}-(0[1-9]|1[0-2])$' AND year = left(period, 4)::int
    ELSE period IS NULL AND filing = 'REGULAR' AND sequence = 0 END),
  ADD CONSTRAINT declaration_sequence CHECK (sequence >= 0 AND (filing <> 'REGULAR' OR sequence = 0));

ALTER TABLE declaration_version
  ADD CONSTRAINT declaration_version_submit_whole CHECK ((submit_key IS NULL) = (submit_revision IS NULL));

ALTER TABLE monthly_change
  ADD CONSTRAINT monthly_change_change_type_known CHECK (change_type IN ('ADD_NEW', 'ADD_RESUME', 'ADD_TRANSFER_IN', 'STOP_RESIGN', 'STOP_DISMISSED', 'STOP_CONTRACT_END', 'STOP_RETIRED', 'STOP_DEATH', 'STOP_EMIGRATED', 'STOP_TRANSFER_OUT', 'BASE_CHANGE', 'INFO_CHANGE')),
  ADD CONSTRAINT monthly_change_insurances_known CHECK (insurances <@ ARRAY['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY']),
  ADD CONSTRAINT monthly_change_counts CHECK (errors >= 0 AND warnings >= 0 AND row_no > 0 AND version >= 0),
  -- A version is complete: nothing in it is at fault, and everybody in it has a number.
  ADD CONSTRAINT monthly_change_frozen_whole CHECK (version = 0 OR (change_type IS NOT NULL AND id_hash IS NOT NULL));
-- Changes of the draft (version 0) may change; those of a submitted version may not.
CREATE TRIGGER monthly_change_submitted_fixed BEFORE UPDATE OR DELETE ON monthly_change
  FOR EACH ROW WHEN (OLD.version > 0) EXECUTE FUNCTION refuse_change();

ALTER TABLE monthly_claim
  -- Work injury with several employers is allowed; pension and medical are not (domain 3.1).
  ADD CONSTRAINT monthly_claim_insurance_known CHECK (insurance IN ('PENSION', 'MEDICAL'));

ALTER TABLE unemployed_list_duty
  ADD CONSTRAINT unemployed_list_duty_people CHECK (people > 0),
  ADD CONSTRAINT unemployed_list_duty_reported_whole CHECK ((reported_on IS NULL) = (reported_by IS NULL));

-- What is told of monthly declarations.
ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
ALTER TABLE notification
  ADD CONSTRAINT notification_kind_known CHECK (kind IN ('DECLARATION_RETURNED', 'DECLARATION_ACCEPTED', 'BILL_READY', 'BILL_DUE_SOON', 'BILL_OVERDUE', 'PAYMENT_RECEIVED', 'REFUND_WAITS', 'REFUND_APPROVED', 'REFUND_PAID_OUT', 'REFUND_REJECTED', 'BACK_PAYMENT_APPROVED', 'BACK_PAYMENT_REJECTED', 'CARD_PASSWORD_RESET', 'SIGNED_IN_AFTER_RESET', 'PASSWORD_LINK', 'ADDRESS_CODE', 'ADDRESS_CHANGED', 'MONTHLY_SUBMITTED', 'MONTHLY_RETURNED', 'MONTHLY_ACCEPTED'));
