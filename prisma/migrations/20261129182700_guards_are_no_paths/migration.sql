-- The index of an exclusion constraint is there to refuse, not to read by. PostgreSQL 15.18 was seen to take entries of live rows in
-- such a GiST index for dead after a page split amid transactions that were undone, and a query whose plan went through it counted
-- too few people. With conditions that no query says, the planner cannot take these indexes as a way to rows; what they refuse is the same.
ALTER TABLE policy_parameter DROP CONSTRAINT policy_parameter_no_overlap,
  ADD CONSTRAINT policy_parameter_no_overlap EXCLUDE USING gist (
    region WITH =, name WITH =, insurance WITH =, payer_side WITH =, category WITH =,
    month_range(valid_from, valid_to) WITH &&
  ) WHERE (COALESCE(valid_from, '') <> '');

ALTER TABLE enrolment DROP CONSTRAINT enrolment_no_overlap,
  ADD CONSTRAINT enrolment_no_overlap EXCLUDE USING gist (
    spell_id WITH =,
    int4range(
      left(from_period, 4)::int * 12 + right(from_period, 2)::int,
      left(to_period, 4)::int * 12 + right(to_period, 2)::int, '[]') WITH &&
  ) WHERE (COALESCE(superseded_at, 'infinity') = 'infinity');

ALTER TABLE employer_particulars DROP CONSTRAINT employer_particulars_no_overlap,
  ADD CONSTRAINT employer_particulars_no_overlap EXCLUDE USING gist (
    employer_id WITH =,
    int4range(replace(valid_from, '-', '')::int, replace(valid_to, '-', '')::int, '[]') WITH &&
  ) WHERE (COALESCE(superseded_at, 'infinity') = 'infinity');
