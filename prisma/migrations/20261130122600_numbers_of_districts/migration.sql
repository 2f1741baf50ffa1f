-- How many numbers of a kind were given in a year under the code of an office: by code, so that a code that another office takes goes on.
CREATE TABLE district_series (
    code TEXT NOT NULL,
    letters TEXT NOT NULL,
    year TEXT NOT NULL,
    last INTEGER NOT NULL,

    CONSTRAINT district_series_pkey PRIMARY KEY (code, letters, year)
);
ALTER TABLE district_series ADD CONSTRAINT district_series_last_counts CHECK (last > 0);

-- The next number of a case. Where the employer's region has an office: letters, year, the office's own count of that year without a gap, and
-- the code of the office. Otherwise the agency's series goes on as ever (with the year in it or without).
CREATE FUNCTION case_number(letters_of TEXT, agency_series TEXT, with_year BOOLEAN, of_employer UUID, on_day DATE) RETURNS TEXT
LANGUAGE plpgsql AS $$
DECLARE
  place TEXT;
  serial BIGINT;
  year_of TEXT := to_char(on_day, 'YYYY');
BEGIN
  SELECT office.code INTO place FROM employer
    JOIN district_region region ON region.region = employer.region JOIN district_office office ON office.id = region.district_id
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
