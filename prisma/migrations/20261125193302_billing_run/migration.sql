-- AlterTable
ALTER TABLE "billing_run_problem" ADD COLUMN     "found_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "retry" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "employer_region_id_idx" ON "employer"("region", "id");

-- CreateIndex
CREATE INDEX "enrolment_employer_id_individual_id_from_period_idx" ON "enrolment"("employer_id", "individual_id", "from_period" DESC);
