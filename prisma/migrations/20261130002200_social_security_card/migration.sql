-- A card has a lifecycle: what happened to it is kept, with the way it came, the desk and what was shown there. Banks and hospitals
-- have desks of their own, whose operators sign in.

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "operator_no" TEXT;

-- AlterTable
ALTER TABLE "card" ADD COLUMN     "applied_on" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'PERMANENT',
ADD COLUMN     "lost_until" TIMESTAMP(3),
ADD COLUMN     "password_due" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "ready_on" TEXT,
ADD COLUMN     "replaces_id" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "valid_to" TEXT,
ALTER COLUMN "bank_status" DROP NOT NULL;

-- CreateTable
CREATE TABLE "card_event" (
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "application" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "account_id" UUID,
    "operator" TEXT,
    "partner_id" UUID,
    "documents" TEXT[],
    "by_proxy" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,

    CONSTRAINT "card_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "linked" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "ended_on" TEXT,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_settlement" (
    "id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "bill_no" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "settled_by" UUID NOT NULL,
    "settled_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "card_settlement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_rule" (
    "id" UUID NOT NULL,
    "oral_loss_days" INTEGER NOT NULL,
    "ready_days" INTEGER NOT NULL,
    "changed_by" UUID,
    "changed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "card_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "card_event_card_id_seq_key" ON "card_event"("card_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "partner_number_key" ON "partner"("number");

-- CreateIndex
CREATE UNIQUE INDEX "partner_name_key" ON "partner"("name");

-- CreateIndex
CREATE INDEX "card_settlement_card_id_idx" ON "card_settlement"("card_id");

-- CreateIndex
CREATE UNIQUE INDEX "card_settlement_partner_id_bill_no_key" ON "card_settlement"("partner_id", "bill_no");

-- CreateIndex
CREATE UNIQUE INDEX "account_operator_no_key" ON "account"("operator_no");

-- CreateIndex
CREATE UNIQUE INDEX "card_replaces_id_key" ON "card"("replaces_id");

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "card"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_event" ADD CONSTRAINT "card_event_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "card"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is known of the cards there are. Of a loss nobody wrote down when it was reported: it runs a week from now.
UPDATE card SET lost_until = now() AT TIME ZONE 'UTC' + interval '7 days' WHERE status = 'ORAL_LOSS';
UPDATE card SET activated_on = COALESCE(issued_on, to_char(created_at + interval '8 hours', 'YYYY-MM-DD'))
  WHERE status IN ('NORMAL', 'PIN_LOCKED') AND activated_on IS NULL;
UPDATE card SET activated_on = NULL WHERE status IN ('APPLIED', 'MADE', 'INACTIVE');
-- Of the bank application the office knows whether it was activated and whether it ended; what a bank blocks is the bank's.
UPDATE card SET bank_status = CASE WHEN bank_status IN ('APPLIED', 'MADE', 'INACTIVE') THEN 'INACTIVE'
  WHEN bank_status IN ('REPLACED', 'CANCELLED') OR status IN ('REPLACED', 'CANCELLED') THEN 'CANCELLED' ELSE 'NORMAL' END;
ALTER TABLE card DROP CONSTRAINT card_bank_status_known;
INSERT INTO card_event (id, card_id, seq, application, event, to_state, at, channel, actor_kind)
SELECT gen_random_uuid(), id, 1, 'SOCIAL', 'RECORD', status, created_at, 'JOB', 'SYSTEM' FROM card;
UPDATE card SET revision = 1;

INSERT INTO card_rule (id, oral_loss_days, ready_days, changed_at) VALUES (gen_random_uuid(), 7, 15, now() AT TIME ZONE 'UTC');

-- --- what must hold whatever program writes -------------------------------------------------------------------

ALTER TABLE card
  ADD CONSTRAINT card_kind_known CHECK (kind IN ('PERMANENT', 'TEMPORARY')),
  ADD CONSTRAINT card_bank_status_known CHECK (bank_status IN ('INACTIVE', 'NORMAL', 'CANCELLED')),
  ADD CONSTRAINT card_channel_known CHECK (channel IN ('WEB', 'WINDOW', 'BANK', 'HOSPITAL', 'HOTLINE', 'JOB')),
  ADD CONSTRAINT card_oral_loss_ends CHECK ((status = 'ORAL_LOSS') = (lost_until IS NOT NULL)),
  ADD CONSTRAINT card_normal_was_activated CHECK (status NOT IN ('NORMAL', 'PIN_LOCKED') OR activated_on IS NOT NULL),
  ADD CONSTRAINT card_not_activated CHECK (status NOT IN ('APPLIED', 'MADE', 'INACTIVE') OR activated_on IS NULL),
  ADD CONSTRAINT card_temporary CHECK ((kind = 'TEMPORARY') = (bank_status IS NULL) AND (kind = 'TEMPORARY') = (valid_to IS NOT NULL)),
  ADD CONSTRAINT card_days CHECK (applied_on ~ '^\d{4}-\d{2}-\d{2}$' AND ready_on ~ '^\d{4}-\d{2}-\d{2}$' AND valid_to ~ '^\d{4}-\d{2}-\d{2}$');
CREATE INDEX card_oral_loss ON card (lost_until) WHERE status = 'ORAL_LOSS';
CREATE INDEX card_waiting ON card (created_at) WHERE status = 'APPLIED';
CREATE INDEX card_temporary_ends ON card (valid_to) WHERE kind = 'TEMPORARY' AND status NOT IN ('REPLACED', 'CANCELLED');

ALTER TABLE card_event
  ADD CONSTRAINT card_event_application_known CHECK (application IN ('SOCIAL', 'BANK')),
  ADD CONSTRAINT card_event_channel_known CHECK (channel IN ('WEB', 'WINDOW', 'BANK', 'HOSPITAL', 'HOTLINE', 'JOB')),
  ADD CONSTRAINT card_event_actor_kind_known CHECK (actor_kind IN ('EMPLOYER', 'INSURED', 'STAFF', 'PARTNER', 'SYSTEM')),
  ADD CONSTRAINT card_event_numbered CHECK (seq > 0);
CREATE TRIGGER card_event_append_only BEFORE UPDATE OR DELETE ON card_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE card_rule
  ADD CONSTRAINT card_rule_oral_loss CHECK (oral_loss_days IN (5, 7, 10)),
  ADD CONSTRAINT card_rule_ready CHECK (ready_days IN (7, 15));
CREATE TRIGGER card_rule_append_only BEFORE UPDATE OR DELETE ON card_rule
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- --- partners and their operators ------------------------------------------------------------------------------

ALTER TABLE partner
  ADD CONSTRAINT partner_kind_known CHECK (kind IN ('BANK', 'HOSPITAL')),
  ADD CONSTRAINT partner_linked_bank CHECK (kind = 'BANK' OR NOT linked),
  ADD CONSTRAINT partner_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id);
ALTER TABLE card_settlement
  ADD CONSTRAINT card_settlement_card_id_fkey FOREIGN KEY (card_id) REFERENCES card(id),
  ADD CONSTRAINT card_settlement_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partner(id),
  ADD CONSTRAINT card_settlement_amount CHECK (amount > 0);
CREATE TRIGGER card_settlement_append_only BEFORE UPDATE OR DELETE ON card_settlement
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE card_event ADD CONSTRAINT card_event_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES partner(id);

ALTER TABLE account DROP CONSTRAINT account_one_subject;
ALTER TABLE account ADD CONSTRAINT account_one_subject CHECK ((kind = 'PARTNER') = (operator_no IS NOT NULL) AND (
  (kind = 'EMPLOYER' AND individual_id IS NULL AND staff_no IS NULL)
  OR (kind = 'INSURED' AND individual_id IS NOT NULL AND staff_no IS NULL)
  OR (kind = 'STAFF' AND staff_no IS NOT NULL AND individual_id IS NULL)
  OR (kind = 'PARTNER' AND individual_id IS NULL AND staff_no IS NULL AND clerk_no IS NULL)));
ALTER TABLE membership ADD CONSTRAINT membership_of_partner CHECK ((role = 'OPERATOR') = (scope_kind = 'PARTNER'));

-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
  list record;
BEGIN
  FOR list IN SELECT * FROM (VALUES ('notification', 'notification_kind_known', '''CARD_EVENT''::text'),
      ('account', 'account_kind_known', '''PARTNER''::text'),
      ('membership', 'membership_role_known', '''OPERATOR''::text'),
      ('membership', 'membership_scope_kind_known', '''PARTNER''::text'),
      ('one_time_code', 'one_time_code_purpose_known', '''OPERATOR_ACTIVATION''::text, ''OPERATOR_PASSWORD_RESET''::text')) AS named (of, name, more) LOOP
    SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = list.name;
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', list.of, list.name);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I ', list.of, list.name) || replace(known, ']', ', ' || list.more || ']');
  END LOOP;
END
$$;
-- Of whoever acts, SYSTEM is the last.
ALTER TABLE case_event DROP CONSTRAINT case_event_actor_kind_known;
ALTER TABLE case_event ADD CONSTRAINT case_event_actor_kind_known CHECK (actor_kind IN ('EMPLOYER', 'INSURED', 'STAFF', 'PARTNER', 'SYSTEM'));
ALTER TABLE audit_event DROP CONSTRAINT audit_event_actor_kind;
ALTER TABLE audit_event ADD CONSTRAINT audit_event_actor_kind CHECK (actor_kind IN ('EMPLOYER', 'INSURED', 'STAFF', 'PARTNER', 'SYSTEM', 'ANONYMOUS'));
