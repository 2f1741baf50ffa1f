-- CreateTable
CREATE TABLE "hotline_script_version" (
    "id" UUID NOT NULL,
    "matter" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "based_on" INTEGER NOT NULL,
    "text_zh" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "source_zh" TEXT NOT NULL,
    "source_en" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "reviewed_on" TEXT NOT NULL,
    "review_due_on" TEXT NOT NULL,
    "requested_by" UUID,
    "requested_at" TIMESTAMP(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),
    "refusal" TEXT,

    CONSTRAINT "hotline_script_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hotline_script_version_matter_version_key" ON "hotline_script_version"("matter", "version");

ALTER TABLE hotline_script_version
  ADD CONSTRAINT hotline_script_version_matter_known CHECK (matter IN ('IDENTITY_CHECK', 'ACTIVATE', 'REPORT_LOSS', 'WITHDRAW_LOSS', 'CARD_AT_WINDOW',
    'PASSWORD', 'BANK_ACCOUNT', 'PAYMENT_RECORD', 'UNPAID_MONTH', 'TRANSFER', 'BENEFIT', 'EMPLOYER_REPORT', 'COMPLAINT', 'CALL_BACK', 'CLOSING')),
  ADD CONSTRAINT hotline_script_version_status_known CHECK (status IN ('PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN')),
  ADD CONSTRAINT hotline_script_version_counted CHECK (version > 0 AND based_on >= 0 AND based_on < version),
  ADD CONSTRAINT hotline_script_version_days CHECK (reviewed_on ~ '^\d{4}-\d{2}-\d{2}$' AND review_due_on ~ '^\d{4}-\d{2}-\d{2}$' AND reviewed_on < review_due_on),
  ADD CONSTRAINT hotline_script_version_both_languages CHECK (btrim(text_zh) <> '' AND btrim(text_en) <> ''),
  ADD CONSTRAINT hotline_script_version_decided CHECK (
    (status = 'PROPOSED') = (decided_at IS NULL) AND (refusal IS NOT NULL) = (status = 'REFUSED')
    -- Nobody proposed or decided what came with the release, and that alone.
    AND (requested_by IS NOT NULL OR (version = 1 AND status = 'PUBLISHED' AND decided_by IS NULL))
    AND (requested_by IS NULL OR (status = 'PROPOSED') = (decided_by IS NULL))
  ),
  -- Two people, whatever writes here [PD].
  ADD CONSTRAINT hotline_script_version_two_people CHECK (
    status NOT IN ('PUBLISHED', 'REFUSED') OR requested_by IS NULL OR decided_by IS DISTINCT FROM requested_by
  );
-- One at a time of a matter: a second one would be decided on words that the first changes.
CREATE UNIQUE INDEX hotline_script_version_open ON hotline_script_version (matter) WHERE status = 'PROPOSED';

-- What was said to callers stays as it was said; only when it is looked at again moves.
CREATE TRIGGER hotline_script_version_decided_stays BEFORE UPDATE ON hotline_script_version FOR EACH ROW
  WHEN (OLD.status <> 'PROPOSED' AND (OLD.matter, OLD.version, OLD.based_on, OLD.text_zh, OLD.text_en, OLD.source_zh, OLD.source_en, OLD.reason, OLD.status,
    OLD.requested_by, OLD.requested_at, OLD.decided_by, OLD.decided_at, OLD.refusal) IS DISTINCT FROM (NEW.matter, NEW.version, NEW.based_on, NEW.text_zh,
    NEW.text_en, NEW.source_zh, NEW.source_en, NEW.reason, NEW.status, NEW.requested_by, NEW.requested_at, NEW.decided_by, NEW.decided_at, NEW.refusal))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hotline_script_version_kept BEFORE DELETE ON hotline_script_version FOR EACH ROW
  WHEN (OLD.status <> 'PROPOSED') EXECUTE FUNCTION refuse_change();
