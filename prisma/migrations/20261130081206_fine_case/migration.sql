-- CreateTable
CREATE TABLE "fine_case" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "enforcement_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "opened_on" TEXT NOT NULL,
    "arrears" BIGINT NOT NULL,
    "amount" BIGINT,
    "standing" JSONB NOT NULL,
    "due_by" TEXT,
    "changed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "fine_case_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "fine_case_number_key" ON "fine_case"("number");

-- CreateIndex
CREATE UNIQUE INDEX "fine_case_enforcement_id_key" ON "fine_case"("enforcement_id");

-- CreateIndex
CREATE INDEX "fine_case_employer_id_idx" ON "fine_case"("employer_id");

-- AddForeignKey
ALTER TABLE "fine_case" ADD CONSTRAINT "fine_case_enforcement_id_fkey" FOREIGN KEY ("enforcement_id") REFERENCES "enforcement_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE fine_case
  ADD CONSTRAINT fine_case_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer(id),
  ADD CONSTRAINT fine_case_status_known CHECK (status IN ('PROPOSED', 'NOTICED', 'DECIDED', 'PAID', 'NOT_IMPOSED', 'REVOKED', 'LAPSED')),
  ADD CONSTRAINT fine_case_days CHECK (opened_on ~ '^\d{4}-\d{2}-\d{2}$' AND due_by ~ '^\d{4}-\d{2}-\d{2}$'),
  -- SIL 86: one to three times the arrears.
  ADD CONSTRAINT fine_case_amounts CHECK (arrears > 0 AND revision >= 0 AND (amount IS NULL OR amount BETWEEN arrears AND 3 * arrears)),
  -- Nobody pays, or is released from, what was not decided.
  ADD CONSTRAINT fine_case_decided CHECK (status NOT IN ('DECIDED', 'PAID', 'REVOKED') OR amount IS NOT NULL);
-- What days alone bring about.
CREATE INDEX fine_case_due ON fine_case (due_by) WHERE status IN ('PROPOSED', 'NOTICED');

-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
  list record;
BEGIN
  FOR list IN SELECT * FROM (VALUES
      ('attachment', 'attachment_subject_kind_known', ', ''FINE''::text]'),
      ('ledger_account', 'ledger_account_kind_known', ', ''FINE''::text]'),
      ('ledger_transfer', 'ledger_transfer_kind_known', ', ''FINE''::text]'),
      ('enforcement_paper', 'enforcement_paper_kind_known', ', ''FINE_NOTICE''::text, ''FINE_DECISION''::text, ''NO_FINE_DECISION''::text]')
      ) AS named (of, name, more) LOOP
    SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = list.name;
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', list.of, list.name);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I ', list.of, list.name) || replace(known, ']', list.more);
  END LOOP;
END
$$;
