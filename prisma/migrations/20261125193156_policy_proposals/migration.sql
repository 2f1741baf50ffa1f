-- AlterTable
ALTER TABLE "policy_proposal" ADD COLUMN     "published_average" BIGINT;

-- CreateIndex: which months of a region are billed, and its employers of one month, in order.
CREATE INDEX "payment_notice_kind_period_employer_id_idx" ON "payment_notice"("kind", "period", "employer_id");

-- A row that one successor has ended may be ended earlier still by another, before the first one begins.
CREATE OR REPLACE FUNCTION refuse_parameter_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.superseded_by IS NOT NULL AND NEW.superseded_by IS DISTINCT FROM OLD.superseded_by
    AND NEW.valid_to IS NOT NULL AND (OLD.valid_to IS NULL OR NEW.valid_to < OLD.valid_to)
    AND to_jsonb(NEW) - 'valid_to' - 'superseded_by' = to_jsonb(OLD) - 'valid_to' - 'superseded_by'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published parameter is never edited' USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
