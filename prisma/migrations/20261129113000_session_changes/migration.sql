-- Whoever remembers a session hears at once of what changes it (ADR 31): the payload is the account. Seeing a session again, counted
-- failures and the like change nobody's rights and are not told.
CREATE FUNCTION tell_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('session_changed', COALESCE(NEW.account_id, OLD.account_id)::text);
  RETURN NULL;
END $$;

CREATE FUNCTION tell_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('session_changed', OLD.id::text);
  RETURN NULL;
END $$;

CREATE TRIGGER session_tells AFTER UPDATE OF stage, membership_id, account_id, revoked_at, token_hash, expires_at OR DELETE ON session
  FOR EACH ROW EXECUTE FUNCTION tell_of_session();
CREATE TRIGGER membership_tells AFTER INSERT OR UPDATE OR DELETE ON membership
  FOR EACH ROW EXECUTE FUNCTION tell_of_session();
CREATE TRIGGER account_tells AFTER UPDATE OF kind, individual_id, display_name, language OR DELETE ON account
  FOR EACH ROW EXECUTE FUNCTION tell_of_account();
