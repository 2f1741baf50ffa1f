-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "scopes" TEXT[],
    "test" BOOLEAN NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "revoked_at" TIMESTAMP(3),
    "last_used_at" TIMESTAMP(3),
    "window_start" TIMESTAMP(3) NOT NULL,
    "window_requests" INTEGER NOT NULL DEFAULT 0,
    "window_cost" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_token_use" (
    "token_id" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "last_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "access_token_use_pkey" PRIMARY KEY ("token_id","day","field")
);

-- CreateTable
CREATE TABLE "access_token_answer" (
    "token_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "body" BYTEA,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "access_token_answer_pkey" PRIMARY KEY ("token_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_token_secret_hash_key" ON "access_token"("secret_hash");

-- CreateIndex
CREATE INDEX "access_token_employer_id_idx" ON "access_token"("employer_id");

-- CreateIndex
CREATE INDEX "access_token_answer_created_at_idx" ON "access_token_answer"("created_at");

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_employer_id_fkey" FOREIGN KEY ("employer_id") REFERENCES "employer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token_use" ADD CONSTRAINT "access_token_use_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "access_token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token_answer" ADD CONSTRAINT "access_token_answer_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "access_token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "access_token" ALTER COLUMN "scopes" SET NOT NULL,
    ADD CONSTRAINT "access_token_scopes_known" CHECK ("scopes" <@ ARRAY['READ', 'PREPARE', 'SUBMIT', 'PAY']),
    ADD CONSTRAINT "access_token_scopes_read" CHECK ('READ' = ANY("scopes")),
    ADD CONSTRAINT "access_token_test_pays_nothing" CHECK (NOT ("test" AND 'PAY' = ANY("scopes"))),
    ADD CONSTRAINT "access_token_ends" CHECK ("expires_at" > "created_at");
