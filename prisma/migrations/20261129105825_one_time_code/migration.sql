-- What the initial card password opens is a second factor that an employer cannot have: a one-time code that the office hands to
-- the person. The same table holds the codes of links by which staff and clerks set a password.

-- AlterTable
ALTER TABLE "card_password_reset" ADD COLUMN     "address" BYTEA,
ADD COLUMN     "delivery" TEXT NOT NULL DEFAULT 'WINDOW',
ADD COLUMN     "printed_at" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "individual_id" UUID,
    "account_id" UUID,
    "code_hash" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "issued_by" UUID,
    "issued_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "one_time_code_code_hash_key" ON "one_time_code"("code_hash");

-- CreateIndex
CREATE INDEX "one_time_code_individual_id_idx" ON "one_time_code"("individual_id");

-- CreateIndex
CREATE INDEX "one_time_code_account_id_idx" ON "one_time_code"("account_id");

-- CreateIndex
CREATE INDEX "one_time_code_expires_at_idx" ON "one_time_code"("expires_at");

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_individual_id_fkey" FOREIGN KEY ("individual_id") REFERENCES "individual"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE card_password_reset
  ADD CONSTRAINT card_password_reset_delivery_known CHECK (delivery IN ('WINDOW', 'POST')),
  ADD CONSTRAINT card_password_reset_address_by_post CHECK ((delivery = 'POST') = (address IS NOT NULL));

-- Each code is one person's, and ends at most once.
ALTER TABLE one_time_code
  ADD CONSTRAINT one_time_code_purpose_known CHECK (purpose IN ('INSURED_FIRST_PASSWORD', 'STAFF_ACTIVATION', 'STAFF_PASSWORD_RESET', 'CLERK_ACTIVATION', 'CLERK_PASSWORD_RESET')),
  ADD CONSTRAINT one_time_code_subject CHECK (
    CASE purpose WHEN 'INSURED_FIRST_PASSWORD' THEN individual_id IS NOT NULL AND account_id IS NULL
    ELSE account_id IS NOT NULL AND individual_id IS NULL END),
  ADD CONSTRAINT one_time_code_ends_once CHECK (used_at IS NULL OR revoked_at IS NULL),
  ADD CONSTRAINT one_time_code_expires CHECK (expires_at > issued_at);
