-- The delivery log counts and lists what was given up, which is little among what was sent.
CREATE INDEX "notification_delivery_given_up_idx" ON "notification_delivery"("notification_id", "next_attempt_at") WHERE "state" = 'GIVEN_UP';
