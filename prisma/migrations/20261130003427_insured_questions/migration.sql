-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "insurance" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_version" (
    "article_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title_zh" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "body_zh" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "source_zh" TEXT NOT NULL,
    "source_en" TEXT NOT NULL,
    "reviewed_on" TEXT NOT NULL,
    "review_due_on" TEXT NOT NULL,
    "words" tsvector NOT NULL,
    "made_by" UUID,
    "made_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("article_id","version")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "individual_id" UUID NOT NULL,
    "asking_key" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "period" TEXT,
    "insurance" TEXT,
    "article_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "asked_at" TIMESTAMP(3) NOT NULL,
    "due_on" TEXT NOT NULL,
    "answered_at" TIMESTAMP(3),
    "handed_to" TEXT,
    "handed_to_address" TEXT,
    "rating" INTEGER,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_entry" (
    "question_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" BYTEA NOT NULL,
    "written_by" UUID NOT NULL,
    "written_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "question_entry_pkey" PRIMARY KEY ("question_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_code_key" ON "article"("code");

-- CreateIndex
CREATE UNIQUE INDEX "question_number_key" ON "question"("number");

-- CreateIndex
CREATE INDEX "question_individual_id_asked_at_idx" ON "question"("individual_id", "asked_at");

-- CreateIndex
CREATE INDEX "question_status_due_on_id_idx" ON "question"("status", "due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "question_individual_id_asking_key_key" ON "question"("individual_id", "asking_key");

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_entry" ADD CONSTRAINT "question_entry_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE SEQUENCE question_number;
CREATE INDEX article_version_words_idx ON article_version USING GIN (words);
ALTER TABLE article
  ADD CONSTRAINT article_topic_known CHECK (topic IN ('RECORD', 'BASE', 'GAP', 'EMPLOYER', 'TRANSFER', 'BENEFIT', 'RETIREMENT', 'CARD')),
  ADD CONSTRAINT article_insurance_known CHECK (insurance IN ('PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY'));
ALTER TABLE article_version
  ADD CONSTRAINT article_version_counted CHECK (version > 0),
  ADD CONSTRAINT article_version_reviewed CHECK (reviewed_on ~ '^\d{4}-\d{2}-\d{2}$' AND review_due_on ~ '^\d{4}-\d{2}-\d{2}$' AND review_due_on > reviewed_on);
ALTER TABLE question
  ADD CONSTRAINT question_individual_id_fkey FOREIGN KEY (individual_id) REFERENCES individual(id),
  ADD CONSTRAINT question_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id),
  ADD CONSTRAINT question_kind_known CHECK (kind IN ('QUESTION', 'CORRECTION')),
  ADD CONSTRAINT question_topic_known CHECK (topic IN ('RECORD', 'BASE', 'GAP', 'EMPLOYER', 'TRANSFER', 'BENEFIT', 'RETIREMENT', 'CARD')),
  ADD CONSTRAINT question_insurance_known CHECK (insurance IN ('PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'WORK_INJURY', 'MATERNITY')),
  ADD CONSTRAINT question_about_known CHECK (about IN ('NOTHING', 'MONTH', 'CARD')),
  ADD CONSTRAINT question_month CHECK ((period IS NOT NULL) = (about = 'MONTH') AND period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT question_status_known CHECK (status IN ('OPEN', 'ANSWERED', 'CLOSED', 'HANDED_OVER')),
  ADD CONSTRAINT question_due CHECK (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  ADD CONSTRAINT question_handed CHECK ((handed_to IS NOT NULL AND handed_to_address IS NOT NULL) = (status = 'HANDED_OVER')),
  ADD CONSTRAINT question_rated CHECK (rating BETWEEN 1 AND 5);
ALTER TABLE question_entry
  ADD CONSTRAINT question_entry_kind_known CHECK (kind IN ('ASKED', 'ANSWERED', 'REOPENED', 'HANDED_OVER', 'RATED'));

-- Kinds are added to whatever the lists hold by now: several releases add to them.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE notification DROP CONSTRAINT notification_kind_known;
  EXECUTE 'ALTER TABLE notification ADD CONSTRAINT notification_kind_known '
    || replace(known, ']', ', ''QUESTION_ANSWERED''::text, ''QUESTION_HANDED_OVER''::text]');
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'attachment_subject_kind_known';
  ALTER TABLE attachment DROP CONSTRAINT attachment_subject_kind_known;
  EXECUTE 'ALTER TABLE attachment ADD CONSTRAINT attachment_subject_kind_known ' || replace(known, ']', ', ''QUESTION''::text]');
END
$$;
