-- One record of events for every lifecycle (ADR 19). What is known of cases so far moves into it.

-- CreateTable
CREATE TABLE "case_event" (
    "lifecycle" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "actor_kind" TEXT NOT NULL,
    "account_id" UUID,
    "at" TIMESTAMP(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("lifecycle","case_id","seq")
);

-- The events of declarations are the same thing and move over whole; where a step came from is where the one before it led.
INSERT INTO case_event (lifecycle, case_id, seq, event, from_state, to_state, revision, actor_kind, account_id, at, note)
SELECT 'annual-declaration', declaration_id::text, row_number() OVER timeline, action, lag(status) OVER timeline, status, version,
  actor_kind, actor_id, at, note
FROM declaration_event WINDOW timeline AS (PARTITION BY declaration_id ORDER BY at, id);

-- Of the others the rows themselves say who took which step, and when. They keep saying so.
INSERT INTO case_event (lifecycle, case_id, seq, event, from_state, to_state, actor_kind, account_id, at, note)
SELECT lifecycle, case_id, row_number() OVER timeline, event, lag(state) OVER timeline, state,
  -- Whose step it was, also where nobody wrote down which account took it.
  CASE WHEN account_id IS NOT NULL THEN COALESCE(account.kind, 'STAFF') WHEN event IN ('SIMULATE', 'PAUSE', 'CLOSE') THEN 'STAFF'
    WHEN event = 'END' THEN 'EMPLOYER' ELSE 'SYSTEM' END,
  account_id, at, note
FROM (
  SELECT 'refund' AS lifecycle, id::text AS case_id, 1 AS rank, 'APPLY' AS event, 'APPLIED' AS state, applied_by AS account_id,
    applied_at AS at, NULL AS note FROM refund
  UNION ALL SELECT 'refund', id::text, 2, 'VERIFY', 'VERIFIED', verified_by, verified_at, NULL FROM refund WHERE verified_at IS NOT NULL
  UNION ALL SELECT 'refund', id::text, 3, 'APPROVE', 'APPROVED', approved_by, approved_at, NULL FROM refund WHERE approved_at IS NOT NULL
  UNION ALL SELECT 'refund', id::text, 4, 'PAY_OUT', 'PAID_OUT', paid_out_by, paid_out_at, NULL FROM refund WHERE paid_out_at IS NOT NULL
  UNION ALL SELECT 'refund', id::text, 4, 'REJECT', 'REJECTED', rejected_by, rejected_at, rejection_reason FROM refund WHERE rejected_at IS NOT NULL
  UNION ALL SELECT 'back-payment', id::text, 1, CASE route WHEN 'ONLINE' THEN 'APPLY_ONLINE' ELSE 'APPLY' END,
    CASE route WHEN 'ONLINE' THEN 'ISSUED' ELSE 'APPLIED' END, applied_by, applied_at, NULL FROM back_payment
  UNION ALL SELECT 'back-payment', id::text, 2, 'CHECK', 'CHECKED', checked_by, checked_at, finding FROM back_payment WHERE checked_at IS NOT NULL
  UNION ALL SELECT 'back-payment', id::text, 3, CASE status WHEN 'REJECTED' THEN 'REJECT' ELSE 'APPROVE' END, status, decided_by, decided_at,
    rejection_reason FROM back_payment WHERE decided_at IS NOT NULL AND route <> 'ONLINE'
  UNION ALL SELECT 'write-off', id::text, 1, 'REQUEST', 'REQUESTED', requested_by, requested_at, NULL FROM write_off
  UNION ALL SELECT 'write-off', id::text, 2, CASE status WHEN 'CONFIRMED' THEN 'CONFIRM' ELSE 'REFUSE' END, status, decided_by, decided_at,
    refusal FROM write_off WHERE decided_at IS NOT NULL
  UNION ALL SELECT 'policy-proposal', id::text, 1, 'CREATE', 'DRAFT', created_by, created_at, NULL FROM policy_proposal
  UNION ALL SELECT 'policy-proposal', id::text, 2, 'SIMULATE', 'SIMULATED', NULL, simulated_at, NULL FROM policy_proposal WHERE simulated_at IS NOT NULL
  UNION ALL SELECT 'policy-proposal', id::text, 3, CASE status WHEN 'PUBLISHED' THEN 'PUBLISH' ELSE 'WITHDRAW' END, status, ended_by, ended_at,
    NULL FROM policy_proposal WHERE ended_at IS NOT NULL
  UNION ALL SELECT 'card-password-reset', id::text, 1, 'REQUEST', 'OPEN', requested_by, requested_at, reason FROM card_password_reset
  UNION ALL SELECT 'card-password-reset', id::text, 2, 'CONFIRM', 'CONFIRMED', confirmed_by, confirmed_at, NULL FROM card_password_reset
    WHERE confirmed_at IS NOT NULL
  UNION ALL SELECT 'debit-agreement', id::text, 1, 'REQUEST', 'PENDING', requested_by, created_at, NULL FROM debit_agreement
  UNION ALL SELECT 'debit-agreement', id::text, 2, 'SIGN', 'ACTIVE', NULL, signed_at, NULL FROM debit_agreement WHERE signed_at IS NOT NULL
  UNION ALL SELECT 'debit-agreement', id::text, 3,
    CASE WHEN status = 'REFUSED' THEN 'REFUSE' WHEN ended_by = 'EMPLOYER' THEN 'END' ELSE 'END_BY_BANK' END, status,
    (SELECT actor_id FROM audit_event WHERE record_type = 'DebitAgreement' AND record_id = debit_agreement.id::text
      AND action = 'DEBIT_AGREEMENT_ENDED' AND ended_by = 'EMPLOYER' ORDER BY seq LIMIT 1),
    ended_at, end_reason FROM debit_agreement WHERE ended_at IS NOT NULL
  UNION ALL SELECT 'billing-run', id::text, 1, CASE kind WHEN 'MONTHLY' THEN 'START' ELSE 'START_DIFFERENCE' END, 'RUNNING', started_by, started_at, NULL FROM billing_run
  UNION ALL SELECT 'billing-run', id::text, 2, 'FINISH', 'DONE', NULL, finished_at, NULL FROM billing_run WHERE status = 'DONE' AND finished_at IS NOT NULL
  UNION ALL SELECT 'billing-run', id::text, 2, 'PAUSE', 'PAUSED',
    (SELECT actor_id FROM audit_event WHERE record_type = 'BillingRun' AND record_id = billing_run.id::text
      AND action = 'BILLING_RUN_PAUSED' ORDER BY seq DESC LIMIT 1),
    heartbeat_at, NULL FROM billing_run WHERE status = 'PAUSED'
  UNION ALL SELECT 'reconciliation-day', day, 1, 'CLOSE', 'CLOSED', closed_by, closed_at, NULL FROM reconciliation_day WHERE closed_at IS NOT NULL
) known LEFT JOIN account ON account.id = known.account_id
WINDOW timeline AS (PARTITION BY lifecycle, case_id ORDER BY rank, at);

-- Days are opened by their first file or payment, which no row remembers.
UPDATE case_event SET from_state = 'OPEN' WHERE lifecycle = 'reconciliation-day';

-- DropForeignKey
ALTER TABLE "declaration_event" DROP CONSTRAINT "declaration_event_declaration_id_fkey";

-- DropTable
DROP TABLE "declaration_event";

-- --- what must hold whatever program writes -------------------------------------------------------------------

ALTER TABLE case_event ADD CONSTRAINT case_event_job CHECK (actor_kind <> 'SYSTEM' OR account_id IS NULL);
ALTER TABLE case_event ADD CONSTRAINT case_event_actor_kind_known CHECK (actor_kind IN ('EMPLOYER', 'INSURED', 'STAFF', 'SYSTEM'));
ALTER TABLE case_event ADD CONSTRAINT case_event_numbered CHECK (seq > 0 AND revision >= 0);
CREATE TRIGGER case_event_append_only BEFORE UPDATE OR DELETE ON case_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
