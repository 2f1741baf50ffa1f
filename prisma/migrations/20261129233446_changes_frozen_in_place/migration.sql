-- The draft's rows stand under the version that they will be handed in as, and become that version where they stand (ADR 39).

-- AlterTable
ALTER TABLE "monthly_change" ALTER COLUMN "version" DROP DEFAULT;

-- What is handed in or decided stands in its own version already: of its draft, the same rows once more, nothing is needed.
DELETE FROM monthly_change USING declaration d
  WHERE d.id = monthly_change.declaration_id AND monthly_change.version = 0 AND d.status IN ('SUBMITTED', 'UNDER_REVIEW', 'APPROVED');
UPDATE monthly_change SET version = d.version + 1 FROM declaration d
  WHERE d.id = monthly_change.declaration_id AND monthly_change.version = 0;

ALTER TABLE monthly_change
  DROP CONSTRAINT monthly_change_counts,
  DROP CONSTRAINT monthly_change_frozen_whole;
ALTER TABLE monthly_change
  ADD CONSTRAINT monthly_change_counts CHECK (errors >= 0 AND warnings >= 0 AND row_no > 0 AND version > 0);

-- Rows of a version that was handed in are never changed again, whatever the state. By statement: a draft of fifty thousand is replaced at once.
DROP TRIGGER monthly_change_submitted_fixed ON monthly_change;
CREATE FUNCTION refuse_submitted_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT declaration_id, min(version) AS version FROM before GROUP BY declaration_id) oldest
    JOIN declaration d ON d.id = oldest.declaration_id
    WHERE oldest.version <= d.version
  ) THEN
    RAISE EXCEPTION 'monthly_change is append-only once it is handed in' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER monthly_change_submitted_kept AFTER DELETE ON monthly_change
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION refuse_submitted_changes();
CREATE TRIGGER monthly_change_submitted_fixed AFTER UPDATE ON monthly_change
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION refuse_submitted_changes();

-- A version is complete: nothing in it is at fault, and everybody in it has a number. Asked when it becomes one.
CREATE INDEX monthly_change_unfinished ON monthly_change (declaration_id, version) WHERE change_type IS NULL OR id_hash IS NULL;
CREATE FUNCTION require_whole_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM monthly_change
    WHERE declaration_id = NEW.id AND version = NEW.version AND (change_type IS NULL OR id_hash IS NULL)
  ) THEN
    RAISE EXCEPTION 'monthly_change: what is handed in names a kind and a number in every row' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER declaration_changes_whole AFTER UPDATE OF version ON declaration
  FOR EACH ROW WHEN (NEW.kind = 'MONTHLY' AND NEW.version > OLD.version) EXECUTE FUNCTION require_whole_changes();
