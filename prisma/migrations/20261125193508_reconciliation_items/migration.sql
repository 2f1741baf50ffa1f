-- DropIndex
DROP INDEX "statement_entry_statement_id_line_no_key";

-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "supersedes" UUID;

-- AlterTable
ALTER TABLE "statement_entry" ADD COLUMN     "occurrence" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "position" INTEGER NOT NULL;

-- AlterTable
ALTER TABLE "reconciliation_item" ADD COLUMN     "notice_id" UUID,
ADD COLUMN     "other_day" TEXT,
ADD COLUMN     "refund_id" UUID,
ADD COLUMN     "reverse_at" TIMESTAMP(3),
ADD COLUMN     "reverse_by" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "statement_supersedes_key" ON "statement"("supersedes");

-- CreateIndex
CREATE UNIQUE INDEX "statement_entry_statement_id_position_key" ON "statement_entry"("statement_id", "position");

-- Of a day's statements the last one counts: it contains the earlier ones.
CREATE VIEW current_statement AS
SELECT statement.* FROM statement
WHERE NOT EXISTS (SELECT 1 FROM statement later WHERE later.supersedes = statement.id);

-- A line stays as the bank wrote it; only the payment that it became is added, once.
CREATE TRIGGER statement_entry_kept BEFORE UPDATE ON statement_entry FOR EACH ROW WHEN (
  OLD.payment_id IS NOT NULL OR to_jsonb(OLD) - 'payment_id' IS DISTINCT FROM to_jsonb(NEW) - 'payment_id'
) EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_statement_of_closed_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM reconciliation_day WHERE day = NEW.day AND status = 'CLOSED') THEN
    RAISE EXCEPTION 'day % is closed', NEW.day USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_of_open_day BEFORE INSERT ON statement
  FOR EACH ROW EXECUTE FUNCTION refuse_statement_of_closed_day();

-- Taking a payment back takes two people (R765 37).
ALTER TABLE reconciliation_item ADD CONSTRAINT reconciliation_item_four_eyes CHECK (
  resolution IS DISTINCT FROM 'REVERSE' OR (reverse_by IS NOT NULL AND resolved_by IS NOT NULL AND resolved_by <> reverse_by));
