-- Staff accounts are made, changed and ended in the product, by administrators; staff have a second factor.

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "ended_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "challenge" TEXT,
ADD COLUMN     "proved_at" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "authenticator" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret" BYTEA,
    "last_step" BIGINT,
    "credential_id" TEXT,
    "public_key" BYTEA,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "created_at" TIMESTAMP(3) NOT NULL,
    "confirmed_at" TIMESTAMP(3),
    "last_used_at" TIMESTAMP(3),
    "removed_at" TIMESTAMP(3),

    CONSTRAINT "authenticator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "authenticator_credential_id_key" ON "authenticator"("credential_id");

-- CreateIndex
CREATE INDEX "authenticator_account_id_idx" ON "authenticator"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_code_hash_key" ON "recovery_code"("code_hash");

-- CreateIndex
CREATE INDEX "recovery_code_account_id_idx" ON "recovery_code"("account_id");

-- AddForeignKey
ALTER TABLE "authenticator" ADD CONSTRAINT "authenticator_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE authenticator
  ADD CONSTRAINT authenticator_kind_known CHECK (kind IN ('TOTP', 'PASSKEY')),
  ADD CONSTRAINT authenticator_of_its_kind CHECK (
    (kind = 'TOTP' AND secret IS NOT NULL AND credential_id IS NULL AND public_key IS NULL)
    OR (kind = 'PASSKEY' AND secret IS NULL AND credential_id IS NOT NULL AND public_key IS NOT NULL));
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_ends_once CHECK (used_at IS NULL OR revoked_at IS NULL);

ALTER TABLE session DROP CONSTRAINT session_stage_known;
ALTER TABLE session ADD CONSTRAINT session_stage_known CHECK (
  stage IN ('FULL', 'MUST_CHANGE_PASSWORD', 'MUST_PROVE_SECOND_FACTOR', 'MUST_ENROL_SECOND_FACTOR'));

ALTER TABLE membership DROP CONSTRAINT membership_role_known;
ALTER TABLE membership ADD CONSTRAINT membership_role_known CHECK (
  role IN ('CLERK', 'OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR', 'ADMINISTRATOR'));

-- An office that is running has a head who answers for it, and nobody yet who may make accounts: each head becomes an administrator,
-- on the days on which they are head.
INSERT INTO membership (id, account_id, role, scope_kind, scope_id, valid_from, valid_to)
SELECT gen_random_uuid(), account_id, 'ADMINISTRATOR', scope_kind, scope_id, valid_from, valid_to
FROM membership WHERE role = 'HEAD';
