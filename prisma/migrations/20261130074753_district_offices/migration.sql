-- Offices of districts, which regions they serve, and who handles cases there from when (ADR 61).

-- CreateTable
CREATE TABLE "district_office" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "district_office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "district_region" (
    "region" TEXT NOT NULL,
    "district_id" UUID NOT NULL,

    CONSTRAINT "district_region_pkey" PRIMARY KEY ("region")
);

-- CreateTable
CREATE TABLE "district_staff" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "district_id" UUID,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "lent_because" TEXT,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "district_staff_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "district_office_code_key" ON "district_office"("code");

-- CreateIndex
CREATE INDEX "district_region_district_id_idx" ON "district_region"("district_id");

-- CreateIndex
CREATE INDEX "district_staff_account_id_idx" ON "district_staff"("account_id");

-- CreateIndex
CREATE INDEX "district_staff_district_id_idx" ON "district_staff"("district_id");

-- AddForeignKey
ALTER TABLE "district_region" ADD CONSTRAINT "district_region_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district_office"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "district_staff" ADD CONSTRAINT "district_staff_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district_office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "district_staff" ADD CONSTRAINT "district_staff_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE district_office ADD CONSTRAINT district_office_code CHECK (code ~ '^[A-Z0-9]{2,6}$');
ALTER TABLE district_region ADD CONSTRAINT district_region_code CHECK (region ~ '^\d{6}$');
ALTER TABLE district_staff
  ADD CONSTRAINT district_staff_days CHECK (valid_from ~ '^\d{4}-\d{2}-\d{2}$' AND (valid_to IS NULL OR valid_to >= valid_from)),
  -- Lent is to one office and for a time.
  ADD CONSTRAINT district_staff_lent CHECK (lent_because IS NULL OR (district_id IS NOT NULL AND valid_to IS NOT NULL));
-- Nobody stands at one office twice.
CREATE UNIQUE INDEX district_staff_standing ON district_staff (account_id, district_id) NULLS NOT DISTINCT WHERE ended_at IS NULL AND lent_because IS NULL;
-- Where somebody may decide is part of who they are: a remembered session asks anew.
CREATE TRIGGER district_staff_tells AFTER INSERT OR UPDATE OR DELETE ON district_staff
  FOR EACH ROW EXECUTE FUNCTION tell_of_session();
