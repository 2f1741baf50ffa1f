-- CreateTable
CREATE TABLE "alert_watch" (
    "process" TEXT NOT NULL,
    "looked_at" TIMESTAMP(3) NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "alert_watch_pkey" PRIMARY KEY ("process")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "process" TEXT,
    "began_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),
    "begin_told_at" TIMESTAMP(3),
    "end_told_at" TIMESTAMP(3),
    "claimed_until" TIMESTAMP(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "alert_ended_at_idx" ON "alert"("ended_at");

-- One state stands once, however many processes find it.
CREATE UNIQUE INDEX "alert_standing" ON "alert"("key") WHERE "ended_at" IS NULL;

-- The office's alone (ADR 72).
ALTER TABLE "alert_watch" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "alert" ENABLE ROW LEVEL SECURITY;
