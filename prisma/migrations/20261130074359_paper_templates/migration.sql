-- The wording of the papers that the office issues has versions: proposed by one, published by another, from a day on.

-- CreateTable
CREATE TABLE "paper_template_version" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "based_on" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,
    "valid_from" TEXT NOT NULL,
    "document_no" TEXT,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),
    "refusal" TEXT,

    CONSTRAINT "paper_template_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "paper_template_version_name_version_key" ON "paper_template_version"("name", "version");

ALTER TABLE paper_template_version
  ADD CONSTRAINT paper_template_version_name_known CHECK (name IN ('PAYMENT_PAPER', 'PAYMENT_RECEIPT', 'PAYMENT_CERTIFICATE', 'RIGHTS_STATEMENT',
    'RELATION_TRANSFER', 'QUESTION_TRANSFER', 'ENFORCEMENT_PAPER')),
  ADD CONSTRAINT paper_template_version_status_known CHECK (status IN ('PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN')),
  ADD CONSTRAINT paper_template_version_counted CHECK (version > 0 AND based_on >= 0 AND based_on < version),
  ADD CONSTRAINT paper_template_version_from CHECK (valid_from ~ '^\d{4}-\d{2}-\d{2}$'),
  ADD CONSTRAINT paper_template_version_decided CHECK (
    (status = 'PROPOSED') = (decided_at IS NULL) AND (status = 'PROPOSED') = (decided_by IS NULL) AND (refusal IS NOT NULL) = (status = 'REFUSED')
  ),
  -- Two people, whatever writes here [PD].
  ADD CONSTRAINT paper_template_version_two_people CHECK (status NOT IN ('PUBLISHED', 'REFUSED') OR decided_by IS DISTINCT FROM requested_by);
-- One at a time of a template: a second one would be decided on words that the first changes.
CREATE UNIQUE INDEX paper_template_version_open ON paper_template_version (name) WHERE status = 'PROPOSED';
CREATE INDEX paper_template_version_in_force ON paper_template_version (name, valid_from, decided_at) WHERE status = 'PUBLISHED';

-- What was published stays: papers were issued in these words and are printed again in them.
CREATE TRIGGER paper_template_version_decided_stays BEFORE UPDATE OR DELETE ON paper_template_version
  FOR EACH ROW WHEN (OLD.status <> 'PROPOSED') EXECUTE FUNCTION refuse_change();
