-- Work is given to a colleague by name, with the reason; what was taken and left lying is stale after a figure of the office.

-- AlterTable
ALTER TABLE "work_assignment" ADD COLUMN     "assigned_by" UUID,
ADD COLUMN     "reason" TEXT;

ALTER TABLE work_assignment
  ADD CONSTRAINT work_assignment_given CHECK ((assigned_by IS NULL) = (reason IS NULL) AND char_length(reason) BETWEEN 4 AND 200);

-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known ' || replace(known, ']', ', ''WORK_ASSIGNED''::text, ''WORK_TAKEN_OVER''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'figure_change_name_known';
  ALTER TABLE figure_change DROP CONSTRAINT figure_change_name_known;
  EXECUTE 'ALTER TABLE figure_change ADD CONSTRAINT figure_change_name_known ' || replace(known, ']', ', ''WORK_STALE_DAYS''::text]');
END
$$;
