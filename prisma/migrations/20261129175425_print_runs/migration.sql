-- CreateTable
CREATE TABLE "print_run" (
    "id" UUID NOT NULL,
    "employer_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PRINTING',
    "papers" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "file_id" UUID,
    "created_at" TIMESTAMP(3) NOT NULL,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "print_run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "print_run_status_known" CHECK ("status" IN ('PRINTING', 'READY', 'FAILED', 'CANCELLED', 'REMOVED')),
    CONSTRAINT "print_run_language_known" CHECK ("language" IN ('zh-CN', 'en'))
);

-- CreateTable
CREATE TABLE "print_item" (
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "part_id" UUID,
    "problem" TEXT,

    CONSTRAINT "print_item_pkey" PRIMARY KEY ("run_id","seq"),
    CONSTRAINT "print_item_kind_known" CHECK ("kind" IN ('ANNUAL_INSPECTION_FORM', 'PAYMENT_NOTICE', 'PAYMENT_VOUCHER', 'PAYMENT_RECEIPT', 'UNIT_CERTIFICATE')),
    CONSTRAINT "print_item_problem_known" CHECK ("problem" IN ('NOT_FOUND', 'NOTHING_RECORDED', 'UNPRINTABLE'))
);

-- CreateIndex
CREATE INDEX "print_run_employer_id_created_at_id_idx" ON "print_run"("employer_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "print_item" ADD CONSTRAINT "print_item_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "print_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One at a time an employer: who presses twice finds the first.
CREATE UNIQUE INDEX "print_run_printing" ON "print_run"("employer_id") WHERE "status" = 'PRINTING';

-- Kinds are added to whatever the list holds by now: several releases add to it.
DO $$
DECLARE
  known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE "notification" DROP CONSTRAINT "notification_kind_known";
  EXECUTE 'ALTER TABLE "notification" ADD CONSTRAINT "notification_kind_known" '
    || replace(known, ']', ', ''PAPERS_READY''::text, ''PAPER_DUE_SOON''::text, ''PAPER_OVERDUE''::text, ''PAPER_RECEIVED''::text]');
END
$$;
