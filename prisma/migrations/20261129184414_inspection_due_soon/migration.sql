-- Employers are reminded of an inspection that is not submitted. Added to whatever the list holds by now.
DO $$
DECLARE known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE "notification" DROP CONSTRAINT "notification_kind_known";
  EXECUTE 'ALTER TABLE "notification" ADD CONSTRAINT "notification_kind_known" '
    || replace(known, ']', ', ''INSPECTION_DUE_SOON''::text]');
END
$$;
