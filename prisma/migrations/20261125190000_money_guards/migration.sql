-- What must hold of money whatever program writes: rules that schema.prisma cannot express.

-- --- policy parameters ----------------------------------------------------------------------------------------

-- Ranges of the same parameter share no month (domain specification, section 0): a constraint, so that two transactions
-- at once cannot both slip through. btree_gist lends GiST the equality of text.
CREATE EXTENSION IF NOT EXISTS btree_gist;
DROP TRIGGER policy_parameter_no_overlap ON policy_parameter;
DROP FUNCTION refuse_overlapping_parameter;

CREATE FUNCTION month_range(first text, last text) RETURNS int4range LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT int4range(
    substr(first, 1, 4)::int * 12 + substr(first, 6, 2)::int,
    substr(last, 1, 4)::int * 12 + substr(last, 6, 2)::int,
    '[]')
$$;
ALTER TABLE policy_parameter ADD CONSTRAINT policy_parameter_months CHECK (
  valid_from ~ '^\d{4}-(0[1-9]|1[0-2])$' AND (valid_to IS NULL OR (valid_to ~ '^\d{4}-(0[1-9]|1[0-2])$' AND valid_to >= valid_from)));
ALTER TABLE policy_parameter ADD CONSTRAINT policy_parameter_no_overlap EXCLUDE USING gist (
  region WITH =, name WITH =, insurance WITH =, payer_side WITH =, category WITH =,
  month_range(valid_from, valid_to) WITH &&);

-- Nothing published is ever edited. The one change is that a successor ends an open or later-ending row before itself.
CREATE FUNCTION refuse_parameter_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.superseded_by IS NOT NULL AND OLD.superseded_by IS NULL
    AND NEW.valid_to IS NOT NULL AND (OLD.valid_to IS NULL OR NEW.valid_to < OLD.valid_to)
    AND to_jsonb(NEW) - 'valid_to' - 'superseded_by' = to_jsonb(OLD) - 'valid_to' - 'superseded_by'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published parameter is never edited' USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER policy_parameter_published BEFORE UPDATE OR DELETE ON policy_parameter
  FOR EACH ROW EXECUTE FUNCTION refuse_parameter_edit();
CREATE TRIGGER policy_proposal_ended BEFORE UPDATE OR DELETE ON policy_proposal
  FOR EACH ROW WHEN (OLD.status IN ('PUBLISHED', 'WITHDRAWN')) EXECUTE FUNCTION refuse_change();

-- --- the ledger -----------------------------------------------------------------------------------------------

-- A transfer is asked once, when its transaction ends, whether it balances, instead of once for each of its entries.
DROP TRIGGER ledger_entry_balanced ON ledger_entry;
CREATE OR REPLACE FUNCTION require_balanced_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  difference bigint;
  parts int;
BEGIN
  SELECT COALESCE(SUM(amount), 0), COUNT(*) INTO difference, parts FROM ledger_entry WHERE transfer_id = NEW.id;
  IF difference <> 0 OR parts < 2 THEN
    RAISE EXCEPTION 'transfer % is out of balance by % fen', NEW.id, difference USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transfer_balanced AFTER INSERT ON ledger_transfer
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balanced_transfer();

-- So entries may only come with their own transfer: one that was committed earlier was asked already.
CREATE FUNCTION refuse_late_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT transfer_id FROM added) late
    JOIN ledger_transfer transfer ON transfer.id = late.transfer_id
    WHERE transfer.xmin::text <> pg_current_xact_id()::xid::text
  ) THEN
    RAISE EXCEPTION 'entries are added only together with their transfer' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_with_transfer AFTER INSERT ON ledger_entry
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_entries();

