-- AlterTable
ALTER TABLE "declaration" ADD COLUMN     "judged_by" TEXT;
