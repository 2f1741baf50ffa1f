-- A question may be about a message of the person's inbox. No key to it: the message may go with its account, the question stays.

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "notice_id" UUID;

ALTER TABLE question
  DROP CONSTRAINT question_about_known,
  ADD CONSTRAINT question_about_known CHECK (about IN ('NOTHING', 'MONTH', 'CARD', 'NOTICE')),
  ADD CONSTRAINT question_notice CHECK ((notice_id IS NOT NULL) = (about = 'NOTICE'));
