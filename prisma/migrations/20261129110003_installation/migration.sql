-- Which installation this database is, and by which secret key: a start with another key is refused instead of sealing new rows with it.
CREATE TABLE "installation" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key_fingerprint" BYTEA NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("one"),
    CONSTRAINT installation_one_row CHECK (one),
    CONSTRAINT installation_key_fingerprint_length CHECK (octet_length(key_fingerprint) = 32)
);
CREATE UNIQUE INDEX "installation_id_key" ON "installation"("id");
CREATE TRIGGER installation_fixed BEFORE UPDATE OR DELETE ON installation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
