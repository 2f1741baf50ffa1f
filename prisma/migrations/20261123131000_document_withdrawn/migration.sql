-- AlterTable
ALTER TABLE "document" ADD COLUMN     "withdrawn_on" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "document_kind_subject_id_version_key" ON "document"("kind", "subject_id", "version");
