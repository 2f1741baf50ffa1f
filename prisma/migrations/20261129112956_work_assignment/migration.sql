-- CreateTable
CREATE TABLE "work_assignment" (
    "lifecycle" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "taken_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "work_assignment_pkey" PRIMARY KEY ("lifecycle","case_id")
);

-- CreateIndex
CREATE INDEX "work_assignment_account_id_idx" ON "work_assignment"("account_id");

ALTER TABLE work_assignment ADD CONSTRAINT work_assignment_account_id_fkey
  FOREIGN KEY (account_id) REFERENCES account (id) ON UPDATE CASCADE ON DELETE CASCADE;
