-- CreateTable
CREATE TABLE "bank_request" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "paper_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),
    "ending" TEXT,
    "sent_at" TIMESTAMP(3),
    "told_at" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "bank_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_reply" (
    "id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "request_id" UUID,
    "case_id" UUID,
    "reference" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "received_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "bank_reply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bank_request_paper_id_key" ON "bank_request"("paper_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_request_number_key" ON "bank_request"("number");

-- CreateIndex
CREATE INDEX "bank_request_partner_id_ended_at_created_at_idx" ON "bank_request"("partner_id", "ended_at", "created_at");

-- CreateIndex
CREATE INDEX "bank_request_case_id_idx" ON "bank_request"("case_id");

-- CreateIndex
CREATE INDEX "bank_reply_case_id_idx" ON "bank_reply"("case_id");

-- CreateIndex
CREATE INDEX "bank_reply_outcome_received_at_idx" ON "bank_reply"("outcome", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "bank_reply_partner_id_reference_content_hash_key" ON "bank_reply"("partner_id", "reference", "content_hash");

ALTER TABLE bank_request
  ADD CONSTRAINT bank_request_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement_case(id),
  ADD CONSTRAINT bank_request_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES enforcement_paper(id),
  ADD CONSTRAINT bank_request_kind_known CHECK (kind IN ('INQUIRY', 'ALLOCATION')),
  ADD CONSTRAINT bank_request_ending_known CHECK (ending IN ('ANSWERED', 'REPLACED', 'WITHDRAWN')),
  ADD CONSTRAINT bank_request_ended CHECK ((ended_at IS NULL) = (ending IS NULL)),
  ADD CONSTRAINT bank_request_attempts CHECK (attempts >= 0);
-- One notice at a time is drawn on.
CREATE UNIQUE INDEX bank_request_one_allocation ON bank_request (case_id) WHERE kind = 'ALLOCATION' AND ended_at IS NULL;
-- What the interface still has to do.
CREATE INDEX bank_request_due ON bank_request (partner_id, next_at) WHERE ended_at IS NULL OR (ending = 'WITHDRAWN' AND told_at IS NULL);
ALTER TABLE bank_reply
  ADD CONSTRAINT bank_reply_request_id_fkey FOREIGN KEY (request_id) REFERENCES bank_request(id),
  ADD CONSTRAINT bank_reply_case_id_fkey FOREIGN KEY (case_id) REFERENCES enforcement_case(id),
  ADD CONSTRAINT bank_reply_outcome_known CHECK (outcome IN ('TAKEN', 'REFUSED'));
-- A reference is taken once, whatever else is sent under it.
CREATE UNIQUE INDEX bank_reply_taken_once ON bank_reply (partner_id, reference) WHERE outcome = 'TAKEN';

-- Cases under way: what banks were asked and have not answered, and the notice that waits for its allocation.
INSERT INTO bank_request (id, case_id, paper_id, partner_id, kind, number, created_at, next_at)
SELECT gen_random_uuid(), held.id, paper.id, (paper.content #>> '{bank,id}')::uuid, 'INQUIRY', paper.number, held.changed_at, held.changed_at
FROM enforcement_case held JOIN enforcement_paper paper ON paper.case_id = held.id AND paper.kind = 'QUERY_LETTER'
WHERE held.status = 'ACCOUNT_QUERIED' AND paper.issued_on = held.standing #>> '{query,on}'
  AND NOT EXISTS (SELECT FROM jsonb_array_elements(held.standing #> '{query,replies}') reply
    WHERE reply ->> 'bankId' = paper.content #>> '{bank,id}');
INSERT INTO bank_request (id, case_id, paper_id, partner_id, kind, number, created_at, next_at)
SELECT DISTINCT ON (held.id) gen_random_uuid(), held.id, paper.id, (held.standing #>> '{application,bankId}')::uuid, 'ALLOCATION',
  paper.number, held.changed_at, held.changed_at
FROM enforcement_case held JOIN enforcement_paper paper ON paper.case_id = held.id AND paper.kind = 'BANK_NOTICE'
WHERE held.status = 'ALLOCATION_DECIDED' AND held.standing ? 'bankNotice'
ORDER BY held.id, paper.number DESC;

-- The unit is shown such a case as it was before its accounts were asked for, also where they were asked for before this.
UPDATE enforcement_case held SET standing = held.standing || jsonb_build_object('quiet', jsonb_build_object(
  'from', asked.from_state, 'since', held.standing #>> '{query,on}', 'defences', '[]'::jsonb))
FROM (SELECT DISTINCT ON (case_id) case_id, from_state FROM case_event
  WHERE lifecycle = 'enforcement' AND event = 'QUERY_ACCOUNTS' ORDER BY case_id, seq DESC) asked
WHERE asked.case_id = held.id::text AND held.status IN ('ACCOUNT_QUERIED', 'ALLOCATION_APPLIED') AND NOT held.standing ? 'quiet'
  AND NOT held.standing ? 'returned';
