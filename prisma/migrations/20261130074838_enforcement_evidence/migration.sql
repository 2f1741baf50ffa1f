-- CreateTable
CREATE TABLE "enforcement_evidence" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "handed_in_by" TEXT NOT NULL,
    "handed_in_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "enforcement_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "enforcement_evidence_case_id_idx" ON "enforcement_evidence"("case_id");

-- AddForeignKey
ALTER TABLE "enforcement_evidence" ADD CONSTRAINT "enforcement_evidence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "enforcement_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE enforcement_evidence
  ADD CONSTRAINT enforcement_evidence_kind_known CHECK (kind IN ('AUDIT_RECORD', 'SERVICE_RECEIPT', 'BANK_REPLY', 'DEFENCE_RECORD',
    'HIDING_ASSETS', 'BANK_RECEIPT', 'CONTRACT', 'REGISTRATION', 'VALUATION', 'GROUNDS', 'RULING', 'INVENTORY', 'AUCTION_REPORT',
    'DISTRIBUTION')),
  ADD CONSTRAINT enforcement_evidence_body CHECK (handed_in_by IN ('STAFF', 'EMPLOYER', 'DEPARTMENT', 'COURT', 'BANK')),
  ADD CONSTRAINT enforcement_evidence_revision CHECK (revision > 0),
  -- Of a step each kind is one entry.
  ADD CONSTRAINT enforcement_evidence_once UNIQUE (case_id, revision, kind);

-- A kind is added to whatever the list holds by now: several releases add to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'attachment_subject_kind_known';
  ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_known;
  EXECUTE 'ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_known ' || replace(known, ']', ', ''ENFORCEMENT_EVIDENCE''::text]');
END
$$;
