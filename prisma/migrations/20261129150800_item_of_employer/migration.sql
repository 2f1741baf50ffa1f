-- An employer's timeline asks for the items whose money it is.
-- CreateIndex
CREATE INDEX "reconciliation_item_employer_id_idx" ON "reconciliation_item"("employer_id");
