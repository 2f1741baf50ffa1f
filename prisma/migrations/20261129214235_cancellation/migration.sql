-- CreateTable
CREATE TABLE "cancellation" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "last_day" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'REQUESTED',
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,
    "decided_at" TIMESTAMP(3),
    "decision_note" TEXT,

    CONSTRAINT "cancellation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "cancellation_number_key" ON "cancellation"("number");

-- CreateIndex
CREATE INDEX "cancellation_employer_id_requested_at_idx" ON "cancellation"("employer_id", "requested_at");

CREATE SEQUENCE cancellation_number;
ALTER TABLE cancellation
  ADD CONSTRAINT cancellation_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer(id),
  ADD CONSTRAINT cancellation_status_known CHECK (status IN ('REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  ADD CONSTRAINT cancellation_day CHECK (last_day ~ '^\d{4}-\d{2}-\d{2}$'),
  ADD CONSTRAINT cancellation_decided CHECK ((decided_at IS NOT NULL) = (status <> 'REQUESTED'));
CREATE UNIQUE INDEX cancellation_open ON cancellation (employer_id) WHERE status = 'REQUESTED';

-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known '
    || replace(known, ']', ', ''CANCELLATION_APPROVED''::text, ''CANCELLATION_REFUSED''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'attachment_subject_kind_known';
  ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_known;
  EXECUTE 'ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_known ' || replace(known, ']', ', ''CANCELLATION''::text]');
END
$$;
