-- Until the one-time code came, the initial card password, which whoever knows the ID number can work out, was enough to set a
-- password. Who set it cannot be told afterwards. So every insured person's password that the trail knows no code of is treated like
-- the initial one: it leads to the page that asks for the office's code and opens nothing else. What such accounts had open is ended.
WITH closed AS (
  UPDATE account SET password_initial = true
  WHERE kind = 'INSURED' AND NOT password_initial
    AND NOT EXISTS (
      SELECT FROM audit_event
      WHERE record_type = 'Account' AND record_id = account.id::text AND action = 'PASSWORD_CHANGED' AND change ? 'codeId')
  RETURNING id
), ended AS (
  UPDATE session SET revoked_at = now() AT TIME ZONE 'UTC'
  WHERE account_id IN (SELECT id FROM closed) AND revoked_at IS NULL
)
INSERT INTO audit_event (at, actor_kind, origin, action, record_type, record_id)
SELECT now() AT TIME ZONE 'UTC', 'SYSTEM', 'upgrade', 'PASSWORD_NEEDS_ONE_TIME_CODE', 'Account', id::text FROM closed;
