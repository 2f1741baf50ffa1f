-- In which district of the agency's region an employer is: apart from the region, by whose parameters its premiums are computed (ADR 84).

-- AlterTable
ALTER TABLE "employer" ADD COLUMN     "district" TEXT;

-- AlterTable
ALTER TABLE "employer_particulars" ADD COLUMN     "district" TEXT;

-- CreateIndex
CREATE INDEX "employer_district_idx" ON "employer"("district");

ALTER TABLE employer ADD CONSTRAINT employer_district_code CHECK (district ~ '^\d{6}$');
ALTER TABLE employer_particulars ADD CONSTRAINT employer_particulars_district_code CHECK (district ~ '^\d{6}$');

-- Whoever is in the register already: the division of the authority that registered it (GB 32100, characters 3 to 8), where it is a district or
-- county of the region: of a province by two digits, of a city by four, and not all districts of a city together (xxyy00; xxyy01 in the cities
-- 01 to 20 and 51 to 70, but not in municipalities, which begin with 01 there). Others stay with the whole agency.
UPDATE employer SET district = substr(credit_code, 3, 6)
WHERE credit_code ~ '^[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}$' AND region ~ '^[0-9]{4}00$'
  AND left(substr(credit_code, 3, 6), CASE WHEN region LIKE '%0000' THEN 2 ELSE 4 END) = left(region, CASE WHEN region LIKE '%0000' THEN 2 ELSE 4 END)
  AND substr(credit_code, 7, 2) <> '00'
  AND NOT (substr(credit_code, 7, 2) = '01' AND substr(credit_code, 5, 2) ~ '^(0[1-9]|1\d|20|5[1-9]|6\d|70)$'
    AND NOT (substr(credit_code, 3, 2) IN ('11', '12', '31', '50') AND substr(credit_code, 5, 2) = '01'));
-- What is known of it now says so, too; what was known before stays as it was known.
UPDATE employer_particulars held SET district = unit.district FROM employer unit
WHERE unit.id = held.employer_id AND unit.district IS NOT NULL AND held.superseded_at IS NULL;

-- As before, by the employer's district in place of its region.
CREATE OR REPLACE FUNCTION case_number(letters_of TEXT, agency_series TEXT, with_year BOOLEAN, of_employer UUID, on_day DATE) RETURNS TEXT
LANGUAGE plpgsql AS $$
DECLARE
  place TEXT;
  serial BIGINT;
  year_of TEXT := to_char(on_day, 'YYYY');
BEGIN
  SELECT office.code INTO place FROM employer
    JOIN district_region region ON region.region = employer.district JOIN district_office office ON office.id = region.district_id
    WHERE employer.id = of_employer;
  IF NOT FOUND THEN
    serial := nextval(agency_series::regclass);
    IF with_year THEN RETURN letters_of || year_of || lpad(serial::text, greatest(6, length(serial::text)), '0'); END IF;
    RETURN letters_of || lpad(serial::text, greatest(8, length(serial::text)), '0');
  END IF;
  -- The row stays locked until the case stands, or does not: no number is given twice and none is lost.
  INSERT INTO district_series AS series (code, letters, year, last) VALUES (place, letters_of, year_of, 1)
    ON CONFLICT (code, letters, year) DO UPDATE SET last = series.last + 1 RETURNING last INTO serial;
  RETURN letters_of || year_of || lpad(serial::text, greatest(6, length(serial::text)), '0') || place;
END $$;
