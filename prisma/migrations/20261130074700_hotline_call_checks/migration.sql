-- How often details may be wrong within one call is a figure of the office, as the other tries are.

ALTER TABLE hotline_call
  DROP CONSTRAINT hotline_call_failures,
  ADD CONSTRAINT hotline_call_failures CHECK (failures BETWEEN 0 AND 6);

-- Added to whatever the list holds by now: several releases add to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'figure_change_name_known';
  ALTER TABLE figure_change DROP CONSTRAINT figure_change_name_known;
  EXECUTE 'ALTER TABLE figure_change ADD CONSTRAINT figure_change_name_known ' || replace(known, ']', ', ''HOTLINE_CALL_CHECKS''::text]');
END
$$;
