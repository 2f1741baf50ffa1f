-- Papers issued before stay unsigned and say so: nobody signs today what was issued then.
ALTER TABLE "document" ADD COLUMN     "signed_token" TEXT,
  ADD CONSTRAINT "document_signed_token_shape" CHECK ("signed_token" ~ '^SB1(\.[A-Za-z0-9/_-]*){11}$');

CREATE TABLE "signing_key" (
    "id" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "public_key" TEXT NOT NULL,
    "private_key" BYTEA,
    "made_at" TIMESTAMP(3) NOT NULL,
    "replaced_at" TIMESTAMP(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("id"),
    -- What no longer signs cannot be stolen.
    CONSTRAINT "signing_key_private_while_signing" CHECK (("replaced_at" IS NULL) = ("private_key" IS NOT NULL))
);

-- An office signs with one key at a time.
CREATE UNIQUE INDEX "signing_key_in_use" ON "signing_key"("office_id") WHERE "replaced_at" IS NULL;

-- AddForeignKey
ALTER TABLE "signing_key" ADD CONSTRAINT "signing_key_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
