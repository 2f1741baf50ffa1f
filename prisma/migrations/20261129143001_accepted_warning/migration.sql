-- CreateTable
CREATE TABLE "accepted_warning" (
    "proposal_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "row" INTEGER,
    "field" TEXT,
    "params" JSONB NOT NULL,
    "accepted_by" UUID NOT NULL,
    "accepted_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "accepted_warning_pkey" PRIMARY KEY ("proposal_id","position")
);

-- AddForeignKey
ALTER TABLE "accepted_warning" ADD CONSTRAINT "accepted_warning_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "policy_proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE accepted_warning
  ADD CONSTRAINT accepted_warning_code_known CHECK (code IN (
    'NOT_AS_IMPLIED', 'NOT_SIXTY_PERCENT', 'LIMITS_DIFFER', 'BIG_CHANGE', 'NO_CHANGE', 'NO_DOCUMENT', 'UNVERIFIED')),
  ADD CONSTRAINT accepted_warning_row_counted CHECK (row > 0 AND position >= 0);

-- What somebody answered for stays as it was answered.
CREATE TRIGGER accepted_warning_kept BEFORE UPDATE OR DELETE ON accepted_warning
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
