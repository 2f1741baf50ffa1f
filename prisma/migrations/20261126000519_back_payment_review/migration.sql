-- AlterTable
ALTER TABLE "back_payment" ADD COLUMN     "checked_at" TIMESTAMP(3),
ADD COLUMN     "checked_by" UUID,
ADD COLUMN     "evidence_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "finding" TEXT;

-- Four eyes: what few and recent months do not settle by themselves is checked by one and approved by another (R765 37).
ALTER TABLE back_payment ADD CONSTRAINT back_payment_checked CHECK (
  status <> 'ISSUED' OR route = 'ONLINE' OR (checked_by IS NOT NULL AND decided_by IS NOT NULL AND decided_by <> checked_by));
-- A request goes from APPLIED to CHECKED to its decision, which stays.
DROP TRIGGER back_payment_decided ON back_payment;
CREATE TRIGGER back_payment_decided BEFORE UPDATE ON back_payment FOR EACH ROW WHEN (
  OLD.status IN ('ISSUED', 'REJECTED') OR OLD.status = 'CHECKED' AND NEW.status = 'APPLIED')
  EXECUTE FUNCTION refuse_change();
