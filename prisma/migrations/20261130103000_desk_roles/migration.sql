-- Tax officers, agents of the hotline and of the window. Nobody loses anything by it: whoever worked at those desks until now keeps
-- the role they did it in, which holds what the new ones hold; an administrator may give the narrower role instead.
-- Roles are added to whatever the list holds by now: several releases add to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'membership_role_known';
  ALTER TABLE membership DROP CONSTRAINT membership_role_known;
  EXECUTE 'ALTER TABLE membership ADD CONSTRAINT membership_role_known '
    || replace(known, '''OPERATOR''::text', '''TAX_OFFICER''::text, ''HOTLINE_AGENT''::text, ''WINDOW_AGENT''::text, ''OPERATOR''::text');
END
$$;
