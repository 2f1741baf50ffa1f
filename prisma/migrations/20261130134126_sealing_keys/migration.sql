-- CreateTable
CREATE TABLE "vault_key" (
    "name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "wrapped" BYTEA,
    "made_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seals_from" TIMESTAMP(3),
    "retired_at" TIMESTAMP(3),

    CONSTRAINT "vault_key_pkey" PRIMARY KEY ("name","number")
);

-- CreateTable
CREATE TABLE "reseal_progress" (
    "number" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "next" TEXT NOT NULL DEFAULT '0',
    "found" INTEGER NOT NULL DEFAULT 0,
    "resealed" BIGINT NOT NULL DEFAULT 0,
    "lost" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMP(3),

    CONSTRAINT "reseal_progress_pkey" PRIMARY KEY ("number","place")
);

ALTER TABLE vault_key
  ADD CONSTRAINT vault_key_name CHECK (name IN ('seal', 'lookup', 'shebao/audit-head/1', 'sandbox-bank', 'shebao/altcha/1')),
  ADD CONSTRAINT vault_key_number CHECK (number BETWEEN 1 AND 250 AND (name = 'seal' OR number = 1)),
  ADD CONSTRAINT vault_key_seals_from CHECK ((name = 'seal') = (seals_from IS NOT NULL)),
  ADD CONSTRAINT vault_key_retired CHECK ((wrapped IS NULL) = (retired_at IS NOT NULL) AND (retired_at IS NULL OR name = 'seal')),
  ADD CONSTRAINT vault_key_wrapped_length CHECK (octet_length(wrapped) = 61);
CREATE TRIGGER vault_key_kept BEFORE DELETE ON vault_key FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Of the installation its fingerprint alone changes, with the secret key, and only where that is what is being done.
DROP TRIGGER installation_fixed ON installation;
CREATE TRIGGER installation_fixed BEFORE UPDATE ON installation FOR EACH ROW WHEN (
  current_setting('shebao.rewrapping', true) IS DISTINCT FROM 'on'
  OR to_jsonb(OLD) - 'key_fingerprint' IS DISTINCT FROM to_jsonb(NEW) - 'key_fingerprint'
) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER installation_kept BEFORE DELETE ON installation FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Sealing anew (ADR 73) changes how a value is kept and not what it says. Rows that are never changed take it under three conditions:
-- the transaction says that this is what it does; every other column stays; each sealed one keeps its length and gets a later key.
CREATE FUNCTION only_resealed(before jsonb, after jsonb, sealed text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_setting('shebao.resealing', true) = 'on'
    AND before - sealed = after - sealed
    AND (SELECT bool_and(was IS NOT DISTINCT FROM now
        OR jsonb_typeof(was) = 'string' AND jsonb_typeof(now) = 'string'
          AND length(was #>> '{}') = length(now #>> '{}') AND left(now #>> '{}', 4) COLLATE "C" > left(was #>> '{}', 4))
      FROM (SELECT before->name AS was, after->name AS now FROM unnest(sealed) AS name) AS each)
$$;

-- The same where the sealed value stands within a JSON column: all that is not that value stays.
CREATE FUNCTION only_resealed_within(before jsonb, after jsonb, sealed text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_setting('shebao.resealing', true) = 'on'
    AND length(before::text) = length(after::text)
    AND regexp_replace(before::text, format('"%s": "[^"]*"', sealed), '', 'g') = regexp_replace(after::text, format('"%s": "[^"]*"', sealed), '', 'g')
$$;

-- Its arguments are the sealed columns.
CREATE FUNCTION refuse_change_but_resealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF only_resealed(to_jsonb(OLD), to_jsonb(NEW), TG_ARGV) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

DROP TRIGGER declaration_version_append_only ON declaration_version;
CREATE TRIGGER declaration_version_append_only BEFORE UPDATE OR DELETE ON declaration_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_resealing('unit_personal');
DROP TRIGGER personnel_record_submitted_fixed ON personnel_record;
CREATE TRIGGER personnel_record_submitted_fixed BEFORE UPDATE OR DELETE ON personnel_record
  FOR EACH ROW WHEN (OLD.version > 0) EXECUTE FUNCTION refuse_change_but_resealing('personal');
DROP TRIGGER employer_particulars_past_kept ON employer_particulars;
CREATE TRIGGER employer_particulars_past_kept BEFORE UPDATE OR DELETE ON employer_particulars
  FOR EACH ROW WHEN (OLD.superseded_at IS NOT NULL)
  EXECUTE FUNCTION refuse_change_but_resealing('legal_rep_personal', 'bank_account_cipher', 'contact_personal');
DROP TRIGGER statement_page_as_written ON statement_page;
CREATE TRIGGER statement_page_as_written BEFORE UPDATE ON statement_page FOR EACH ROW WHEN (
  to_jsonb(OLD) - 'content' IS DISTINCT FROM to_jsonb(NEW) - 'content' OR NEW.content IS NOT NULL
) EXECUTE FUNCTION refuse_change_but_resealing('content');
DROP TRIGGER rights_statement_frozen ON rights_statement;
DROP FUNCTION rights_statement_frozen();
CREATE TRIGGER rights_statement_frozen BEFORE UPDATE OR DELETE ON rights_statement
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_resealing('content');
DROP TRIGGER enforcement_standing_append_only ON enforcement_standing;
CREATE TRIGGER enforcement_standing_append_only BEFORE UPDATE ON enforcement_standing FOR EACH ROW
  WHEN (NOT only_resealed_within(to_jsonb(OLD), to_jsonb(NEW), 'accountSealed')) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER enforcement_standing_kept BEFORE DELETE ON enforcement_standing FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_submitted_changes_but_resealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT declaration_id, min(version) AS version FROM before GROUP BY declaration_id) oldest
    JOIN declaration d ON d.id = oldest.declaration_id
    WHERE oldest.version <= d.version
  ) AND EXISTS (
    SELECT 1 FROM before LEFT JOIN after USING (declaration_id, version, row_no)
    WHERE only_resealed(to_jsonb(before), to_jsonb(after), ARRAY['personal']) IS NOT TRUE
  ) THEN
    RAISE EXCEPTION 'monthly_change is append-only once it is handed in' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER monthly_change_submitted_fixed ON monthly_change;
CREATE TRIGGER monthly_change_submitted_fixed AFTER UPDATE ON monthly_change
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION refuse_submitted_changes_but_resealing();
