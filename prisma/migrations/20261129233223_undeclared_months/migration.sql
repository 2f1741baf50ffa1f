-- CreateTable
CREATE TABLE "deemed_assessment" (
    "id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "based_on" TEXT,
    "people" INTEGER NOT NULL,
    "wage" BIGINT,
    "lines" JSONB NOT NULL,
    "total" BIGINT NOT NULL,
    "grounds" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMP(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),
    "refusal" TEXT,
    "notice_id" UUID,

    CONSTRAINT "deemed_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_reminder" (
    "employer_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "reminded_on" TEXT NOT NULL,
    "reminded_by" UUID NOT NULL,

    CONSTRAINT "filing_reminder_pkey" PRIMARY KEY ("employer_id","period","reminded_on")
);

-- CreateIndex
CREATE INDEX "deemed_assessment_status_proposed_at_idx" ON "deemed_assessment"("status", "proposed_at");

-- CreateIndex
CREATE INDEX "deemed_assessment_employer_id_period_idx" ON "deemed_assessment"("employer_id", "period");

ALTER TABLE deemed_assessment
  ADD CONSTRAINT deemed_assessment_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer(id),
  ADD CONSTRAINT deemed_assessment_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES payment_notice(id),
  ADD CONSTRAINT deemed_assessment_period CHECK (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT deemed_assessment_way_known CHECK (way IN ('LAST_MONTH', 'OFFICE_AMOUNT')),
  ADD CONSTRAINT deemed_assessment_way CHECK ((way = 'LAST_MONTH') = (based_on IS NOT NULL) AND (way = 'OFFICE_AMOUNT') = (wage IS NOT NULL)),
  ADD CONSTRAINT deemed_assessment_status_known CHECK (status IN ('PROPOSED', 'ISSUED', 'REFUSED')),
  ADD CONSTRAINT deemed_assessment_decided CHECK ((decided_at IS NOT NULL) = (status <> 'PROPOSED')),
  ADD CONSTRAINT deemed_assessment_issued CHECK ((notice_id IS NOT NULL) = (status = 'ISSUED')),
  ADD CONSTRAINT deemed_assessment_amount CHECK (people > 0 AND total > 0);
-- One month waits for one decision.
CREATE UNIQUE INDEX deemed_assessment_open ON deemed_assessment (employer_id, period) WHERE status = 'PROPOSED';

ALTER TABLE filing_reminder
  ADD CONSTRAINT filing_reminder_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer(id),
  ADD CONSTRAINT filing_reminder_period CHECK (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT filing_reminder_day CHECK (reminded_on ~ '^\d{4}-\d{2}-\d{2}$');

-- Kinds are added to whatever the list holds by now: several releases add to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known ' || replace(known, ']', ', ''MONTH_NOT_DECLARED''::text]');
END
$$;
