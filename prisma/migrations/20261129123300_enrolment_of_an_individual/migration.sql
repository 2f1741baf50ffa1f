-- Whether somebody is insured with another unit in the month is asked for every person of a monthly run: answered from an index
-- of what stands, which does not grow with what was known before.
CREATE INDEX enrolment_current_by_individual ON enrolment (individual_id)
  INCLUDE (employer_id, from_period, to_period, medical) WHERE superseded_at IS NULL;
