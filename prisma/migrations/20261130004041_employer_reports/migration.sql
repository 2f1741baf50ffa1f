-- CreateTable
CREATE TABLE "employer_report" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "employer_id" UUID,
    "unit_name" TEXT NOT NULL,
    "from_period" TEXT NOT NULL,
    "to_period" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'RECEIVED',
    "received_at" TIMESTAMP(3) NOT NULL,
    "held_by" UUID,
    "finding" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),
    "answer" TEXT,
    "handed_to" TEXT,
    "letter_no" TEXT,
    "collection_case_id" UUID,

    CONSTRAINT "employer_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employer_report_reporter" (
    "report_id" UUID NOT NULL,
    "reporter_hash" BYTEA NOT NULL,
    "request_key" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "employer_report_reporter_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "collection_case" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "employer_id" UUID,
    "unit_name" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "from_period" TEXT NOT NULL,
    "to_period" TEXT NOT NULL,
    "grounds" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "collection_case_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "employer_report_number_key" ON "employer_report"("number");

-- CreateIndex
CREATE INDEX "employer_report_status_received_at_idx" ON "employer_report"("status", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "employer_report_reporter_reporter_hash_request_key_key" ON "employer_report_reporter"("reporter_hash", "request_key");

-- CreateIndex
CREATE UNIQUE INDEX "collection_case_number_key" ON "collection_case"("number");

-- CreateIndex
CREATE INDEX "collection_case_status_proposed_at_idx" ON "collection_case"("status", "proposed_at");

-- AddForeignKey
ALTER TABLE "employer_report_reporter" ADD CONSTRAINT "employer_report_reporter_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "employer_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE employer_report
  ADD CONSTRAINT employer_report_kind_known CHECK (kind IN ('UNDERPAID', 'UNREGISTERED', 'WRONG_BASE')),
  ADD CONSTRAINT employer_report_status_known
    CHECK (status IN ('RECEIVED', 'CHECKING', 'SUBSTANTIATED', 'NOT_SUBSTANTIATED', 'HANDED_OVER', 'WITHDRAWN')),
  ADD CONSTRAINT employer_report_months
    CHECK (from_period ~ '^\d{4}-(0[1-9]|1[0-2])$' AND to_period ~ '^\d{4}-(0[1-9]|1[0-2])$' AND from_period <= to_period),
  ADD CONSTRAINT employer_report_held CHECK (held_by IS NOT NULL OR status IN ('RECEIVED', 'WITHDRAWN')),
  ADD CONSTRAINT employer_report_decided CHECK ((decided_by IS NOT NULL AND decided_at IS NOT NULL AND answer IS NOT NULL)
    = (status IN ('SUBSTANTIATED', 'NOT_SUBSTANTIATED', 'HANDED_OVER'))),
  -- Four eyes: whoever checks it does not decide it (R765 37).
  ADD CONSTRAINT employer_report_four_eyes CHECK (decided_by <> held_by),
  ADD CONSTRAINT employer_report_handed_over CHECK ((handed_to IS NOT NULL AND letter_no IS NOT NULL) = (status = 'HANDED_OVER')),
  ADD CONSTRAINT employer_report_case CHECK ((collection_case_id IS NOT NULL) = (status = 'SUBSTANTIATED'));
ALTER TABLE collection_case
  ADD CONSTRAINT collection_case_ground_known CHECK (ground IN ('UNDERPAID', 'UNREGISTERED', 'WRONG_BASE')),
  ADD CONSTRAINT collection_case_status_known CHECK (status IN ('PROPOSED'));

-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known ' || replace(known, ']', ', ''OFFICE_ANSWERED''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'attachment_subject_kind_known';
  ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_known;
  EXECUTE 'ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_known ' || replace(known, ']', ', ''EMPLOYER_REPORT''::text]');
END
$$;
