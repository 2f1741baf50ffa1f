-- The figures of the office's services are proposed by one, published by another and hold from a day on. What was set of the cards'
-- figures moves here; an answered question keeps its last day for asking again.

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "reopen_until" TEXT;

-- CreateTable
CREATE TABLE "figure_change" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "held_value" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "document_no" TEXT,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),
    "refusal" TEXT,

    CONSTRAINT "figure_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "figure_change_requested_at_id_idx" ON "figure_change"("requested_at", "id");

ALTER TABLE figure_change
  ADD CONSTRAINT figure_change_name_known CHECK (name IN ('CARD_LOSS_DAYS', 'CARD_READY_DAYS', 'CARD_TEMPORARY_DAYS', 'CARD_PIN_TRIES',
    'QUESTION_ANSWER_DAYS', 'QUESTION_REOPEN_DAYS', 'QUESTION_MOST_OPEN', 'REPORT_MOST_A_DAY', 'HOTLINE_CALLER_TRIES', 'HOTLINE_PERSON_TRIES')),
  ADD CONSTRAINT figure_change_status_known CHECK (status IN ('PROPOSED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN')),
  ADD CONSTRAINT figure_change_value CHECK (value > 0),
  ADD CONSTRAINT figure_change_from CHECK (valid_from ~ '^\d{4}-\d{2}-\d{2}$'),
  ADD CONSTRAINT figure_change_decided CHECK (
    (status = 'PROPOSED') = (decided_at IS NULL) AND (status = 'PROPOSED' OR status = 'PUBLISHED' OR decided_by IS NOT NULL)
    AND (refusal IS NOT NULL) = (status = 'REFUSED')
  ),
  -- Two people (R765 37), whatever writes here.
  ADD CONSTRAINT figure_change_two_people CHECK (status NOT IN ('PUBLISHED', 'REFUSED') OR decided_by IS DISTINCT FROM requested_by);
-- One at a time of a figure: a second one would be decided on a value that the first changes.
CREATE UNIQUE INDEX figure_change_open ON figure_change (name) WHERE status = 'PROPOSED';
CREATE INDEX figure_change_in_force ON figure_change (name, valid_from, decided_at) WHERE status = 'PUBLISHED';

-- Set by one person, before two were asked for: who decided is left open.
INSERT INTO figure_change (id, name, value, held_value, valid_from, reason, status, requested_by, requested_at, decided_at)
SELECT gen_random_uuid(), set.name, set.value, set.held, to_char(set.changed_at + interval '8 hours', 'YYYY-MM-DD'),
  '由社保卡业务参数转入', 'PUBLISHED', set.changed_by, set.changed_at, set.changed_at
FROM (
  SELECT figure.name, figure.value, rule.changed_by, rule.changed_at,
    COALESCE(lag(figure.value) OVER (PARTITION BY figure.name ORDER BY rule.changed_at, rule.id), figure.shipped) AS held
  FROM card_rule rule
  CROSS JOIN LATERAL (VALUES ('CARD_LOSS_DAYS', rule.oral_loss_days, 7), ('CARD_READY_DAYS', rule.ready_days, 15)) AS figure (name, value, shipped)
) AS set
WHERE set.changed_by IS NOT NULL AND set.value <> set.held;
DROP TABLE card_rule;

-- What is decided stays.
CREATE TRIGGER figure_change_decided_stays BEFORE UPDATE OR DELETE ON figure_change
  FOR EACH ROW WHEN (OLD.status <> 'PROPOSED') EXECUTE FUNCTION refuse_change();

UPDATE question SET reopen_until = to_char(answered_at + interval '8 hours' + interval '15 days', 'YYYY-MM-DD') WHERE status = 'ANSWERED';
ALTER TABLE question
  ADD CONSTRAINT question_reopen CHECK (reopen_until ~ '^\d{4}-\d{2}-\d{2}$' AND (status <> 'ANSWERED' OR reopen_until IS NOT NULL));
CREATE INDEX question_lapses ON question (reopen_until) WHERE status = 'ANSWERED';
