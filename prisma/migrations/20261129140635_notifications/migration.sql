-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "employer_id" UUID,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "read_at" TIMESTAMP(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_delivery" (
    "id" UUID NOT NULL,
    "notification_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMP(3) NOT NULL,
    "address" BYTEA,
    "secret" BYTEA,
    "expires_at" TIMESTAMP(3),
    "address_masked" TEXT,
    "reason" TEXT,
    "sent_at" TIMESTAMP(3),

    CONSTRAINT "notification_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_setting" (
    "account_id" UUID NOT NULL,
    "email_on" BOOLEAN NOT NULL DEFAULT true,
    "sms_on" BOOLEAN NOT NULL DEFAULT true,
    "email" BYTEA,
    "phone" BYTEA,
    "pending_channel" TEXT,
    "pending" BYTEA,
    "code_hash" BYTEA,
    "code_failures" INTEGER NOT NULL DEFAULT 0,
    "code_expires_at" TIMESTAMP(3),
    "codes_sent" INTEGER NOT NULL DEFAULT 0,
    "codes_since" TIMESTAMP(3),
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "contact_setting_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE INDEX "notification_account_id_created_at_id_idx" ON "notification"("account_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "notification_created_at_id_idx" ON "notification"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_account_id_kind_key_key" ON "notification"("account_id", "kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "notification_delivery_notification_id_channel_key" ON "notification_delivery"("notification_id", "channel");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_delivery" ADD CONSTRAINT "notification_delivery_notification_id_fkey" FOREIGN KEY ("notification_id") REFERENCES "notification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_setting" ADD CONSTRAINT "contact_setting_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is due is looked for by its time alone; what was sent or given up is many times more.
CREATE INDEX "notification_delivery_waiting_idx" ON "notification_delivery"("next_attempt_at") WHERE "state" = 'WAITING';
CREATE INDEX "notification_unread_idx" ON "notification"("account_id") WHERE "read_at" IS NULL;

ALTER TABLE "notification"
  ADD CONSTRAINT "notification_kind_known" CHECK ("kind" IN ('DECLARATION_RETURNED', 'DECLARATION_ACCEPTED', 'BILL_READY', 'BILL_DUE_SOON', 'BILL_OVERDUE', 'PAYMENT_RECEIVED', 'REFUND_WAITS', 'REFUND_APPROVED', 'REFUND_PAID_OUT', 'REFUND_REJECTED', 'BACK_PAYMENT_APPROVED', 'BACK_PAYMENT_REJECTED', 'CARD_PASSWORD_RESET', 'SIGNED_IN_AFTER_RESET', 'PASSWORD_LINK', 'ADDRESS_CODE'));

ALTER TABLE "notification_delivery"
  ADD CONSTRAINT "notification_delivery_channel_known" CHECK ("channel" IN ('EMAIL', 'SMS')),
  ADD CONSTRAINT "notification_delivery_state_known" CHECK ("state" IN ('WAITING', 'SENT', 'GIVEN_UP')),
  ADD CONSTRAINT "notification_delivery_reason_known" CHECK ("reason" IN ('NO_ADDRESS', 'ADDRESS_REFUSED', 'REFUSED', 'NOT_LOGGED_IN', 'UNREACHABLE', 'CHANNEL_OFF', 'EXPIRED')),
  ADD CONSTRAINT "notification_delivery_sent" CHECK (("state" = 'SENT') = ("sent_at" IS NOT NULL)),
  ADD CONSTRAINT "notification_delivery_given_up" CHECK ("state" <> 'GIVEN_UP' OR "reason" IS NOT NULL),
  -- A code or a link opens something: it stays no longer than it is on its way.
  ADD CONSTRAINT "notification_delivery_secret_gone" CHECK ("state" = 'WAITING' OR num_nonnulls("secret", "address") = 0);

ALTER TABLE "contact_setting"
  ADD CONSTRAINT "contact_setting_pending_channel_known" CHECK ("pending_channel" IN ('EMAIL', 'SMS')),
  ADD CONSTRAINT "contact_setting_pending" CHECK (num_nonnulls("pending_channel", "pending", "code_hash", "code_expires_at") IN (0, 4));

ALTER TABLE "contact_setting" ADD CONSTRAINT "contact_setting_codes_counted" CHECK ("codes_sent" >= 0 AND "code_failures" >= 0);
