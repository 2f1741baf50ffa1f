-- DropTable
DROP TABLE "confirmation_throttle";
