-- CreateTable
CREATE TABLE "calendar_year" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "document_no" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "published_by" UUID,
    "published_at" TIMESTAMP(3) NOT NULL,
    "superseded_by" UUID,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "year_id" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("year_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_year_superseded_by_key" ON "calendar_year"("superseded_by");

-- CreateIndex
CREATE INDEX "calendar_year_year_idx" ON "calendar_year"("year");

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_year_id_fkey" FOREIGN KEY ("year_id") REFERENCES "calendar_year"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE calendar_year
  ADD CONSTRAINT calendar_year_plausible CHECK (year BETWEEN 1990 AND 2199),
  ADD CONSTRAINT calendar_year_document CHECK (document_no <> ''),
  ADD CONSTRAINT calendar_year_superseded_fkey FOREIGN KEY (superseded_by) REFERENCES calendar_year (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE calendar_day
  ADD CONSTRAINT calendar_day_kind_known CHECK (kind IN ('HOLIDAY', 'MAKE_UP')),
  ADD CONSTRAINT calendar_day_written CHECK (day ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$');

-- One table of a year is in force. What was published is not changed and not taken away: a later one supersedes it, once.
CREATE UNIQUE INDEX calendar_year_in_force ON calendar_year (year) WHERE superseded_by IS NULL;
CREATE TRIGGER calendar_day_kept BEFORE UPDATE OR DELETE ON calendar_day FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER calendar_year_kept BEFORE DELETE ON calendar_year FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER calendar_year_superseded BEFORE UPDATE ON calendar_year FOR EACH ROW WHEN (
  OLD.superseded_by IS NOT NULL OR (NEW.id, NEW.year, NEW.document_no, NEW.content_hash, NEW.published_at)
    IS DISTINCT FROM (OLD.id, OLD.year, OLD.document_no, OLD.content_hash, OLD.published_at)
) EXECUTE FUNCTION refuse_change();

-- An office that is at work already goes on with the years that the release before this one had in its code.
INSERT INTO calendar_year (id, year, document_no, content_hash, published_at)
SELECT gen_random_uuid(), year, document_no, 'release-' || year, now() AT TIME ZONE 'UTC'
FROM (VALUES (2023, '国办发明电〔2022〕16号'), (2024, '国办发明电〔2023〕7号'), (2025, '国办发明电〔2024〕12号'), (2026, '国办发明电〔2025〕7号')) AS known (year, document_no)
WHERE EXISTS (SELECT FROM office);
INSERT INTO calendar_day (year_id, day, kind, name)
SELECT id, day, kind, name FROM calendar_year JOIN (VALUES
  (2023, '2023-01-01', 'HOLIDAY', '元旦'),
  (2023, '2023-01-02', 'HOLIDAY', '元旦'),
  (2023, '2023-01-21', 'HOLIDAY', '春节'),
  (2023, '2023-01-22', 'HOLIDAY', '春节'),
  (2023, '2023-01-23', 'HOLIDAY', '春节'),
  (2023, '2023-01-24', 'HOLIDAY', '春节'),
  (2023, '2023-01-25', 'HOLIDAY', '春节'),
  (2023, '2023-01-26', 'HOLIDAY', '春节'),
  (2023, '2023-01-27', 'HOLIDAY', '春节'),
  (2023, '2023-04-05', 'HOLIDAY', '清明节'),
  (2023, '2023-04-29', 'HOLIDAY', '劳动节'),
  (2023, '2023-04-30', 'HOLIDAY', '劳动节'),
  (2023, '2023-05-01', 'HOLIDAY', '劳动节'),
  (2023, '2023-05-02', 'HOLIDAY', '劳动节'),
  (2023, '2023-05-03', 'HOLIDAY', '劳动节'),
  (2023, '2023-06-22', 'HOLIDAY', '端午节'),
  (2023, '2023-06-23', 'HOLIDAY', '端午节'),
  (2023, '2023-06-24', 'HOLIDAY', '端午节'),
  (2023, '2023-09-29', 'HOLIDAY', '中秋节、国庆节'),
  (2023, '2023-09-30', 'HOLIDAY', '中秋节、国庆节'),
  (2023, '2023-10-01', 'HOLIDAY', '中秋节、国庆节'),
  (2023, '2023-10-02', 'HOLIDAY', '中秋节、国庆节'),
  (2023, '2023-10-03', 'HOLIDAY', '中秋节、国庆节'),
  (2023, '2023-10-04', 'HOLIDAY', '中秋节、国庆节'),
  (2023, '2023-10-05', 'HOLIDAY', '中秋节、国庆节'),
  (2023, '2023-10-06', 'HOLIDAY', '中秋节、国庆节'),
  (2023, '2023-01-28', 'MAKE_UP', '春节'),
  (2023, '2023-01-29', 'MAKE_UP', '春节'),
  (2023, '2023-04-23', 'MAKE_UP', '劳动节'),
  (2023, '2023-05-06', 'MAKE_UP', '劳动节'),
  (2023, '2023-06-25', 'MAKE_UP', '端午节'),
  (2023, '2023-10-07', 'MAKE_UP', '中秋节、国庆节'),
  (2023, '2023-10-08', 'MAKE_UP', '中秋节、国庆节'),
  (2024, '2024-01-01', 'HOLIDAY', '元旦'),
  (2024, '2024-02-10', 'HOLIDAY', '春节'),
  (2024, '2024-02-11', 'HOLIDAY', '春节'),
  (2024, '2024-02-12', 'HOLIDAY', '春节'),
  (2024, '2024-02-13', 'HOLIDAY', '春节'),
  (2024, '2024-02-14', 'HOLIDAY', '春节'),
  (2024, '2024-02-15', 'HOLIDAY', '春节'),
  (2024, '2024-02-16', 'HOLIDAY', '春节'),
  (2024, '2024-02-17', 'HOLIDAY', '春节'),
  (2024, '2024-04-04', 'HOLIDAY', '清明节'),
  (2024, '2024-04-05', 'HOLIDAY', '清明节'),
  (2024, '2024-04-06', 'HOLIDAY', '清明节'),
  (2024, '2024-05-01', 'HOLIDAY', '劳动节'),
  (2024, '2024-05-02', 'HOLIDAY', '劳动节'),
  (2024, '2024-05-03', 'HOLIDAY', '劳动节'),
  (2024, '2024-05-04', 'HOLIDAY', '劳动节'),
  (2024, '2024-05-05', 'HOLIDAY', '劳动节'),
  (2024, '2024-06-10', 'HOLIDAY', '端午节'),
  (2024, '2024-09-15', 'HOLIDAY', '中秋节'),
  (2024, '2024-09-16', 'HOLIDAY', '中秋节'),
  (2024, '2024-09-17', 'HOLIDAY', '中秋节'),
  (2024, '2024-10-01', 'HOLIDAY', '国庆节'),
  (2024, '2024-10-02', 'HOLIDAY', '国庆节'),
  (2024, '2024-10-03', 'HOLIDAY', '国庆节'),
  (2024, '2024-10-04', 'HOLIDAY', '国庆节'),
  (2024, '2024-10-05', 'HOLIDAY', '国庆节'),
  (2024, '2024-10-06', 'HOLIDAY', '国庆节'),
  (2024, '2024-10-07', 'HOLIDAY', '国庆节'),
  (2024, '2024-02-04', 'MAKE_UP', '春节'),
  (2024, '2024-02-18', 'MAKE_UP', '春节'),
  (2024, '2024-04-07', 'MAKE_UP', '清明节'),
  (2024, '2024-04-28', 'MAKE_UP', '劳动节'),
  (2024, '2024-05-11', 'MAKE_UP', '劳动节'),
  (2024, '2024-09-14', 'MAKE_UP', '中秋节'),
  (2024, '2024-09-29', 'MAKE_UP', '国庆节'),
  (2024, '2024-10-12', 'MAKE_UP', '国庆节'),
  (2025, '2025-01-01', 'HOLIDAY', '元旦'),
  (2025, '2025-01-28', 'HOLIDAY', '春节'),
  (2025, '2025-01-29', 'HOLIDAY', '春节'),
  (2025, '2025-01-30', 'HOLIDAY', '春节'),
  (2025, '2025-01-31', 'HOLIDAY', '春节'),
  (2025, '2025-02-01', 'HOLIDAY', '春节'),
  (2025, '2025-02-02', 'HOLIDAY', '春节'),
  (2025, '2025-02-03', 'HOLIDAY', '春节'),
  (2025, '2025-02-04', 'HOLIDAY', '春节'),
  (2025, '2025-04-04', 'HOLIDAY', '清明节'),
  (2025, '2025-04-05', 'HOLIDAY', '清明节'),
  (2025, '2025-04-06', 'HOLIDAY', '清明节'),
  (2025, '2025-05-01', 'HOLIDAY', '劳动节'),
  (2025, '2025-05-02', 'HOLIDAY', '劳动节'),
  (2025, '2025-05-03', 'HOLIDAY', '劳动节'),
  (2025, '2025-05-04', 'HOLIDAY', '劳动节'),
  (2025, '2025-05-05', 'HOLIDAY', '劳动节'),
  (2025, '2025-05-31', 'HOLIDAY', '端午节'),
  (2025, '2025-06-01', 'HOLIDAY', '端午节'),
  (2025, '2025-06-02', 'HOLIDAY', '端午节'),
  (2025, '2025-10-01', 'HOLIDAY', '国庆节、中秋节'),
  (2025, '2025-10-02', 'HOLIDAY', '国庆节、中秋节'),
  (2025, '2025-10-03', 'HOLIDAY', '国庆节、中秋节'),
  (2025, '2025-10-04', 'HOLIDAY', '国庆节、中秋节'),
  (2025, '2025-10-05', 'HOLIDAY', '国庆节、中秋节'),
  (2025, '2025-10-06', 'HOLIDAY', '国庆节、中秋节'),
  (2025, '2025-10-07', 'HOLIDAY', '国庆节、中秋节'),
  (2025, '2025-10-08', 'HOLIDAY', '国庆节、中秋节'),
  (2025, '2025-01-26', 'MAKE_UP', '春节'),
  (2025, '2025-02-08', 'MAKE_UP', '春节'),
  (2025, '2025-04-27', 'MAKE_UP', '劳动节'),
  (2025, '2025-09-28', 'MAKE_UP', '国庆节、中秋节'),
  (2025, '2025-10-11', 'MAKE_UP', '国庆节、中秋节'),
  (2026, '2026-01-01', 'HOLIDAY', '元旦'),
  (2026, '2026-01-02', 'HOLIDAY', '元旦'),
  (2026, '2026-01-03', 'HOLIDAY', '元旦'),
  (2026, '2026-02-15', 'HOLIDAY', '春节'),
  (2026, '2026-02-16', 'HOLIDAY', '春节'),
  (2026, '2026-02-17', 'HOLIDAY', '春节'),
  (2026, '2026-02-18', 'HOLIDAY', '春节'),
  (2026, '2026-02-19', 'HOLIDAY', '春节'),
  (2026, '2026-02-20', 'HOLIDAY', '春节'),
  (2026, '2026-02-21', 'HOLIDAY', '春节'),
  (2026, '2026-02-22', 'HOLIDAY', '春节'),
  (2026, '2026-02-23', 'HOLIDAY', '春节'),
  (2026, '2026-04-04', 'HOLIDAY', '清明节'),
  (2026, '2026-04-05', 'HOLIDAY', '清明节'),
  (2026, '2026-04-06', 'HOLIDAY', '清明节'),
  (2026, '2026-05-01', 'HOLIDAY', '劳动节'),
  (2026, '2026-05-02', 'HOLIDAY', '劳动节'),
  (2026, '2026-05-03', 'HOLIDAY', '劳动节'),
  (2026, '2026-05-04', 'HOLIDAY', '劳动节'),
  (2026, '2026-05-05', 'HOLIDAY', '劳动节'),
  (2026, '2026-06-19', 'HOLIDAY', '端午节'),
  (2026, '2026-06-20', 'HOLIDAY', '端午节'),
  (2026, '2026-06-21', 'HOLIDAY', '端午节'),
  (2026, '2026-09-25', 'HOLIDAY', '中秋节'),
  (2026, '2026-09-26', 'HOLIDAY', '中秋节'),
  (2026, '2026-09-27', 'HOLIDAY', '中秋节'),
  (2026, '2026-10-01', 'HOLIDAY', '国庆节'),
  (2026, '2026-10-02', 'HOLIDAY', '国庆节'),
  (2026, '2026-10-03', 'HOLIDAY', '国庆节'),
  (2026, '2026-10-04', 'HOLIDAY', '国庆节'),
  (2026, '2026-10-05', 'HOLIDAY', '国庆节'),
  (2026, '2026-10-06', 'HOLIDAY', '国庆节'),
  (2026, '2026-10-07', 'HOLIDAY', '国庆节'),
  (2026, '2026-01-04', 'MAKE_UP', '元旦'),
  (2026, '2026-02-14', 'MAKE_UP', '春节'),
  (2026, '2026-02-28', 'MAKE_UP', '春节'),
  (2026, '2026-05-09', 'MAKE_UP', '劳动节'),
  (2026, '2026-09-20', 'MAKE_UP', '国庆节'),
  (2026, '2026-10-10', 'MAKE_UP', '国庆节')
) AS known (of_year, day, kind, name) ON of_year = year;

ALTER TABLE billing_run_problem
  DROP CONSTRAINT billing_run_problem_code_known,
  ADD CONSTRAINT billing_run_problem_code_known CHECK (code IN ('UNKNOWN_REGION', 'UNKNOWN_PERIOD', 'OVERLAPPING_PARAMETERS', 'MISSING_PARAMETERS', 'UNUSABLE_PARAMETERS', 'LIMITS_REVERSED', 'UNIT_RATE_OUT_OF_CLASS', 'INJURY_CLASS_UNKNOWN', 'WAGE_UNUSABLE', 'BUREAU_AMOUNT_NEEDED', 'CALENDAR_MISSING'));