-- The people's months are the ledger's detail: their amounts never change and no month goes away.
CREATE TRIGGER premium_payment_kept BEFORE DELETE ON premium_payment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER premium_payment_amounts BEFORE UPDATE ON premium_payment FOR EACH ROW WHEN (
  (OLD.individual_id, OLD.period, OLD.employer_id, OLD.kind, OLD.sequence, OLD.notice_id, OLD.average_wage,
    OLD.pension_base, OLD.pension_employer, OLD.pension_personal, OLD.medical_base, OLD.medical_employer, OLD.medical_personal,
    OLD.unemployment_base, OLD.unemployment_employer, OLD.unemployment_personal,
    OLD.work_injury_base, OLD.work_injury_employer, OLD.maternity_base, OLD.maternity_employer)
  IS DISTINCT FROM
  (NEW.individual_id, NEW.period, NEW.employer_id, NEW.kind, NEW.sequence, NEW.notice_id, NEW.average_wage,
    NEW.pension_base, NEW.pension_employer, NEW.pension_personal, NEW.medical_base, NEW.medical_employer, NEW.medical_personal,
    NEW.unemployment_base, NEW.unemployment_employer, NEW.unemployment_personal,
    NEW.work_injury_base, NEW.work_injury_employer, NEW.maternity_base, NEW.maternity_employer)
) EXECUTE FUNCTION refuse_change();

DROP INDEX premium_payment_by_person;
CREATE INDEX premium_payment_by_person ON premium_payment (individual_id, period DESC, employer_id, kind, sequence)
  INCLUDE (status, posted_on, average_wage,
    pension_base, pension_employer, pension_personal, medical_base, medical_employer, medical_personal,
    unemployment_base, unemployment_employer, unemployment_personal, work_injury_base, work_injury_employer,
    maternity_base, maternity_employer);

-- What is left of each share of a notice: the late fee is the share without an insurance.
CREATE VIEW notice_share_balance AS
SELECT transfer.notice_id, entry.period, entry.insurance, entry.side,
  COALESCE(SUM(entry.amount) FILTER (WHERE transfer.kind IN ('CHARGE', 'DIFFERENCE', 'LATE_FEE')), 0)::bigint AS charged,
  -COALESCE(SUM(entry.amount) FILTER (WHERE transfer.kind = 'ALLOCATION'), 0)::bigint AS settled,
  -COALESCE(SUM(entry.amount) FILTER (WHERE transfer.kind = 'WRITE_OFF'), 0)::bigint AS written_off,
  SUM(entry.amount)::bigint AS outstanding
FROM ledger_transfer transfer
JOIN ledger_entry entry ON entry.transfer_id = transfer.id
JOIN ledger_account account ON account.id = entry.account_id AND account.kind = 'RECEIVABLE'
WHERE transfer.notice_id IS NOT NULL
GROUP BY transfer.notice_id, entry.period, entry.insurance, entry.side;

-- What an employer owes, late fees included as far as they are booked, and what it has to its credit.
CREATE VIEW employer_balance AS
SELECT account.employer_id,
  COALESCE(SUM(entry.amount) FILTER (WHERE account.kind = 'RECEIVABLE'), 0)::bigint AS owed,
  -COALESCE(SUM(entry.amount) FILTER (WHERE account.kind = 'CREDIT'), 0)::bigint AS credit
FROM ledger_account account
LEFT JOIN ledger_entry entry ON entry.account_id = account.id
WHERE account.employer_id IS NOT NULL
GROUP BY account.employer_id;

