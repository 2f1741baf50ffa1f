-- AlterTable
ALTER TABLE "audit_link" ADD COLUMN     "form" SMALLINT NOT NULL DEFAULT 1;

-- What was linked so far keeps its hashes, which leave out the entry's number; there are no other forms.
ALTER TABLE audit_link ADD CONSTRAINT audit_link_form CHECK (form IN (1, 2));
