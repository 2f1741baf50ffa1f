-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known ' || replace(known, ']', ', ''RIGHTS_STATEMENT_ISSUED''::text, ''RIGHTS_STATEMENT_HANDED_OUT''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'document_kind_known';
  ALTER TABLE document DROP CONSTRAINT document_kind_known;
  EXECUTE 'ALTER TABLE document ADD CONSTRAINT document_kind_known ' || replace(known, ']', ', ''QUESTION_TRANSFER''::text]');
END
$$;
