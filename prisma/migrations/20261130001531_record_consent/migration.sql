-- CreateTable
CREATE TABLE "record_consent" (
    "id" UUID NOT NULL,
    "granter_id" UUID NOT NULL,
    "reader_hash" BYTEA NOT NULL,
    "reader" BYTEA NOT NULL,
    "reader_masked" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "valid_to" TEXT NOT NULL,
    "given_at" TIMESTAMP(3) NOT NULL,
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "record_consent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "record_consent_granter_id_idx" ON "record_consent"("granter_id");

-- CreateIndex
CREATE INDEX "record_consent_reader_hash_idx" ON "record_consent"("reader_hash");

ALTER TABLE record_consent
  ADD CONSTRAINT record_consent_granter_id_fkey FOREIGN KEY (granter_id) REFERENCES individual(id),
  ADD CONSTRAINT record_consent_relation_known CHECK (relation IN ('SPOUSE', 'PARENT', 'CHILD', 'OTHER')),
  ADD CONSTRAINT record_consent_day CHECK (valid_to ~ '^\d{4}-\d{2}-\d{2}$'),
  ADD CONSTRAINT record_consent_revoked CHECK (revoked_at IS NULL OR revoked_at >= given_at);
-- One standing consent for one reader: two presses at once give one.
CREATE UNIQUE INDEX record_consent_standing ON record_consent (granter_id, reader_hash) WHERE revoked_at IS NULL;
