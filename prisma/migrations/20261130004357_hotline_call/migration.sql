-- Calls to the hotline 12333 and the details that did not fit.

-- CreateTable
CREATE TABLE "hotline_call" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "wish" TEXT,
    "caller_hash" BYTEA,
    "caller_masked" TEXT NOT NULL,
    "dialogue" BYTEA,
    "recording" BYTEA,
    "card_id" UUID,
    "individual_id" UUID,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "proofs" TEXT[],
    "started_at" TIMESTAMP(3) NOT NULL,
    "last_at" TIMESTAMP(3) NOT NULL,
    "waiting_since" TIMESTAMP(3),
    "agent_id" UUID,
    "ended_at" TIMESTAMP(3),
    "outcome" TEXT,

    CONSTRAINT "hotline_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hotline_try" (
    "id" UUID NOT NULL,
    "caller_hash" BYTEA,
    "id_hash" BYTEA NOT NULL,
    "card_hash" BYTEA NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "hotline_try_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hotline_try_caller_hash_at_idx" ON "hotline_try"("caller_hash", "at");

-- CreateIndex
CREATE INDEX "hotline_try_id_hash_at_idx" ON "hotline_try"("id_hash", "at");

-- CreateIndex
CREATE INDEX "hotline_try_card_hash_at_idx" ON "hotline_try"("card_hash", "at");

-- --- what must hold whatever program writes -------------------------------------------------------------------

ALTER TABLE hotline_call
  ADD CONSTRAINT hotline_call_status_known CHECK (status IN ('DIALOGUE', 'WAITING', 'WITH_AGENT', 'ENDED')),
  ADD CONSTRAINT hotline_call_language_known CHECK (language IN ('zh-CN', 'en')),
  ADD CONSTRAINT hotline_call_wish_known CHECK (wish IN ('ACTIVATE', 'REPORT_LOSS', 'WITHDRAW_LOSS', 'AGENT')),
  ADD CONSTRAINT hotline_call_outcome_known CHECK (outcome IN ('SETTLED', 'INFORMED', 'TO_WINDOW', 'NOT_IDENTIFIED', 'CUT_OFF', 'SELF_SERVED', 'BLOCKED', 'SILENT', 'HUNG_UP')),
  ADD CONSTRAINT hotline_call_proofs_known CHECK (proofs <@ ARRAY['NAME'::text, 'EMPLOYER'::text]),
  ADD CONSTRAINT hotline_call_failures CHECK (failures BETWEEN 0 AND 3),
  ADD CONSTRAINT hotline_call_ended CHECK ((status = 'ENDED') = (ended_at IS NOT NULL) AND (status = 'ENDED') = (outcome IS NOT NULL)),
  -- What was keyed in and said does not outlive the call.
  ADD CONSTRAINT hotline_call_forgotten CHECK (status <> 'ENDED' OR (dialogue IS NULL AND recording IS NULL)),
  ADD CONSTRAINT hotline_call_waits CHECK (status <> 'WAITING' OR waiting_since IS NOT NULL),
  ADD CONSTRAINT hotline_call_taken CHECK (status <> 'WITH_AGENT' OR agent_id IS NOT NULL),
  ADD CONSTRAINT hotline_call_card_id_fkey FOREIGN KEY (card_id) REFERENCES card(id),
  ADD CONSTRAINT hotline_call_individual_id_fkey FOREIGN KEY (individual_id) REFERENCES individual(id),
  ADD CONSTRAINT hotline_call_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES account(id);
CREATE INDEX hotline_call_waiting ON hotline_call (waiting_since) WHERE status = 'WAITING';
CREATE INDEX hotline_call_open ON hotline_call (last_at) WHERE status <> 'ENDED';
-- One at a time for each agent.
CREATE UNIQUE INDEX hotline_call_of_agent ON hotline_call (agent_id) WHERE status = 'WITH_AGENT';
