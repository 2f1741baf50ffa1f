-- CreateTable
CREATE TABLE "statistic_change" (
    "id" BIGSERIAL NOT NULL,
    "employer_id" UUID NOT NULL,
    "period" TEXT,
    "insurance" TEXT,
    "people" INTEGER NOT NULL DEFAULT 0,
    "base" BIGINT NOT NULL DEFAULT 0,
    "charged" BIGINT NOT NULL DEFAULT 0,
    "settled" BIGINT NOT NULL DEFAULT 0,
    "written_off" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "statistic_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistic_month" (
    "employer_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "insurance" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "base" BIGINT NOT NULL,
    "charged" BIGINT NOT NULL,
    "settled" BIGINT NOT NULL,
    "written_off" BIGINT NOT NULL,

    CONSTRAINT "statistic_month_pkey" PRIMARY KEY ("employer_id","period","insurance")
);

-- CreateTable
CREATE TABLE "statistic_cell" (
    "period" TEXT NOT NULL,
    "insurance" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "district" TEXT NOT NULL,
    "employers" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "base" BIGINT NOT NULL,
    "charged" BIGINT NOT NULL,
    "settled" BIGINT NOT NULL,
    "written_off" BIGINT NOT NULL,

    CONSTRAINT "statistic_cell_pkey" PRIMARY KEY ("period","insurance","industry","district")
);

-- CreateTable
CREATE TABLE "rule_failure" (
    "period" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "checks" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,

    CONSTRAINT "rule_failure_pkey" PRIMARY KEY ("period","kind","rule_id")
);

-- CreateIndex
CREATE INDEX "statistic_month_period_insurance_industry_district_idx" ON "statistic_month"("period", "insurance", "industry", "district");

-- What is counted can be read by nobody as a person's: sums by month, insurance, industry and district.
ALTER TABLE statistic_change
  ADD CONSTRAINT statistic_change_of_month CHECK ((period IS NULL) = (insurance IS NULL)),
  ADD CONSTRAINT statistic_change_insurance_known CHECK (insurance IN ('ANY', 'PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'));
ALTER TABLE statistic_month
  ADD CONSTRAINT statistic_month_people CHECK (people >= 0),
  ADD CONSTRAINT statistic_month_insurance_known CHECK (insurance IN ('ANY', 'PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'));
ALTER TABLE statistic_cell ADD CONSTRAINT statistic_cell_insurance_known CHECK (insurance IN ('ANY', 'PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'));
ALTER TABLE rule_failure
  ADD CONSTRAINT rule_failure_kind_known CHECK (kind IN ('ANNUAL_INSPECTION', 'MONTHLY')),
  ADD CONSTRAINT rule_failure_counts CHECK (checks > 0 AND failures >= checks);
CREATE SEQUENCE statistic_export_number;

-- The six digits of the district in which an employer is registered: the third to the eighth of a credit code, the first of a
-- local number. Nothing where the number holds none.
CREATE FUNCTION district_of(registration_no text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN registration_no ~ '^[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}$' THEN substr(registration_no, 3, 6)
    WHEN registration_no ~ '^[0-9]{6}' THEN left(registration_no, 6)
    ELSE '' END
$$;

-- One row a month and insurance of an employer for all months that a statement writes. A difference and a refund change what is
-- owed and not who was insured.
CREATE FUNCTION count_premium_months() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  sign int := CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
  INSERT INTO statistic_change (employer_id, period, insurance, people, base)
  SELECT counted.employer_id, counted.period, part.insurance, sign * part.people, sign * part.base
  FROM (
    SELECT employer_id, period, count(*) AS people, sum(average_wage) AS wages,
      count(*) FILTER (WHERE pension_base > 0) AS pension, sum(pension_base) AS pension_base,
      count(*) FILTER (WHERE medical_base > 0) AS medical, sum(medical_base) AS medical_base,
      count(*) FILTER (WHERE unemployment_base > 0) AS unemployment, sum(unemployment_base) AS unemployment_base,
      count(*) FILTER (WHERE work_injury_base > 0) AS work_injury, sum(work_injury_base) AS work_injury_base,
      count(*) FILTER (WHERE maternity_base > 0) AS maternity, sum(maternity_base) AS maternity_base
    FROM moved WHERE kind IN ('NORMAL', 'BACK_PAYMENT') GROUP BY employer_id, period
  ) counted CROSS JOIN LATERAL (VALUES
    ('ANY', counted.people, counted.wages), ('PENSION', counted.pension, counted.pension_base),
    ('MEDICAL', counted.medical, counted.medical_base), ('UNEMPLOYMENT', counted.unemployment, counted.unemployment_base),
    ('WORK_INJURY', counted.work_injury, counted.work_injury_base), ('MATERNITY', counted.maternity, counted.maternity_base)
  ) part (insurance, people, base)
  WHERE part.people > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER premium_payment_counted AFTER INSERT ON premium_payment
  REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION count_premium_months();
CREATE TRIGGER premium_payment_uncounted AFTER DELETE ON premium_payment
  REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION count_premium_months();

-- What employers owe and what settled it, as the view notice_share_balance has it; late fees belong to no insurance.
CREATE FUNCTION count_ledger_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO statistic_change (employer_id, period, insurance, charged, settled, written_off)
  SELECT account.employer_id, added.period, added.insurance,
    COALESCE(sum(added.amount) FILTER (WHERE transfer.kind IN ('CHARGE', 'DIFFERENCE')), 0),
    -COALESCE(sum(added.amount) FILTER (WHERE transfer.kind = 'ALLOCATION'), 0),
    -COALESCE(sum(added.amount) FILTER (WHERE transfer.kind = 'WRITE_OFF'), 0)
  FROM added
  JOIN ledger_account account ON account.id = added.account_id AND account.kind = 'RECEIVABLE'
  JOIN ledger_transfer transfer ON transfer.id = added.transfer_id AND transfer.notice_id IS NOT NULL
  WHERE added.insurance IS NOT NULL AND added.period IS NOT NULL
  GROUP BY account.employer_id, added.period, added.insurance;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_counted AFTER INSERT ON ledger_entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_ledger_entries();

-- An employer is counted where the register has it today, with all its months.
CREATE FUNCTION count_employer_elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO statistic_change (employer_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER employer_counted_elsewhere AFTER UPDATE OF industry, registration_no ON employer
  FOR EACH ROW WHEN ((OLD.industry, OLD.registration_no) IS DISTINCT FROM (NEW.industry, NEW.registration_no))
  EXECUTE FUNCTION count_employer_elsewhere();

-- What stands already is counted with the first roll-up.
INSERT INTO statistic_change (employer_id, period, insurance, people, base)
SELECT counted.employer_id, counted.period, part.insurance, part.people, part.base
FROM (
  SELECT employer_id, period, count(*) AS people, sum(average_wage) AS wages,
    count(*) FILTER (WHERE pension_base > 0) AS pension, sum(pension_base) AS pension_base,
    count(*) FILTER (WHERE medical_base > 0) AS medical, sum(medical_base) AS medical_base,
    count(*) FILTER (WHERE unemployment_base > 0) AS unemployment, sum(unemployment_base) AS unemployment_base,
    count(*) FILTER (WHERE work_injury_base > 0) AS work_injury, sum(work_injury_base) AS work_injury_base,
    count(*) FILTER (WHERE maternity_base > 0) AS maternity, sum(maternity_base) AS maternity_base
  FROM premium_payment WHERE kind IN ('NORMAL', 'BACK_PAYMENT') GROUP BY employer_id, period
) counted CROSS JOIN LATERAL (VALUES
  ('ANY', counted.people, counted.wages), ('PENSION', counted.pension, counted.pension_base),
  ('MEDICAL', counted.medical, counted.medical_base), ('UNEMPLOYMENT', counted.unemployment, counted.unemployment_base),
  ('WORK_INJURY', counted.work_injury, counted.work_injury_base), ('MATERNITY', counted.maternity, counted.maternity_base)
) part (insurance, people, base)
WHERE part.people > 0;
INSERT INTO statistic_change (employer_id, period, insurance, charged, settled, written_off)
SELECT account.employer_id, entry.period, entry.insurance,
  COALESCE(sum(entry.amount) FILTER (WHERE transfer.kind IN ('CHARGE', 'DIFFERENCE')), 0),
  -COALESCE(sum(entry.amount) FILTER (WHERE transfer.kind = 'ALLOCATION'), 0),
  -COALESCE(sum(entry.amount) FILTER (WHERE transfer.kind = 'WRITE_OFF'), 0)
FROM ledger_entry entry
JOIN ledger_account account ON account.id = entry.account_id AND account.kind = 'RECEIVABLE'
JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id AND transfer.notice_id IS NOT NULL
WHERE entry.insurance IS NOT NULL AND entry.period IS NOT NULL
GROUP BY account.employer_id, entry.period, entry.insurance;
