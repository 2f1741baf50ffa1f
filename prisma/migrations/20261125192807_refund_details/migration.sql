-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "account_masked" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "corrected_wage" BIGINT,
ADD COLUMN     "evidence" TEXT,
ADD COLUMN     "item_id" UUID,
ADD COLUMN     "shares" JSONB NOT NULL DEFAULT '[]',
ALTER COLUMN "employer_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "write_off" ADD COLUMN     "refusal" TEXT;

-- CreateTable
CREATE TABLE "back_payment" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "employer_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT[],
    "document_no" TEXT,
    "route" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'APPLIED',
    "people" INTEGER NOT NULL,
    "premium" BIGINT NOT NULL,
    "late_fee" BIGINT NOT NULL,
    "applied_by" UUID NOT NULL,
    "applied_at" TIMESTAMP(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),
    "rejection_reason" TEXT,

    CONSTRAINT "back_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "back_payment_month" (
    "back_payment_id" UUID NOT NULL,
    "individual_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "average_wage" BIGINT NOT NULL,
    "insurances" TEXT[],
    "notice_id" UUID,

    CONSTRAINT "back_payment_month_pkey" PRIMARY KEY ("back_payment_id","individual_id","period")
);

-- CreateIndex
CREATE UNIQUE INDEX "back_payment_number_key" ON "back_payment"("number");

-- CreateIndex
CREATE INDEX "back_payment_employer_id_idx" ON "back_payment"("employer_id");

-- CreateIndex
CREATE INDEX "back_payment_status_applied_at_idx" ON "back_payment"("status", "applied_at");

-- CreateIndex
CREATE INDEX "back_payment_month_individual_id_period_idx" ON "back_payment_month"("individual_id", "period");

-- AddForeignKey
ALTER TABLE "back_payment_month" ADD CONSTRAINT "back_payment_month_back_payment_id_fkey" FOREIGN KEY ("back_payment_id") REFERENCES "back_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- --- what schema.prisma cannot express ---------------------------------------------------------------------------

-- Money cannot leave twice: one live refund of a month, of an employer's credit, of a payment or item set aside; and one
-- transfer at the bank belongs to one refund.
CREATE UNIQUE INDEX refund_one_live_month ON refund (individual_id, employer_id, period)
  WHERE source = 'MONTH' AND status IN ('APPLIED', 'VERIFIED', 'APPROVED');
CREATE UNIQUE INDEX refund_one_live_credit ON refund (employer_id)
  WHERE source = 'CREDIT' AND status IN ('APPLIED', 'VERIFIED', 'APPROVED');
CREATE UNIQUE INDEX refund_one_of_payment ON refund (payment_id) WHERE source = 'SUSPENSE' AND status <> 'REJECTED';
CREATE UNIQUE INDEX refund_one_of_item ON refund (item_id) WHERE source = 'SUSPENSE' AND status <> 'REJECTED';
CREATE UNIQUE INDEX refund_bank_reference ON refund (bank_reference);

ALTER TABLE refund ADD CONSTRAINT refund_subject CHECK (CASE source
  WHEN 'MONTH' THEN individual_id IS NOT NULL AND employer_id IS NOT NULL AND period IS NOT NULL
  WHEN 'CREDIT' THEN employer_id IS NOT NULL
  WHEN 'SUSPENSE' THEN num_nonnulls(payment_id, item_id) = 1
  ELSE false END);

-- Who pays out took no step before (R765 37): the fourth pair of eyes.
ALTER TABLE refund ADD CONSTRAINT refund_payout_four_eyes CHECK (
  paid_out_by IS NULL OR paid_out_by NOT IN (applied_by, verified_by, approved_by));

