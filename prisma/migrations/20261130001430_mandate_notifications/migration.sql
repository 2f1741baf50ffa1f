-- Kinds are added to whatever the list holds by now: several releases add to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known '
    || replace(known, ']', ', ''MANDATE_OFFERED''::text, ''MANDATE_ACCEPTED''::text, ''MANDATE_DECLINED''::text, ''MANDATE_ENDED''::text, ''MANDATE_ENDS_SOON''::text, ''REGISTRATION_APPROVED''::text, ''REGISTRATION_REFUSED''::text]');
END
$$;
