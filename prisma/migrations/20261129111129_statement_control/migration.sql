-- DropIndex
DROP INDEX "statement_content_hash_key";

-- DropIndex
DROP INDEX "statement_source_account_statement_no_key";

-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'FETCHED',
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'RELEASED',
ADD COLUMN     "state_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "statement_entry" ADD COLUMN     "payer_hash" BYTEA;

-- AlterTable
ALTER TABLE "reconciliation_item" ADD COLUMN     "claim_at" TIMESTAMP(3),
ADD COLUMN     "claim_by" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "statement_page" (
    "id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "last" BOOLEAN NOT NULL,
    "content_hash" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "imported_by" UUID,
    "imported_at" TIMESTAMP(3) NOT NULL,
    "content" BYTEA,

    CONSTRAINT "statement_page_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_layout" (
    "account" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "saved_by" UUID NOT NULL,
    "saved_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "statement_layout_pkey" PRIMARY KEY ("account")
);

-- CreateIndex
CREATE INDEX "statement_page_content_hash_idx" ON "statement_page"("content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "statement_page_statement_id_number_key" ON "statement_page"("statement_id", "number");

-- CreateIndex
CREATE INDEX "statement_source_account_statement_no_idx" ON "statement"("source", "account", "statement_no");

-- CreateIndex
CREATE INDEX "statement_content_hash_idx" ON "statement"("content_hash");

-- AddForeignKey
ALTER TABLE "statement_page" ADD CONSTRAINT "statement_page_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What somebody uploaded before was posted at once: it is told apart from what was fetched, and counts as it did.
ALTER TABLE statement DISABLE TRIGGER statement_append_only;
UPDATE statement SET origin = CASE WHEN imported_by IS NULL THEN 'FETCHED' ELSE 'BROUGHT' END, state_at = imported_at;
DROP TRIGGER statement_append_only ON statement;
ALTER TABLE statement ALTER COLUMN state_at SET NOT NULL;

ALTER TABLE statement
  ADD CONSTRAINT statement_origin_known CHECK (origin IN ('FETCHED', 'BROUGHT')),
  ADD CONSTRAINT statement_state_known CHECK (state IN ('INCOMPLETE', 'HELD', 'RELEASED', 'UNDONE'));
ALTER TABLE statement_page ADD CONSTRAINT statement_page_number CHECK (number >= 1);

-- What was undone may come again; everything else comes once.
CREATE UNIQUE INDEX statement_content_once ON statement (content_hash) WHERE state <> 'UNDONE';
CREATE UNIQUE INDEX statement_number_once ON statement (source, account, statement_no) WHERE state <> 'UNDONE';
DROP INDEX statement_supersedes_key;
CREATE UNIQUE INDEX statement_supersedes_once ON statement (supersedes) WHERE state <> 'UNDONE';

-- A statement stays as the bank wrote it. Until all its pages are here it is none yet; afterwards only its state moves.
CREATE TRIGGER statement_kept BEFORE DELETE ON statement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_as_written BEFORE UPDATE ON statement FOR EACH ROW WHEN (
  OLD.state = 'UNDONE' OR (OLD.state <> 'INCOMPLETE'
    AND to_jsonb(OLD) - 'state' - 'state_at' IS DISTINCT FROM to_jsonb(NEW) - 'state' - 'state_at')
) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_page_kept BEFORE DELETE ON statement_page FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_page_as_written BEFORE UPDATE ON statement_page FOR EACH ROW WHEN (
  to_jsonb(OLD) - 'content' IS DISTINCT FROM to_jsonb(NEW) - 'content' OR NEW.content IS NOT NULL
) EXECUTE FUNCTION refuse_change();

-- Of a day's statements the last one counts: it contains the earlier ones. What waits for a page or was undone does not count.
CREATE OR REPLACE VIEW current_statement AS
SELECT statement.* FROM statement
WHERE statement.state IN ('HELD', 'RELEASED')
  AND NOT EXISTS (SELECT 1 FROM statement later WHERE later.supersedes = statement.id AND later.state <> 'UNDONE');

-- The payment that a line became may be taken back while its day is open, and the line is then nobody's again.
DROP TRIGGER statement_entry_kept ON statement_entry;
CREATE TRIGGER statement_entry_kept BEFORE UPDATE ON statement_entry FOR EACH ROW WHEN (
  (OLD.payment_id IS NOT NULL AND NEW.payment_id IS NOT NULL)
  OR to_jsonb(OLD) - 'payment_id' IS DISTINCT FROM to_jsonb(NEW) - 'payment_id'
) EXECUTE FUNCTION refuse_change();

-- Money for an employer that did not pay it takes two people (R765 37).
ALTER TABLE reconciliation_item ADD CONSTRAINT reconciliation_item_claim_four_eyes CHECK (
  claim_by IS NULL OR resolution IS NULL OR resolved_by IS DISTINCT FROM claim_by);

-- What people have decided about items until now, as the events of each item's own lifecycle.
INSERT INTO case_event (lifecycle, case_id, seq, event, from_state, to_state, revision, actor_kind, account_id, at, note)
SELECT 'reconciliation-item', id::text, 1, 'ASK_REVERSAL', 'FOUND', 'REVERSAL_ASKED', 0, 'STAFF', reverse_by, reverse_at, note
  FROM reconciliation_item WHERE reverse_by IS NOT NULL
UNION ALL SELECT 'reconciliation-item', id::text, CASE WHEN reverse_by IS NULL THEN 1 ELSE 2 END,
  CASE resolution WHEN 'ASSIGN' THEN 'CLAIM' WHEN 'REVERSE' THEN 'CONFIRM_REVERSAL' ELSE 'SETTLE' END,
  CASE WHEN reverse_by IS NULL THEN 'FOUND' ELSE 'REVERSAL_ASKED' END, 'SETTLED', 0, 'STAFF', resolved_by, resolved_at, note
  FROM reconciliation_item WHERE resolved_by IS NOT NULL AND resolved_at IS NOT NULL;
