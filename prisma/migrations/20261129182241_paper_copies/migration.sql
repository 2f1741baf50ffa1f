-- CreateTable
CREATE TABLE "paper_copy" (
    "declaration_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "form_no" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'AWAITED',
    "expected_on" TEXT NOT NULL,
    "due_on" TEXT,
    "keep_until" TEXT NOT NULL,
    "received_on" TEXT,
    "received_by" UUID,
    "pages" INTEGER,
    "sealed" BOOLEAN,
    "signed" BOOLEAN,
    "materials" TEXT[],

    CONSTRAINT "paper_copy_pkey" PRIMARY KEY ("declaration_id"),
    CONSTRAINT "paper_copy_kind_known" CHECK ("kind" IN ('ANNUAL_INSPECTION', 'MONTHLY')),
    CONSTRAINT "paper_copy_status_known" CHECK ("status" IN ('AWAITED', 'RECEIVED', 'RETURNED')),
    CONSTRAINT "paper_copy_received_whole" CHECK (("status" = 'RECEIVED') = ("received_on" IS NOT NULL))
);

-- CreateTable
CREATE TABLE "paper_rule" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "working_days" INTEGER NOT NULL,
    "remind_days" INTEGER NOT NULL,
    "keep_years" INTEGER NOT NULL,
    "consequence" TEXT NOT NULL,
    "materials" JSONB NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "paper_rule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "paper_rule_kind_known" CHECK ("kind" IN ('ANNUAL_INSPECTION', 'MONTHLY')),
    CONSTRAINT "paper_rule_consequence_known" CHECK ("consequence" IN ('REMIND_ONLY', 'REMIND_DAILY', 'PAUSE_FILING')),
    CONSTRAINT "paper_rule_days" CHECK ("working_days" BETWEEN 1 AND 250 AND "remind_days" BETWEEN 0 AND 60 AND "keep_years" BETWEEN 1 AND 100)
);

-- CreateIndex
CREATE INDEX "paper_copy_employer_id_expected_on_idx" ON "paper_copy"("employer_id", "expected_on");

-- CreateIndex
CREATE INDEX "paper_copy_status_due_on_declaration_id_idx" ON "paper_copy"("status", "due_on", "declaration_id");

-- CreateIndex
CREATE INDEX "paper_rule_kind_changed_at_id_idx" ON "paper_rule"("kind", "changed_at", "id");

-- AddForeignKey
ALTER TABLE "paper_copy" ADD CONSTRAINT "paper_copy_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A scanner finds the version by its hash.
CREATE INDEX "declaration_version_content_hash_idx" ON "declaration_version" ("content_hash" text_pattern_ops);

-- Inspections that are accepted already: the day their employer was told stays, counted as it was until now.
INSERT INTO "paper_copy" ("declaration_id", "employer_id", "kind", "version", "form_no", "content_hash", "status", "expected_on", "due_on",
    "keep_until", "received_on", "pages", "sealed", "signed", "materials")
SELECT d."id", d."employer_id", d."kind", d."version", v."form_no", v."content_hash",
    CASE WHEN d."paper_received_on" IS NOT NULL THEN 'RECEIVED' ELSE 'AWAITED' END,
    accepted.day::text, (accepted.day + COALESCE((office."settings" #>> '{inspection,paperDays}')::int, 15))::text,
    (extract(year FROM accepted.day)::int + 100)::text || '-12-31', d."paper_received_on", d."paper_pages", d."paper_sealed", d."paper_sealed",
    CASE WHEN d."paper_received_on" IS NOT NULL THEN ARRAY['FORM', 'ROSTER'] ELSE '{}'::text[] END
FROM "declaration" d
JOIN "declaration_version" v ON v."declaration_id" = d."id" AND v."version" = d."version"
JOIN "employer" ON "employer"."id" = d."employer_id"
LEFT JOIN "office" ON "office"."region" = "employer"."region"
CROSS JOIN LATERAL (SELECT (COALESCE((SELECT max("at") FROM "case_event" WHERE "lifecycle" = 'annual-declaration' AND "case_id" = d."id"::text
    AND "event" = 'APPROVE'), v."submitted_at") + interval '8 hours')::date AS day) accepted
WHERE d."kind" = 'ANNUAL_INSPECTION' AND d."status" IN ('APPROVED', 'PRINTED', 'PAPER_FILED', 'CLOSED');
