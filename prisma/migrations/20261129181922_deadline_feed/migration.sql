-- CreateTable
CREATE TABLE "deadline_feed" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "language" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),
    "last_fetched_at" TIMESTAMP(3),

    CONSTRAINT "deadline_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "deadline_feed_secret_hash_key" ON "deadline_feed"("secret_hash");

-- CreateIndex
CREATE INDEX "deadline_feed_account_id_employer_id_idx" ON "deadline_feed"("account_id", "employer_id");

-- AddForeignKey
ALTER TABLE "deadline_feed" ADD CONSTRAINT "deadline_feed_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_feed" ADD CONSTRAINT "deadline_feed_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deadline_feed" ADD CONSTRAINT "deadline_feed_language_known" CHECK ("language" IN ('zh-CN', 'en'));
-- One address at a time: whoever makes another gives up the one before.
CREATE UNIQUE INDEX "deadline_feed_living" ON "deadline_feed" ("account_id", "employer_id") WHERE "ended_at" IS NULL;
