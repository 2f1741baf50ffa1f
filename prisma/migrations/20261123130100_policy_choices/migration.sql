-- AlterTable
ALTER TABLE "policy_parameter" ADD COLUMN     "choice" TEXT,
ALTER COLUMN "value" DROP NOT NULL,
ALTER COLUMN "doc_no" DROP NOT NULL;

-- A parameter is either a whole number or a word, never both and never neither.
ALTER TABLE "policy_parameter" ADD CONSTRAINT policy_parameter_value_or_choice CHECK ((value IS NULL) <> (choice IS NULL));
