-- Into which account the money of an office's fund goes from a day on: a receipt printed again names the account of its day.
CREATE TABLE "office_payee" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "from_day" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "recorded_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "office_payee_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "office_payee_office_id_from_day_recorded_at_key" ON "office_payee"("office_id", "from_day", "recorded_at");

ALTER TABLE "office_payee" ADD CONSTRAINT "office_payee_from_day_is_a_day" CHECK ("from_day" ~ '^\d{4}-\d{2}-\d{2}$');
-- What was printed names it: a row is neither changed nor taken away.
CREATE TRIGGER "office_payee_append_only" BEFORE UPDATE OR DELETE ON "office_payee" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What an office has now is all that it knows of before.
INSERT INTO "office_payee" ("id", "office_id", "from_day", "number", "name", "bank", "recorded_at")
SELECT gen_random_uuid(), "id", '0001-01-01', "payee_number", "payee_name", "payee_bank", CURRENT_TIMESTAMP AT TIME ZONE 'UTC'
FROM "office" WHERE num_nonnulls("payee_number", "payee_name", "payee_bank") = 3;
