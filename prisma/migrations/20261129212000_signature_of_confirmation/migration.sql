-- A signature that an employee draws on their phone is kept as a file of the confirmation. The kind is added to whatever the list
-- holds by now: several releases add to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'attachment_subject_kind_known';
  ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_known;
  EXECUTE 'ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_known ' || replace(known, ']', ', ''EMPLOYEE_CONFIRMATION''::text]');
END
$$;
