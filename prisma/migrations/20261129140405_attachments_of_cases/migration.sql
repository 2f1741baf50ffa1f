-- Files are evidence in more cases than write-offs, and an employer's page lists those of its cases.
ALTER TABLE "attachment" ADD COLUMN     "employer_id" UUID;

-- CreateIndex
CREATE INDEX "attachment_employer_id_uploaded_at_idx" ON "attachment"("employer_id", "uploaded_at");

ALTER TABLE "attachment" DROP CONSTRAINT "attachment_subject_kind_known";
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_subject_kind_known"
    CHECK ("subject_kind" IN ('WRITE_OFF', 'REFUND', 'BACK_PAYMENT', 'RECONCILIATION_ITEM'));
-- Only what is attached to a case belongs to anybody's employer.
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_employer_of_case" CHECK ("employer_id" IS NULL OR "subject_kind" IS NOT NULL);

-- What was attached before belongs to the employer of its notice.
UPDATE "attachment" a SET "employer_id" = notice."employer_id"
FROM "write_off" w JOIN "payment_notice" notice ON notice."id" = w."notice_id"
WHERE a."subject_kind" = 'WRITE_OFF' AND w."id"::text = a."subject_id";
