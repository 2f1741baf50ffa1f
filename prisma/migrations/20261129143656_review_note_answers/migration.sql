-- AlterTable
ALTER TABLE "review_note" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "answered_at" TIMESTAMP(3),
ADD COLUMN     "answered_by" UUID,
ADD COLUMN     "settled_by" TEXT,
ADD COLUMN     "settled_in" INTEGER;

-- An answer has an author and a time, and words; a settled note belongs to a later version. Notes of before stand as they are:
-- whatever is returned now asks for its answers, what was submitted again before is settled by nothing that is known.
ALTER TABLE "review_note"
  ADD CONSTRAINT review_note_answer_whole CHECK (
    (answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)
    AND (answer IS NULL OR char_length(btrim(answer)) BETWEEN 1 AND 500)),
  ADD CONSTRAINT review_note_settled_whole CHECK (
    (settled_in IS NULL) = (settled_by IS NULL) AND (settled_in IS NULL OR settled_in > version)),
  ADD CONSTRAINT review_note_settled_by_known CHECK (settled_by IN ('CHANGED', 'ANSWERED'));