-- A refund begins as applied for, goes one step at a time, and what was decided stays. Only who signed for the personal
-- share may be added while nothing has been verified.
CREATE FUNCTION guard_refund_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  steps text[] := ARRAY['status', 'receipt_signed', 'benefit_drawn', 'evidence', 'verified_by', 'verified_at', 'approved_by', 'approved_at',
    'paid_out_by', 'paid_out_at', 'bank_reference', 'rejected_by', 'rejected_at', 'rejection_reason'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status = 'APPLIED' THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'a refund begins as APPLIED' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF to_jsonb(NEW) - steps <> to_jsonb(OLD) - steps THEN
    RAISE EXCEPTION 'what was applied for never changes' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF NOT (CASE OLD.status || ' ' || NEW.status
    WHEN 'APPLIED APPLIED' THEN true
    WHEN 'APPLIED VERIFIED' THEN NEW.verified_by IS NOT NULL AND NEW.benefit_drawn IS NOT DISTINCT FROM false
    WHEN 'VERIFIED APPROVED' THEN NEW.approved_by IS NOT NULL
    WHEN 'APPROVED PAID_OUT' THEN NEW.paid_out_by IS NOT NULL AND NEW.bank_reference IS NOT NULL
    WHEN 'APPLIED REJECTED' THEN NEW.rejected_by IS NOT NULL AND NEW.rejection_reason IS NOT NULL
    WHEN 'VERIFIED REJECTED' THEN NEW.rejected_by IS NOT NULL AND NEW.rejection_reason IS NOT NULL
    WHEN 'APPROVED REJECTED' THEN NEW.rejected_by IS NOT NULL AND NEW.rejection_reason IS NOT NULL
    ELSE false END) THEN
    RAISE EXCEPTION 'a refund does not go from % to % like this', OLD.status, NEW.status
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refund_step BEFORE INSERT OR UPDATE ON refund FOR EACH ROW EXECUTE FUNCTION guard_refund_step();
CREATE TRIGGER refund_kept BEFORE DELETE ON refund FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- No share of a month is refunded beyond what was paid of it, whatever program writes.
CREATE FUNCTION refuse_refund_beyond_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM premium_payment
    WHERE individual_id = NEW.individual_id AND period = NEW.period AND employer_id = NEW.employer_id
      AND status IN ('PAID', 'BACK_PAID', 'REFUNDED')
    HAVING LEAST(SUM(pension_employer), SUM(pension_personal), SUM(medical_employer), SUM(medical_personal),
      SUM(unemployment_employer), SUM(unemployment_personal), SUM(work_injury_employer), SUM(maternity_employer)) < 0
  ) THEN
    RAISE EXCEPTION 'more would be refunded than was paid' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER premium_payment_refund_within AFTER INSERT ON premium_payment FOR EACH ROW WHEN (NEW.kind = 'REFUND')
  EXECUTE FUNCTION refuse_refund_beyond_month();

-- A write-off is asked for open and decided once.
CREATE FUNCTION guard_write_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'REQUESTED' AND NEW.decided_by IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.status = 'REQUESTED' AND NEW.status IN ('CONFIRMED', 'REFUSED') AND NEW.decided_by IS NOT NULL
    AND (NEW.notice_id, NEW.ground, NEW.document_no, NEW.explanation, NEW.requested_by, NEW.requested_at)
      = (OLD.notice_id, OLD.ground, OLD.document_no, OLD.explanation, OLD.requested_by, OLD.requested_at)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a write-off is requested once and decided once' USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;
CREATE TRIGGER write_off_step BEFORE INSERT OR UPDATE ON write_off FOR EACH ROW EXECUTE FUNCTION guard_write_off();
CREATE TRIGGER write_off_kept BEFORE DELETE ON write_off FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Past months are asked for once while the request lives; a second person bills what needed a review.
CREATE SEQUENCE back_payment_number;
ALTER TABLE back_payment ADD CONSTRAINT back_payment_four_eyes CHECK (decided_by IS DISTINCT FROM applied_by);
CREATE TRIGGER back_payment_kept BEFORE DELETE ON back_payment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER back_payment_decided BEFORE UPDATE ON back_payment FOR EACH ROW WHEN (OLD.status <> 'APPLIED')
  EXECUTE FUNCTION refuse_change();
