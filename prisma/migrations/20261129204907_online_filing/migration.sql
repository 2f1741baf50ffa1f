-- AlterTable
ALTER TABLE "employer" ADD COLUMN     "ended_on" TEXT;

-- CreateTable
CREATE TABLE "online_filing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT,
    "employer_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'STANDING',
    "source" TEXT NOT NULL,
    "source_id" TEXT,
    "reason" TEXT,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMP(3) NOT NULL,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "end_reason" TEXT,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "online_filing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "online_filing_number_key" ON "online_filing"("number");

-- CreateIndex
CREATE INDEX "online_filing_employer_id_recorded_at_idx" ON "online_filing"("employer_id", "recorded_at");

-- AddForeignKey
ALTER TABLE "online_filing" ADD CONSTRAINT "online_filing_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE SEQUENCE online_filing_number;
ALTER TABLE employer
  ADD CONSTRAINT employer_ended_on_day CHECK (ended_on ~ '^\d{4}-\d{2}-\d{2}$' AND ended_on >= registered_on);
ALTER TABLE online_filing
  ADD CONSTRAINT online_filing_status_known CHECK (status IN ('APPLIED', 'STANDING', 'REFUSED', 'ENDED')),
  ADD CONSTRAINT online_filing_source_known CHECK (source IN ('REGISTER', 'IMPORT', 'REGISTRATION', 'APPLICATION', 'OFFICE')),
  ADD CONSTRAINT online_filing_days CHECK (valid_from ~ '^\d{4}-\d{2}-\d{2}$' AND (valid_to IS NULL OR valid_to >= valid_from)),
  ADD CONSTRAINT online_filing_given CHECK ((valid_from IS NOT NULL) = (status IN ('STANDING', 'ENDED'))),
  ADD CONSTRAINT online_filing_ended CHECK ((valid_to IS NOT NULL) = (status = 'ENDED')
    AND (ended_at IS NOT NULL) = (status IN ('ENDED', 'REFUSED')) AND (end_reason IS NOT NULL) = (status IN ('ENDED', 'REFUSED')));
CREATE UNIQUE INDEX online_filing_standing ON online_filing (employer_id) WHERE status = 'STANDING';
CREATE UNIQUE INDEX online_filing_applied ON online_filing (employer_id) WHERE status = 'APPLIED';

-- Whoever is in the register files online already: the approval that this table asks for was given when their accounts were opened.
INSERT INTO online_filing (employer_id, valid_from, source, recorded_at) SELECT id, registered_on, 'REGISTER', created_at FROM employer;

-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known '
    || replace(known, ']', ', ''ONLINE_FILING_GIVEN''::text, ''ONLINE_FILING_REFUSED''::text, ''ONLINE_FILING_WITHDRAWN''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'attachment_subject_kind_known';
  ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_known;
  EXECUTE 'ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_known ' || replace(known, ']', ', ''ONLINE_FILING''::text]');
END
$$;
