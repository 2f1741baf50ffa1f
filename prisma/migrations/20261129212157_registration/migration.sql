-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "origin_hash" BYTEA NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPENED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "credit_code" TEXT,
    "unit_name" TEXT,
    "form" BYTEA,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "submitted_at" TIMESTAMP(3),
    "decided_at" TIMESTAMP(3),
    "employer_id" UUID,
    "account_id" UUID,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_version" (
    "registration_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "form" BYTEA NOT NULL,
    "submitted_at" TIMESTAMP(3) NOT NULL,
    "note" TEXT,
    "field_notes" JSONB,

    CONSTRAINT "registration_version_pkey" PRIMARY KEY ("registration_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "registration_number_key" ON "registration"("number");

-- CreateIndex
CREATE INDEX "registration_origin_hash_opened_at_idx" ON "registration"("origin_hash", "opened_at");

-- CreateIndex
CREATE INDEX "registration_status_opened_at_idx" ON "registration"("status", "opened_at");

-- CreateIndex
CREATE INDEX "registration_credit_code_idx" ON "registration"("credit_code");

-- AddForeignKey
ALTER TABLE "registration_version" ADD CONSTRAINT "registration_version_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE SEQUENCE registration_number;
ALTER TABLE registration
  ADD CONSTRAINT registration_status_known CHECK (status IN ('OPENED', 'SUBMITTED', 'REFUSED', 'APPROVED', 'WITHDRAWN')),
  ADD CONSTRAINT registration_sent CHECK (status IN ('OPENED', 'WITHDRAWN') OR (version > 0 AND form IS NOT NULL AND credit_code IS NOT NULL)),
  ADD CONSTRAINT registration_decided CHECK ((decided_at IS NOT NULL) = (status IN ('REFUSED', 'APPROVED', 'WITHDRAWN'))),
  ADD CONSTRAINT registration_employer_id_fkey FOREIGN KEY (employer_id) REFERENCES employer(id),
  ADD CONSTRAINT registration_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);

-- Kinds are added to whatever the list holds by now: several releases add to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'attachment_subject_kind_known';
  ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_known;
  EXECUTE 'ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_known ' || replace(known, ']', ', ''REGISTRATION''::text]');
END
$$;
