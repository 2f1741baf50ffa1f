-- DropIndex
DROP INDEX "roster_difference_declaration_id_kind_idx";

-- AlterTable
ALTER TABLE "roster_difference" ADD COLUMN     "match_hash" BYTEA NOT NULL;

-- CreateTable
CREATE TABLE "personnel_upload" (
    "id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "of_parts" INTEGER NOT NULL,
    "parts_received" INTEGER[],
    "base_revision" INTEGER NOT NULL,
    "finished_revision" INTEGER,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "personnel_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personnel_upload_row" (
    "upload_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "id_hash" BYTEA,
    "id_masked" TEXT NOT NULL,
    "name_masked" TEXT NOT NULL,
    "personal" BYTEA NOT NULL,
    "content" JSONB NOT NULL,
    "errors" INTEGER NOT NULL,
    "warnings" INTEGER NOT NULL,

    CONSTRAINT "personnel_upload_row_pkey" PRIMARY KEY ("upload_id","row_no")
);

-- CreateIndex
CREATE INDEX "personnel_upload_declaration_id_idx" ON "personnel_upload"("declaration_id");

-- CreateIndex
CREATE INDEX "roster_difference_declaration_id_kind_id_idx" ON "roster_difference"("declaration_id", "kind", "id");

-- CreateIndex
CREATE UNIQUE INDEX "roster_difference_declaration_id_match_hash_key" ON "roster_difference"("declaration_id", "match_hash");

-- AddForeignKey
ALTER TABLE "personnel_upload" ADD CONSTRAINT "personnel_upload_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personnel_upload_row" ADD CONSTRAINT "personnel_upload_row_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "personnel_upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;
