-- An agent knows when the line is gone, ends a call with a code and a note, and writes down what a caller asks.

-- AlterTable
ALTER TABLE "hotline_call" ADD COLUMN     "hung_up_at" TIMESTAMP(3),
ADD COLUMN     "note" BYTEA;

-- AlterTable
ALTER TABLE "question" ADD COLUMN     "call_back" BYTEA,
ADD COLUMN     "call_id" UUID;

ALTER TABLE hotline_call
  DROP CONSTRAINT hotline_call_outcome_known,
  ADD CONSTRAINT hotline_call_outcome_known CHECK (outcome IN ('SETTLED', 'INFORMED', 'QUESTION_TAKEN', 'CALL_BACK', 'TO_WINDOW', 'OTHER_OFFICE',
    'NOT_IDENTIFIED', 'CUT_OFF', 'NUISANCE', 'SELF_SERVED', 'BLOCKED', 'SILENT', 'HUNG_UP')),
  ADD CONSTRAINT hotline_call_note CHECK (note IS NULL OR status = 'ENDED');
CREATE INDEX hotline_call_of_person ON hotline_call (individual_id, ended_at DESC, id DESC) WHERE status = 'ENDED';
CREATE INDEX hotline_call_ended_at ON hotline_call (ended_at) WHERE status = 'ENDED';

ALTER TABLE question
  ADD CONSTRAINT question_call_id_fkey FOREIGN KEY (call_id) REFERENCES hotline_call(id),
  ADD CONSTRAINT question_call_back CHECK (call_back IS NULL OR call_id IS NOT NULL);
CREATE INDEX question_of_call ON question (call_id) WHERE call_id IS NOT NULL;
