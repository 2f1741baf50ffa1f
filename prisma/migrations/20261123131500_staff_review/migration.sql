-- AlterTable
ALTER TABLE "declaration" ADD COLUMN     "paper_hash" TEXT,
ADD COLUMN     "paper_sealed" BOOLEAN;

-- CreateTable
CREATE TABLE "review_hold" (
    "declaration_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "held_since" TIMESTAMP(3) NOT NULL,
    "seen_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "review_hold_pkey" PRIMARY KEY ("declaration_id")
);
