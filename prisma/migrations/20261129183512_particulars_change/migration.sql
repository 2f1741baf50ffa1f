-- CreateTable
CREATE TABLE "particulars_change" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "wanted" BYTEA NOT NULL,
    "held" BYTEA NOT NULL,
    "valid_from" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'REQUESTED',
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,
    "checked_by" UUID,
    "decided_at" TIMESTAMP(3),
    "decision_note" TEXT,

    CONSTRAINT "particulars_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "particulars_change_number_key" ON "particulars_change"("number");

-- CreateIndex
CREATE INDEX "particulars_change_employer_id_requested_at_idx" ON "particulars_change"("employer_id", "requested_at");

CREATE SEQUENCE particulars_change_number;
ALTER TABLE particulars_change
  ADD CONSTRAINT particulars_change_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer(id),
  ADD CONSTRAINT particulars_change_kind_known CHECK (kind IN ('NAME', 'ADDRESS', 'LEGAL_REPRESENTATIVE', 'BANK_ACCOUNT', 'CONTACT')),
  ADD CONSTRAINT particulars_change_status_known CHECK (status IN ('REQUESTED', 'CHECKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  ADD CONSTRAINT particulars_change_days CHECK (valid_from ~ '^\d{4}-\d{2}-\d{2}$'),
  ADD CONSTRAINT particulars_change_decided CHECK ((decided_at IS NOT NULL) = (status IN ('ACCEPTED', 'REFUSED', 'WITHDRAWN')));
-- One of each kind at a time: a second one would be decided on what the first changes.
CREATE UNIQUE INDEX particulars_change_open ON particulars_change (employer_id, kind) WHERE status IN ('REQUESTED', 'CHECKED');

-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known '
    || replace(known, ']', ', ''PARTICULARS_CHANGED''::text, ''PARTICULARS_REFUSED''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'attachment_subject_kind_known';
  ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_known;
  EXECUTE 'ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_known ' || replace(known, ']', ', ''PARTICULARS_CHANGE''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'employer_particulars_source_known';
  ALTER TABLE employer_particulars DROP CONSTRAINT employer_particulars_source_known;
  EXECUTE 'ALTER TABLE employer_particulars ADD CONSTRAINT employer_particulars_source_known ' || replace(known, ']', ', ''REQUEST''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'enrolment_source_known';
  ALTER TABLE enrolment DROP CONSTRAINT enrolment_source_known;
  EXECUTE 'ALTER TABLE enrolment ADD CONSTRAINT enrolment_source_known ' || replace(known, ']', ', ''REQUEST''::text]');
END
$$;
