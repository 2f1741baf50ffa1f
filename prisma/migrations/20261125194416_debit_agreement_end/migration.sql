-- AlterTable
ALTER TABLE "debit_agreement" ADD COLUMN     "bank_told_at" TIMESTAMP(3);