-- A person's months with what the ledger says of them: a share of the month is settled when the notice's share is.
CREATE VIEW person_balance AS
SELECT month.individual_id, month.employer_id, month.period, month.kind, month.sequence, month.notice_id, month.status,
  (month.pension_employer + month.medical_employer + month.unemployment_employer + month.work_injury_employer
    + month.maternity_employer)::bigint AS employer_charged,
  (month.pension_personal + month.medical_personal + month.unemployment_personal)::bigint AS personal_charged,
  (CASE WHEN 'PENSION EMPLOYER' = ANY (open.shares) THEN month.pension_employer ELSE 0 END
    + CASE WHEN 'MEDICAL EMPLOYER' = ANY (open.shares) THEN month.medical_employer ELSE 0 END
    + CASE WHEN 'UNEMPLOYMENT EMPLOYER' = ANY (open.shares) THEN month.unemployment_employer ELSE 0 END
    + CASE WHEN 'WORK_INJURY EMPLOYER' = ANY (open.shares) THEN month.work_injury_employer ELSE 0 END
    + CASE WHEN 'MATERNITY EMPLOYER' = ANY (open.shares) THEN month.maternity_employer ELSE 0 END)::bigint AS employer_outstanding,
  (CASE WHEN 'PENSION PERSONAL' = ANY (open.shares) THEN month.pension_personal ELSE 0 END
    + CASE WHEN 'MEDICAL PERSONAL' = ANY (open.shares) THEN month.medical_personal ELSE 0 END
    + CASE WHEN 'UNEMPLOYMENT PERSONAL' = ANY (open.shares) THEN month.unemployment_personal ELSE 0 END)::bigint AS personal_outstanding
FROM premium_payment month
LEFT JOIN LATERAL (
  SELECT array_agg(share.insurance || ' ' || share.side) AS shares FROM notice_share_balance share
  WHERE share.notice_id = month.notice_id AND share.outstanding > 0 AND share.insurance IS NOT NULL
) open ON true;

-- --- payments, runs, days, refunds ----------------------------------------------------------------------------

ALTER TABLE payment ADD CONSTRAINT payment_names_notice CHECK (notice_id IS NOT NULL OR channel = 'BANK_TRANSFER');
CREATE UNIQUE INDEX debit_agreement_one_live ON debit_agreement (employer_id) WHERE status IN ('PENDING', 'ACTIVE');

-- A month is billed by one run of a region at a time, and once.
CREATE UNIQUE INDEX billing_run_once ON billing_run (region, kind, period, COALESCE(proposal_id, '00000000-0000-0000-0000-000000000000'::uuid));

CREATE TRIGGER statement_append_only BEFORE UPDATE OR DELETE ON statement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_entry_append_only BEFORE DELETE ON statement_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- No day closes with an open item, and a closed day stays closed as it is.
CREATE FUNCTION refuse_open_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'CLOSED' AND EXISTS (SELECT 1 FROM reconciliation_item WHERE day = NEW.day AND resolution IS NULL) THEN
    RAISE EXCEPTION 'day % has open items', NEW.day USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reconciliation_day_closing BEFORE INSERT OR UPDATE ON reconciliation_day
  FOR EACH ROW EXECUTE FUNCTION refuse_open_day();
CREATE TRIGGER reconciliation_day_closed BEFORE UPDATE OR DELETE ON reconciliation_day
  FOR EACH ROW WHEN (OLD.status = 'CLOSED') EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_item_of_closed_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM reconciliation_day WHERE day = COALESCE(NEW.day, OLD.day) AND status = 'CLOSED';
  IF FOUND THEN
    RAISE EXCEPTION 'day % is closed', COALESCE(NEW.day, OLD.day) USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER reconciliation_item_of_open_day BEFORE INSERT OR UPDATE OR DELETE ON reconciliation_item
  FOR EACH ROW EXECUTE FUNCTION refuse_item_of_closed_day();

ALTER TABLE refund ADD CONSTRAINT refund_amounts CHECK (amount > 0 AND personal_share >= 0 AND personal_share <= amount);
CREATE SEQUENCE refund_number;
-- Four eyes: nobody takes two steps of one refund (R765 37).
ALTER TABLE refund ADD CONSTRAINT refund_four_eyes CHECK (
  verified_by IS DISTINCT FROM applied_by AND (approved_by IS NULL OR approved_by NOT IN (verified_by, applied_by)));
ALTER TABLE write_off ADD CONSTRAINT write_off_positive CHECK (amount > 0);
ALTER TABLE write_off ADD CONSTRAINT write_off_four_eyes CHECK (decided_by IS DISTINCT FROM requested_by);
CREATE UNIQUE INDEX write_off_one_open ON write_off (notice_id) WHERE status = 'REQUESTED';
