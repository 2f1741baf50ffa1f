-- Hours of execution and the longest deferral are figures of the office; the court's list of what it seized and its statement of the
-- offset are papers of the case.

-- Added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
  list record;
BEGIN
  FOR list IN SELECT * FROM (VALUES
      ('figure_change', 'figure_change_name_known', ', ''EXECUTION_FIRST_HOUR''::text, ''EXECUTION_LAST_HOUR''::text, ''DEFERRAL_MOST_MONTHS''::text]'),
      ('enforcement_paper', 'enforcement_paper_kind_known', ', ''SEIZURE_LIST''::text, ''OFFSET_STATEMENT''::text]')
      ) AS named (of, name, more) LOOP
    SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = list.name;
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', list.of, list.name);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I ', list.of, list.name) || replace(known, ']', list.more);
  END LOOP;
END
$$;
