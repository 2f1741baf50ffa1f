-- Rules that give a case that enters a queue to somebody, and who is away (ADR 60).

-- AlterTable
ALTER TABLE "work_assignment" ADD COLUMN     "rule_id" UUID;

-- CreateTable
CREATE TABLE "work_rule" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "lifecycle" TEXT,
    "district_id" UUID,
    "industry" TEXT,
    "number_from" TEXT,
    "number_to" TEXT,
    "account_ids" UUID[],
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),
    "refusal" TEXT,

    CONSTRAINT "work_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_rule_turn" (
    "rule_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL,

    CONSTRAINT "work_rule_turn_pkey" PRIMARY KEY ("rule_id","account_id")
);

-- CreateTable
CREATE TABLE "staff_absence" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT NOT NULL,
    "stand_in_id" UUID,
    "noted_by" UUID NOT NULL,
    "noted_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "staff_absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "work_rule_number_key" ON "work_rule"("number");

-- CreateIndex
CREATE INDEX "work_rule_requested_at_id_idx" ON "work_rule"("requested_at", "id");

-- CreateIndex
CREATE INDEX "staff_absence_account_id_to_day_idx" ON "staff_absence"("account_id", "to_day");

-- AddForeignKey
ALTER TABLE "work_rule_turn" ADD CONSTRAINT "work_rule_turn_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "work_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE work_rule
  ADD CONSTRAINT work_rule_status_known CHECK (status IN ('PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN', 'ENDED')),
  ADD CONSTRAINT work_rule_people CHECK (cardinality(account_ids) BETWEEN 1 AND 50),
  ADD CONSTRAINT work_rule_range CHECK ((number_from IS NULL) = (number_to IS NULL) AND (number_from IS NULL OR number_from <= number_to)),
  ADD CONSTRAINT work_rule_decided CHECK ((status = 'PROPOSED') = (decided_at IS NULL) AND (refusal IS NOT NULL) = (status = 'REFUSED')),
  -- Two people (R765 37), whatever writes here.
  ADD CONSTRAINT work_rule_two_people CHECK (status NOT IN ('PUBLISHED', 'REFUSED') OR decided_by IS DISTINCT FROM requested_by);
CREATE INDEX work_rule_in_force ON work_rule (number) WHERE status = 'PUBLISHED';
-- A published rule is not changed, only ended.
CREATE TRIGGER work_rule_stays BEFORE UPDATE ON work_rule
  FOR EACH ROW WHEN (OLD.status = 'PUBLISHED' AND NEW.status <> 'ENDED' OR OLD.status NOT IN ('PROPOSED', 'PUBLISHED')) EXECUTE FUNCTION refuse_change();
ALTER TABLE staff_absence ADD CONSTRAINT staff_absence_days CHECK (from_day ~ '^\d{4}-\d{2}-\d{2}$' AND to_day >= from_day),
  ADD CONSTRAINT staff_absence_other CHECK (stand_in_id IS DISTINCT FROM account_id);
ALTER TABLE work_assignment ADD CONSTRAINT work_assignment_rule FOREIGN KEY (rule_id) REFERENCES work_rule (id);
