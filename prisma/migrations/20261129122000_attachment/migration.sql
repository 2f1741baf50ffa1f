-- Files that people hand in. The bytes lie sealed in the file store under the row's id; what they belong to is named when they are attached.
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "name" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL CHECK ("bytes" > 0),
    "sha256" TEXT NOT NULL,
    "scan" TEXT NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMP(3) NOT NULL,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "retention" TEXT,
    "kept_until" TEXT,
    "removed_at" TIMESTAMP(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "attachment_media_type_known" CHECK ("media_type" IN ('application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'image/webp', 'image/tiff')),
    CONSTRAINT "attachment_scan_known" CHECK ("scan" IN ('CLEAN', 'NOT_SCANNED')),
    CONSTRAINT "attachment_subject_kind_known" CHECK ("subject_kind" IN ('WRITE_OFF')),
    CONSTRAINT "attachment_retention_known" CHECK ("retention" IN ('CASE_EVIDENCE', 'FILING_MATERIAL')),
    CONSTRAINT "attachment_attached" CHECK (num_nonnulls("subject_kind", "subject_id", "retention", "kept_until") IN (0, 4))
);

-- CreateIndex
CREATE INDEX "attachment_subject_kind_subject_id_idx" ON "attachment"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "attachment_uploaded_by_uploaded_at_idx" ON "attachment"("uploaded_by", "uploaded_at");

-- CreateIndex
CREATE INDEX "attachment_kept_until_idx" ON "attachment"("kept_until");
