-- AlterTable
ALTER TABLE "enrolment" DROP COLUMN "paid_last_december";
