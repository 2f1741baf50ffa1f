-- CreateTable
CREATE TABLE "card_password_reset" (
    "id" UUID NOT NULL,
    "individual_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMP(3),

    CONSTRAINT "card_password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "card_password_reset_individual_id_idx" ON "card_password_reset"("individual_id");

-- CreateIndex
CREATE INDEX "card_password_reset_requested_at_idx" ON "card_password_reset"("requested_at");

-- AddForeignKey
ALTER TABLE "card_password_reset" ADD CONSTRAINT "card_password_reset_individual_id_fkey" FOREIGN KEY ("individual_id") REFERENCES "individual"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_password_reset" ADD CONSTRAINT "card_password_reset_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
