-- CreateTable
CREATE TABLE "waiver" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "document_no" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "period" TEXT,
    "notice_ids" UUID[],
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,
    "amount" BIGINT,
    "settled_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMP(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),
    "refusal" TEXT,
    "ended_by" UUID,
    "ended_at" TIMESTAMP(3),
    "end_reason" TEXT,

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "waiver_number_key" ON "waiver"("number");

-- CreateIndex
CREATE INDEX "waiver_employer_id_proposed_at_idx" ON "waiver"("employer_id", "proposed_at");

-- CreateIndex
CREATE INDEX "waiver_proposed_at_id_idx" ON "waiver"("proposed_at", "id");

CREATE SEQUENCE waiver_number;
ALTER TABLE waiver
  ADD CONSTRAINT waiver_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer(id) ON DELETE CASCADE,
  ADD CONSTRAINT waiver_kind_known CHECK (kind IN ('LATE_FEE', 'FILING_DEADLINE')),
  ADD CONSTRAINT waiver_ground_known CHECK (ground IN ('FORCE_MAJEURE', 'AGENCY_ERROR', 'POLICY')),
  ADD CONSTRAINT waiver_status_known CHECK (status IN ('PROPOSED', 'STANDING', 'REFUSED', 'ENDED', 'REVOKED')),
  ADD CONSTRAINT waiver_days CHECK (from_on ~ '^\d{4}-\d{2}-\d{2}$' AND to_on ~ '^\d{4}-\d{2}-\d{2}$' AND to_on >= from_on),
  ADD CONSTRAINT waiver_of CHECK ((kind = 'LATE_FEE') = (cardinality(notice_ids) > 0) AND (kind = 'FILING_DEADLINE') = (period IS NOT NULL)),
  ADD CONSTRAINT waiver_decided CHECK ((status = 'PROPOSED') = (decided_at IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)
    AND (refusal IS NOT NULL) = (status = 'REFUSED')),
  ADD CONSTRAINT waiver_ended CHECK ((ended_at IS NOT NULL) = (status IN ('ENDED', 'REVOKED'))
    AND (ended_by IS NULL) = (ended_at IS NULL) AND (end_reason IS NULL) = (ended_at IS NULL)),
  -- Two people (R765 37), whatever writes here.
  ADD CONSTRAINT waiver_two_people CHECK (decided_by IS DISTINCT FROM proposed_by);
CREATE INDEX waiver_extends ON waiver (employer_id, period) WHERE kind = 'FILING_DEADLINE' AND status IN ('STANDING', 'ENDED');
CREATE TRIGGER waiver_kept BEFORE DELETE ON waiver FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER waiver_final BEFORE UPDATE ON waiver FOR EACH ROW
  WHEN (OLD.status IN ('REFUSED', 'ENDED', 'REVOKED') OR (NEW.number, NEW.employer_id, NEW.kind, NEW.ground, NEW.document_no, NEW.from_on, NEW.proposed_by)
    IS DISTINCT FROM (OLD.number, OLD.employer_id, OLD.kind, OLD.ground, OLD.document_no, OLD.from_on, OLD.proposed_by))
  EXECUTE FUNCTION refuse_change();

-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known '
    || replace(known, ']', ', ''WAIVER_APPROVED''::text, ''WAIVER_ENDED''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'attachment_subject_kind_known';
  ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_known;
  EXECUTE 'ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_known ' || replace(known, ']', ', ''WAIVER''::text]');
END
$$;
