-- Who asked for a refund may enter its payment, so that an office of three can finish what one of them began. The two who
-- verified and approved it may not (R765 37); neither of them is who asked (refund_four_eyes).
ALTER TABLE refund DROP CONSTRAINT refund_payout_four_eyes;
ALTER TABLE refund ADD CONSTRAINT refund_payout_four_eyes CHECK (
  paid_out_by IS NULL OR paid_out_by NOT IN (verified_by, approved_by));
