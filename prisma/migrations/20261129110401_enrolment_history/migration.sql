-- The register gets a history (ADR 24): an enrolment is what holds from a month to a month, known from a moment until something
-- better was known; the particulars of a unit hold from a day to a day. What stood in the register until today becomes the first
-- row of each, and everything that reads the present goes on reading it.

-- DropIndex
DROP INDEX "enrolment_employer_id_to_period_idx";

-- DropIndex
DROP INDEX "enrolment_employer_id_individual_id_from_period_idx";

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "recorded_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "recorded_by" UUID,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'REGISTER',
ADD COLUMN     "source_id" UUID,
ADD COLUMN     "source_version" INTEGER,
ADD COLUMN     "spell_id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "superseded_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "payment_notice" ADD COLUMN     "injury_class" INTEGER,
ADD COLUMN     "injury_rate_ppm" INTEGER;

-- CreateTable
CREATE TABLE "employer_particulars" (
    "id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "unit_type" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "injury_class" INTEGER NOT NULL,
    "injury_rate_ppm" INTEGER,
    "registered_address" TEXT NOT NULL,
    "actual_address" TEXT,
    "legal_rep_name" TEXT NOT NULL,
    "legal_rep_id_type" TEXT NOT NULL,
    "legal_rep_personal" BYTEA NOT NULL,
    "legal_rep_id_masked" TEXT NOT NULL,
    "bank_name" TEXT NOT NULL,
    "bank_account_name" TEXT NOT NULL,
    "bank_account_cipher" BYTEA NOT NULL,
    "bank_account_masked" TEXT NOT NULL,
    "contact_personal" BYTEA,
    "contact_masked" TEXT,
    "source" TEXT NOT NULL DEFAULT 'REGISTER',
    "source_id" UUID,
    "source_version" INTEGER,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMP(3),

    CONSTRAINT "employer_particulars_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "employer_particulars_employer_id_valid_from_idx" ON "employer_particulars"("employer_id", "valid_from");

-- CreateIndex
CREATE INDEX "employer_particulars_source_id_idx" ON "employer_particulars"("source_id");

-- CreateIndex
CREATE INDEX "enrolment_source_id_idx" ON "enrolment"("source_id");

-- AddForeignKey
ALTER TABLE "employer_particulars" ADD CONSTRAINT "employer_particulars_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "employer_particulars" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();

-- --- what stood in the register ---------------------------------------------------------------------------------

-- Since when the office knew it was not kept: at the latest since the person and the unit were both in the register.
UPDATE enrolment SET recorded_at = LEAST(GREATEST(individual.created_at, employer.created_at), CURRENT_TIMESTAMP)
  FROM individual, employer WHERE individual.id = individual_id AND employer.id = employer_id;

-- Nobody has two open spells with one unit; should an office have one twice, the later one stands.
UPDATE enrolment older SET superseded_at = CURRENT_TIMESTAMP
  WHERE older.to_period IS NULL AND EXISTS (
    SELECT 1 FROM enrolment later WHERE later.employer_id = older.employer_id AND later.individual_id = older.individual_id
      AND later.to_period IS NULL AND (later.from_period, later.id) > (older.from_period, older.id));

INSERT INTO employer_particulars (id, employer_id, valid_from, unit_type, industry, injury_class, injury_rate_ppm, registered_address,
    legal_rep_name, legal_rep_id_type, legal_rep_personal, legal_rep_id_masked, bank_name, bank_account_name, bank_account_cipher,
    bank_account_masked, recorded_at)
  SELECT gen_random_uuid(), id, registered_on, unit_type, industry, injury_class, injury_rate_ppm, registered_address,
    legal_rep_name, legal_rep_id_type, legal_rep_personal, legal_rep_id_masked, bank_name, bank_account_name, bank_account_cipher,
    bank_account_masked, created_at
  FROM employer;

-- Until today a unit had one class, so every notice was billed by it.
UPDATE payment_notice SET injury_class = employer.injury_class, injury_rate_ppm = employer.injury_rate_ppm
  FROM employer WHERE employer.id = employer_id;

-- --- what the database refuses ------------------------------------------------------------------------------------

ALTER TABLE enrolment
  ADD CONSTRAINT enrolment_source_known CHECK (source IN ('REGISTER', 'DECLARATION', 'IMPORT')),
  ADD CONSTRAINT enrolment_months_in_order CHECK (to_period IS NULL OR to_period >= from_period),
  ADD CONSTRAINT enrolment_known_in_order CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  -- Of one spell nothing holds twice for a month. Months as whole numbers, because casting text to a date is not immutable.
  ADD CONSTRAINT enrolment_no_overlap EXCLUDE USING gist (
    spell_id WITH =,
    int4range(
      left(from_period, 4)::int * 12 + right(from_period, 2)::int,
      left(to_period, 4)::int * 12 + right(to_period, 2)::int, '[]') WITH &&
  ) WHERE (superseded_at IS NULL);

-- A second spell may begin in the month in which the first one ends, but nobody is there twice.
CREATE UNIQUE INDEX enrolment_one_open ON enrolment (employer_id, individual_id)
  WHERE superseded_at IS NULL AND to_period IS NULL;

-- Who is insured with a unit in a month, answered from the index alone; who left when; the present only.
CREATE INDEX enrolment_current_by_person ON enrolment (employer_id, individual_id, from_period DESC)
  INCLUDE (to_period, average_wage, pension, medical, unemployment, work_injury, maternity) WHERE superseded_at IS NULL;
CREATE INDEX enrolment_current_by_end ON enrolment (employer_id, to_period) WHERE superseded_at IS NULL;

ALTER TABLE employer_particulars
  ADD CONSTRAINT employer_particulars_source_known CHECK (source IN ('REGISTER', 'DECLARATION', 'IMPORT')),
  ADD CONSTRAINT employer_particulars_unit_type_known CHECK (unit_type IN ('ENTERPRISE', 'INSTITUTION', 'ORGAN', 'SOCIAL_GROUP', 'PRIVATE_NON_ENTERPRISE', 'INDIVIDUAL_BUSINESS', 'COOPERATIVE', 'OTHER')),
  ADD CONSTRAINT employer_particulars_industry_known CHECK (industry IN ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T')),
  ADD CONSTRAINT employer_particulars_legal_rep_id_type_known CHECK (legal_rep_id_type IN ('RESIDENT_ID', 'HMT_RESIDENCE_PERMIT', 'HMT_TRAVEL_NUMBER', 'FOREIGN_PERMANENT_RESIDENCE', 'FOREIGN_PASSPORT_NUMBER')),
  ADD CONSTRAINT employer_particulars_days_in_order CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CONSTRAINT employer_particulars_known_in_order CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  ADD CONSTRAINT employer_particulars_no_overlap EXCLUDE USING gist (
    employer_id WITH =,
    int4range(replace(valid_from, '-', '')::int, replace(valid_to, '-', '')::int, '[]') WITH &&
  ) WHERE (superseded_at IS NULL);

-- What was known before stays as it was known.
CREATE TRIGGER enrolment_past_kept BEFORE UPDATE OR DELETE ON enrolment
  FOR EACH ROW WHEN (OLD.superseded_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER employer_particulars_past_kept BEFORE UPDATE OR DELETE ON employer_particulars
  FOR EACH ROW WHEN (OLD.superseded_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
