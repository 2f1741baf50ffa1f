-- What the two foreign keys of an entry asked for every row is asked once for all rows of a statement: a month's run writes
-- millions of entries, and the keys took four fifths of the time of writing them. Nothing is let through that they refused:
-- an entry's transfer must be there and of this transaction, its account must be there, and of the three tables no row ever
-- goes away or gets another id.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_transfer_id_fkey, DROP CONSTRAINT ledger_entry_account_id_fkey;

CREATE TRIGGER ledger_account_append_only BEFORE UPDATE OR DELETE ON ledger_account
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_account_kept BEFORE TRUNCATE ON ledger_account EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_transfer_kept BEFORE TRUNCATE ON ledger_transfer EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_kept BEFORE TRUNCATE ON ledger_entry EXECUTE FUNCTION refuse_change();

CREATE FUNCTION require_entry_references() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT transfer_id FROM added) entry
    LEFT JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
    WHERE transfer.xmin::text IS DISTINCT FROM pg_current_xact_id()::xid::text
  ) THEN
    RAISE EXCEPTION 'entries are added only together with their transfer' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT account_id FROM added) entry
    LEFT JOIN ledger_account account ON account.id = entry.account_id
    WHERE account.id IS NULL
  ) THEN
    RAISE EXCEPTION 'entries name an account that is not there' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER ledger_entry_with_transfer ON ledger_entry;
DROP FUNCTION refuse_late_entries();
CREATE TRIGGER ledger_entry_references AFTER INSERT ON ledger_entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_entry_references();
