-- CreateTable
CREATE TABLE "relation_transfer" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "individual_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "asking_key" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "voucher_no" TEXT,
    "applied_by" UUID NOT NULL,
    "applied_at" TIMESTAMP(3) NOT NULL,
    "due_on" TEXT,
    "announced_principal" BIGINT,
    "announced_interest" BIGINT,
    "announced_pooled" BIGINT,
    "paper" BYTEA,
    "acceptance_no" TEXT,
    "acceptance_on" TEXT,
    "funds_account" BIGINT,
    "funds_pooled" BIGINT,
    "funds_on" TEXT,
    "funds_reference" TEXT,
    "funds_by" UUID,
    "refund_account" BIGINT,
    "doubled" JSONB,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMP(3),
    "difference_note" TEXT,
    "refunded_on" TEXT,
    "refund_reference" TEXT,
    "decision_note" TEXT,

    CONSTRAINT "relation_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transferred_months" (
    "id" UUID NOT NULL,
    "transfer_id" UUID NOT NULL,
    "individual_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "insurance" TEXT NOT NULL,
    "from_period" TEXT NOT NULL,
    "to_period" TEXT NOT NULL,
    "stands" BOOLEAN NOT NULL DEFAULT false,
    "moved_by" UUID,

    CONSTRAINT "transferred_months_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation_transfer_rule" (
    "id" UUID NOT NULL,
    "step_days" INTEGER NOT NULL,
    "changed_by" UUID,
    "changed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "relation_transfer_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "relation_transfer_number_key" ON "relation_transfer"("number");

-- CreateIndex
CREATE INDEX "relation_transfer_status_applied_at_id_idx" ON "relation_transfer"("status", "applied_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "relation_transfer_individual_id_asking_key_key" ON "relation_transfer"("individual_id", "asking_key");

-- CreateIndex
CREATE INDEX "transferred_months_individual_id_idx" ON "transferred_months"("individual_id");

-- CreateIndex
CREATE INDEX "transferred_months_transfer_id_idx" ON "transferred_months"("transfer_id");

-- AddForeignKey
ALTER TABLE "transferred_months" ADD CONSTRAINT "transferred_months_transfer_id_fkey" FOREIGN KEY ("transfer_id") REFERENCES "relation_transfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE SEQUENCE relation_transfer_number;
ALTER TABLE relation_transfer
  ADD CONSTRAINT relation_transfer_individual_id_fkey FOREIGN KEY (individual_id) REFERENCES individual(id),
  ADD CONSTRAINT relation_transfer_direction_known CHECK (direction IN ('IN', 'OUT')),
  ADD CONSTRAINT relation_transfer_status_known CHECK (status IN ('APPLIED', 'VOUCHER_ISSUED', 'ACCEPTED_THERE', 'FUNDS_SENT', 'MOVED', 'HANDED_IN', 'ACCEPTED', 'INFORMED', 'FUNDS_RECEIVED', 'COUNTED', 'CLOSED', 'REFUSED', 'WITHDRAWN')),
  ADD CONSTRAINT relation_transfer_side CHECK (status IN ('CLOSED', 'REFUSED', 'WITHDRAWN')
    OR (direction = 'OUT') = (status IN ('APPLIED', 'VOUCHER_ISSUED', 'ACCEPTED_THERE', 'FUNDS_SENT', 'MOVED'))),
  ADD CONSTRAINT relation_transfer_region CHECK (region ~ '^\d{6}$'),
  ADD CONSTRAINT relation_transfer_days CHECK (due_on ~ '^\d{4}-\d{2}-\d{2}$' AND acceptance_on ~ '^\d{4}-\d{2}-\d{2}$'
    AND funds_on ~ '^\d{4}-\d{2}-\d{2}$' AND refunded_on ~ '^\d{4}-\d{2}-\d{2}$'),
  ADD CONSTRAINT relation_transfer_amounts CHECK (announced_principal >= 0 AND announced_interest >= 0 AND announced_pooled >= 0
    AND funds_account >= 0 AND funds_pooled >= 0 AND refund_account >= 0 AND refund_account <= funds_account),
  ADD CONSTRAINT relation_transfer_funds CHECK ((funds_account IS NULL) = (funds_on IS NULL) AND (funds_account IS NULL) = (funds_pooled IS NULL)
    AND (funds_account IS NULL) = (funds_by IS NULL) AND (funds_account IS NULL) = (funds_reference IS NULL)),
  -- Whoever entered money does not confirm it, whatever program writes (R765 37).
  ADD CONSTRAINT relation_transfer_two_people CHECK (confirmed_by IS NULL OR (funds_by IS NOT NULL AND confirmed_by <> funds_by)),
  ADD CONSTRAINT relation_transfer_confirmed CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)
    AND (confirmed_by IS NOT NULL) = (status IN ('MOVED', 'COUNTED', 'CLOSED'))),
  ADD CONSTRAINT relation_transfer_refunded CHECK ((refunded_on IS NULL) = (refund_reference IS NULL));
-- One of a person and direction at a time.
CREATE UNIQUE INDEX relation_transfer_open ON relation_transfer (individual_id, direction)
  WHERE status NOT IN ('CLOSED', 'REFUSED', 'WITHDRAWN');
-- A transfer of money is entered once.
CREATE UNIQUE INDEX relation_transfer_reference ON relation_transfer (direction, funds_reference);
ALTER TABLE transferred_months
  ADD CONSTRAINT transferred_months_individual_id_fkey FOREIGN KEY (individual_id) REFERENCES individual(id),
  ADD CONSTRAINT transferred_months_direction_known CHECK (direction IN ('IN', 'OUT')),
  ADD CONSTRAINT transferred_months_insurance_known CHECK (insurance IN ('PENSION', 'MEDICAL', 'UNEMPLOYMENT')),
  ADD CONSTRAINT transferred_months_months CHECK (from_period ~ '^\d{4}-(0[1-9]|1[0-2])$' AND to_period ~ '^\d{4}-(0[1-9]|1[0-2])$' AND from_period <= to_period),
  ADD CONSTRAINT transferred_months_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES relation_transfer(id),
  ADD CONSTRAINT transferred_months_moved CHECK (moved_by IS NULL OR direction = 'IN');
ALTER TABLE relation_transfer_rule
  ADD CONSTRAINT relation_transfer_rule_days CHECK (step_days BETWEEN 1 AND 60);
CREATE TRIGGER relation_transfer_rule_append_only BEFORE UPDATE OR DELETE ON relation_transfer_rule
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
INSERT INTO relation_transfer_rule (id, step_days, changed_at) VALUES (gen_random_uuid(), 15, now() AT TIME ZONE 'UTC');

-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known ' || replace(known, ']', ', ''TRANSFER_EVENT''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'attachment_subject_kind_known';
  ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_known;
  EXECUTE 'ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_known ' || replace(known, ']', ', ''RELATION_TRANSFER''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'document_kind_known';
  ALTER TABLE document DROP CONSTRAINT document_kind_known;
  EXECUTE 'ALTER TABLE document ADD CONSTRAINT document_kind_known ' || replace(known, ']', ', ''TRANSFER_VOUCHER''::text, ''TRANSFER_ACCEPTANCE''::text]');
END
$$;
