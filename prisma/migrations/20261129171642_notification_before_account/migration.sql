-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "individual_id" UUID,
ALTER COLUMN "account_id" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "notification_individual_id_kind_key_key" ON "notification"("individual_id", "kind", "key");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_individual_id_fkey" FOREIGN KEY ("individual_id") REFERENCES "individual"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Either an account is told, or a person who has none yet.
ALTER TABLE "notification" ADD CONSTRAINT "notification_reader" CHECK (num_nonnulls("account_id", "individual_id") = 1);
