-- AlterTable
ALTER TABLE "payment_notice" ADD COLUMN     "late_fee_pauses" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "enforcement_case" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OVERDUE',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "principal" BIGINT NOT NULL,
    "late_fee" BIGINT NOT NULL,
    "settled" BIGINT NOT NULL,
    "computed_on" TEXT NOT NULL,
    "standing" JSONB NOT NULL,
    "due_by" TEXT,
    "changed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "enforcement_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enforcement_debt" (
    "case_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "enforcement_debt_pkey" PRIMARY KEY ("case_id","notice_id")
);

-- CreateTable
CREATE TABLE "enforcement_paper" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "issued_by" UUID,
    "content" JSONB NOT NULL,
    "document_id" UUID,

    CONSTRAINT "enforcement_paper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "enforcement_case_number_key" ON "enforcement_case"("number");

-- CreateIndex
CREATE INDEX "enforcement_case_employer_id_idx" ON "enforcement_case"("employer_id");

-- CreateIndex
CREATE INDEX "enforcement_case_status_changed_at_idx" ON "enforcement_case"("status", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "enforcement_paper_number_key" ON "enforcement_paper"("number");

-- CreateIndex
CREATE INDEX "enforcement_paper_case_id_idx" ON "enforcement_paper"("case_id");

-- AddForeignKey
ALTER TABLE "enforcement_debt" ADD CONSTRAINT "enforcement_debt_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "enforcement_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enforcement_paper" ADD CONSTRAINT "enforcement_paper_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "enforcement_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE SEQUENCE enforcement_number;
ALTER TABLE enforcement_case
  ADD CONSTRAINT enforcement_case_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer(id),
  ADD CONSTRAINT enforcement_case_status_known CHECK (status IN ('OVERDUE', 'VERIFIED', 'ORDERED', 'ORDER_EXPIRED', 'ACCOUNT_QUERIED',
    'ALLOCATION_APPLIED', 'DEMANDED', 'ALLOCATION_DECIDED', 'ALLOCATED', 'SHORTFALL', 'DEFERRED', 'AGREEMENT_BREACHED', 'COURT_APPLIED',
    'COURT_ACCEPTED', 'RULED_ENFORCE', 'RULED_REFUSED', 'SEIZED', 'SUSPENDED', 'AUCTIONED', 'OFFSET', 'CLOSED_PAID', 'CLOSED_OFFSET',
    'TERMINATED')),
  ADD CONSTRAINT enforcement_case_amounts CHECK (principal >= 0 AND late_fee >= 0 AND settled >= 0 AND revision >= 0),
  ADD CONSTRAINT enforcement_case_days CHECK (computed_on ~ '^\d{4}-\d{2}-\d{2}$' AND due_by ~ '^\d{4}-\d{2}-\d{2}$'),
  -- Nobody closes a case as paid while the ledger said that something is owed.
  ADD CONSTRAINT enforcement_case_closed CHECK (status NOT IN ('CLOSED_PAID', 'CLOSED_OFFSET') OR principal + late_fee = 0);
-- Lists: what was changed last comes first.
CREATE INDEX enforcement_case_changed ON enforcement_case (changed_at DESC, id DESC);
-- What days alone bring about, and limits that ended.
CREATE INDEX enforcement_case_due ON enforcement_case (due_by) WHERE due_by IS NOT NULL;
ALTER TABLE enforcement_debt
  ADD CONSTRAINT enforcement_debt_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES payment_notice(id);
ALTER TABLE payment_notice ADD CONSTRAINT payment_notice_pauses CHECK (jsonb_typeof(late_fee_pauses) = 'array');
-- A bill is enforced once at a time.
CREATE UNIQUE INDEX enforcement_debt_running ON enforcement_debt (notice_id) WHERE ended_at IS NULL;
CREATE INDEX enforcement_debt_notice ON enforcement_debt (notice_id);
ALTER TABLE enforcement_paper
  ADD CONSTRAINT enforcement_paper_kind_known CHECK (kind IN ('ORDER', 'QUERY_LETTER', 'ALLOCATION_APPLICATION', 'DEMAND',
    'ALLOCATION_DECISION', 'BANK_NOTICE', 'DEFERRAL_AGREEMENT', 'BREACH_NOTICE', 'COURT_DEMAND', 'COURT_APPLICATION',
    'SUSPENSION_DECISION', 'TERMINATION_DECISION')),
  ADD CONSTRAINT enforcement_paper_day CHECK (issued_on ~ '^\d{4}-\d{2}-\d{2}$'),
  ADD CONSTRAINT enforcement_paper_amount CHECK (amount >= 0);

-- Kinds are added to whatever the lists hold by now: several releases add to them. A collection officer stands before the operators of partners.
DO $$
DECLARE
  known text;
  list record;
BEGIN
  FOR list IN SELECT * FROM (VALUES
      ('notification', 'notification_kind_known', ']', ', ''ENFORCEMENT_STEP''::text]'),
      ('partner', 'partner_kind_known', ']', ', ''DEPARTMENT''::text, ''COURT''::text]'),
      ('membership', 'membership_role_known', '''OPERATOR''::text', '''COLLECTION_OFFICER''::text, ''OPERATOR''::text')) AS named (of, name, behind, more) LOOP
    SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = list.name;
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', list.of, list.name);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I ', list.of, list.name) || replace(known, list.behind, list.more);
  END LOOP;
END
$$;
