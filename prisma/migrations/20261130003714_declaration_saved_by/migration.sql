-- AlterTable
ALTER TABLE "declaration" ADD COLUMN     "personnel_saved_at" TIMESTAMP(3),
ADD COLUMN     "personnel_saved_by" UUID,
ADD COLUMN     "unit_saved_at" TIMESTAMP(3),
ADD COLUMN     "unit_saved_by" UUID;

-- Who changed a part of the draft last, and when, or neither: drafts from before this was kept.
ALTER TABLE declaration
  ADD CONSTRAINT declaration_unit_saved CHECK ((unit_saved_by IS NULL) = (unit_saved_at IS NULL)),
  ADD CONSTRAINT declaration_personnel_saved CHECK ((personnel_saved_by IS NULL) = (personnel_saved_at IS NULL));
