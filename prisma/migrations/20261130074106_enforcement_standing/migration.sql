-- CreateTable
CREATE TABLE "enforcement_standing" (
    "id" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "known_from" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "principal" BIGINT NOT NULL,
    "late_fee" BIGINT NOT NULL,
    "settled" BIGINT NOT NULL,
    "computed_on" TEXT NOT NULL,
    "standing" JSONB NOT NULL,
    "debts" JSONB NOT NULL,
    "due_by" TEXT,

    CONSTRAINT "enforcement_standing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "enforcement_standing_case_id_known_from_id_idx" ON "enforcement_standing"("case_id", "known_from", "id");

-- AddForeignKey
ALTER TABLE "enforcement_standing" ADD CONSTRAINT "enforcement_standing_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "enforcement_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE enforcement_standing
  ADD CONSTRAINT enforcement_standing_status_known CHECK (status IN ('OVERDUE', 'VERIFIED', 'ORDERED', 'ORDER_EXPIRED', 'ACCOUNT_QUERIED',
    'ALLOCATION_APPLIED', 'DEMANDED', 'ALLOCATION_DECIDED', 'ALLOCATED', 'SHORTFALL', 'DEFERRED', 'AGREEMENT_BREACHED', 'COURT_APPLIED',
    'COURT_ACCEPTED', 'RULED_ENFORCE', 'RULED_REFUSED', 'SEIZED', 'SUSPENDED', 'AUCTIONED', 'OFFSET', 'CLOSED_PAID', 'CLOSED_OFFSET',
    'TERMINATED')),
  ADD CONSTRAINT enforcement_standing_amounts CHECK (principal >= 0 AND late_fee >= 0 AND settled >= 0 AND revision >= 0),
  ADD CONSTRAINT enforcement_standing_days CHECK (computed_on ~ '^\d{4}-\d{2}-\d{2}$' AND due_by ~ '^\d{4}-\d{2}-\d{2}$'),
  ADD CONSTRAINT enforcement_standing_debts CHECK (jsonb_typeof(debts) = 'array');

-- Steps taken before this release: state and moment from the events, findings and amounts from the last paper that had left by then
-- (it holds all of it), and of the last step from the case itself.
INSERT INTO enforcement_standing (case_id, known_from, revision, status, principal, late_fee, settled, computed_on, standing, debts, due_by)
SELECT held.id, event.at, event.revision, event.to_state,
  CASE WHEN is_last THEN held.principal ELSE COALESCE((paper.content->'due'->>'principal')::bigint, held.principal) END,
  CASE WHEN is_last THEN held.late_fee ELSE COALESCE((paper.content->'due'->>'lateFee')::bigint, 0) END,
  CASE WHEN is_last THEN held.settled ELSE COALESCE((paper.content->'due'->>'settled')::bigint, (held.standing->>'settledBefore')::bigint, 0) END,
  CASE WHEN is_last THEN held.computed_on ELSE COALESCE(paper.issued_on, to_char(held.opened_at + interval '8 hours', 'YYYY-MM-DD')) END,
  CASE WHEN is_last THEN held.standing ELSE COALESCE(paper.content->'standing', jsonb_build_object('defences', '[]'::jsonb,
    'settledBefore', held.standing->'settledBefore', 'taken', '{"paid": 0, "allocated": 0, "realised": 0, "offset": 0}'::jsonb)) END,
  COALESCE(paper.content->'debts', '[]'::jsonb),
  CASE WHEN is_last THEN held.due_by END
FROM enforcement_case held
JOIN case_event event ON event.lifecycle = 'enforcement' AND event.case_id = held.id::text
CROSS JOIN LATERAL (SELECT event.revision = held.revision AS is_last) AS step
LEFT JOIN LATERAL (SELECT content, issued_on FROM enforcement_paper WHERE case_id = held.id AND revision <= event.revision
  ORDER BY revision DESC, number DESC LIMIT 1) paper ON true
ORDER BY event.at, held.id, event.seq;

CREATE TRIGGER enforcement_standing_append_only BEFORE UPDATE OR DELETE ON enforcement_standing
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
