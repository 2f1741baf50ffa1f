-- AlterTable
ALTER TABLE "card" ADD COLUMN     "code_seen_at" TIMESTAMP(3);
