-- CreateTable
CREATE TABLE "rights_statement" (
    "id" UUID NOT NULL,
    "individual_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "document_id" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "made_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "rights_statement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rights_statement_document_id_key" ON "rights_statement"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "rights_statement_individual_id_year_version_key" ON "rights_statement"("individual_id", "year", "version");

ALTER TABLE document DROP CONSTRAINT document_kind_known;
ALTER TABLE document ADD CONSTRAINT document_kind_known CHECK (kind IN ('ANNUAL_INSPECTION_FORM', 'MONTHLY_DECLARATION_FORM', 'PAYMENT_NOTICE', 'PAYMENT_VOUCHER', 'PAYMENT_RECEIPT', 'UNIT_CERTIFICATE', 'PERSONAL_CERTIFICATE', 'RIGHTS_STATEMENT'));

ALTER TABLE rights_statement
  ADD CONSTRAINT rights_statement_individual_id_fkey FOREIGN KEY (individual_id) REFERENCES individual(id),
  ADD CONSTRAINT rights_statement_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id),
  ADD CONSTRAINT rights_statement_year CHECK (year BETWEEN 1900 AND 9999),
  ADD CONSTRAINT rights_statement_version CHECK (version >= 1),
  ADD CONSTRAINT rights_statement_region CHECK (region ~ '^\d{6}$'),
  ADD CONSTRAINT rights_statement_hash CHECK (content_hash ~ '^[0-9a-f]{64}$');
-- Frozen: a correction is the next version.
CREATE FUNCTION rights_statement_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a rights statement is never changed';
END $$;
CREATE TRIGGER rights_statement_frozen BEFORE UPDATE OR DELETE ON rights_statement
  FOR EACH ROW EXECUTE FUNCTION rights_statement_frozen();
