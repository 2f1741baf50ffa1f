-- An agency acts for an employer under a dated mandate: its clerks with their own accounts, for one employer at a time.

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "mandate_id" UUID;

-- CreateTable
CREATE TABLE "mandate" (
    "id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "duties" TEXT[],
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OFFERED',
    "created_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mandate_employer_id_idx" ON "mandate"("employer_id");

-- CreateIndex
CREATE INDEX "mandate_agency_id_idx" ON "mandate"("agency_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE mandate
  ADD CONSTRAINT mandate_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer(id),
  ADD CONSTRAINT mandate_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES employer(id),
  ADD CONSTRAINT mandate_of_another CHECK (employer_id <> agency_id),
  ADD CONSTRAINT mandate_status_known CHECK (status IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'ENDED')),
  ADD CONSTRAINT mandate_duties_known CHECK (duties <@ ARRAY['PREPARE'::text, 'SUBMIT'::text, 'PAY'::text]),
  ADD CONSTRAINT mandate_duties_given CHECK (duties IS NOT NULL),
  ADD CONSTRAINT mandate_days CHECK (
    valid_from ~ '^\d{4}-\d{2}-\d{2}$' AND valid_to ~ '^\d{4}-\d{2}-\d{2}$' AND valid_to >= valid_from);
-- One that is open between the same two: a second one would be whose?
CREATE UNIQUE INDEX mandate_open ON mandate (employer_id, agency_id) WHERE status IN ('OFFERED', 'ACCEPTED');

-- Whoever remembers a session hears of what changes it (ADR 31): another employer, or the end of a mandate.
DROP TRIGGER session_tells ON session;
CREATE TRIGGER session_tells AFTER UPDATE OF stage, membership_id, mandate_id, account_id, revoked_at, token_hash, expires_at OR DELETE ON session
  FOR EACH ROW EXECUTE FUNCTION tell_of_session();
CREATE FUNCTION tell_of_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('session_changed', session.account_id::text) FROM session
    WHERE session.mandate_id = OLD.id AND session.revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER mandate_tells AFTER UPDATE OF status, duties, valid_from, valid_to OR DELETE ON mandate
  FOR EACH ROW EXECUTE FUNCTION tell_of_mandate();
