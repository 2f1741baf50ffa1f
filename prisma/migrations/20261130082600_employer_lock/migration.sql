-- CreateTable
CREATE TABLE "employer_lock" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "ground" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMP(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),
    "locked_on" TEXT,
    "released_on" TEXT,
    "end_reason" TEXT,

    CONSTRAINT "employer_lock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "employer_lock_number_key" ON "employer_lock"("number");

-- CreateIndex
CREATE INDEX "employer_lock_employer_id_proposed_at_idx" ON "employer_lock"("employer_id", "proposed_at");

CREATE SEQUENCE employer_lock_number;
ALTER TABLE employer_lock
  ADD CONSTRAINT employer_lock_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer(id) ON DELETE CASCADE,
  ADD CONSTRAINT employer_lock_ground_known CHECK (ground IN ('ARREARS', 'REGISTRATION_CHECK')),
  ADD CONSTRAINT employer_lock_status_known CHECK (status IN ('PROPOSED', 'LOCKED', 'RELEASE_PROPOSED', 'RELEASED', 'REFUSED')),
  ADD CONSTRAINT employer_lock_decided CHECK ((status = 'PROPOSED') = (decided_at IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT employer_lock_days CHECK ((locked_on IS NOT NULL) = (status IN ('LOCKED', 'RELEASE_PROPOSED', 'RELEASED'))
    AND (released_on IS NOT NULL) = (status = 'RELEASED')),
  -- Two people (R765 37), whatever writes here.
  ADD CONSTRAINT employer_lock_two_people CHECK (decided_by IS DISTINCT FROM proposed_by);
-- One at a time: what is proposed or stands.
CREATE UNIQUE INDEX employer_lock_open ON employer_lock (employer_id) WHERE status IN ('PROPOSED', 'LOCKED', 'RELEASE_PROPOSED');
CREATE TRIGGER employer_lock_kept BEFORE DELETE ON employer_lock FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Whoever remembers a session hears of what changes it (ADR 31): everybody who acts for the employer, as its clerk or under a mandate.
CREATE FUNCTION tell_of_employer_lock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('session_changed', acting.account_id::text) FROM (
    SELECT m.account_id FROM membership m WHERE m.scope_kind = 'EMPLOYER' AND m.scope_id = NEW.employer_id
    UNION SELECT held.account_id FROM session held JOIN mandate ON mandate.id = held.mandate_id
      WHERE mandate.employer_id = NEW.employer_id AND held.revoked_at IS NULL) acting;
  RETURN NULL;
END $$;
CREATE TRIGGER employer_lock_tells AFTER UPDATE OF status ON employer_lock FOR EACH ROW EXECUTE FUNCTION tell_of_employer_lock();

-- Kinds are added to whatever the list holds by now: several releases add to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known '
    || replace(known, ']', ', ''EMPLOYER_LOCKED''::text, ''EMPLOYER_UNLOCKED''::text]');
END
$$;
