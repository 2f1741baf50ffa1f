-- AlterTable
ALTER TABLE "session" ADD COLUMN     "fully_proved_at" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "payee_change" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "held_number" TEXT,
    "held_name" TEXT,
    "held_bank" TEXT,
    "document_no" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'REQUESTED',
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMP(3) NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMP(3),
    "refusal" TEXT,

    CONSTRAINT "payee_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payee_change_office_id_requested_at_idx" ON "payee_change"("office_id", "requested_at");

ALTER TABLE payee_change
  ADD CONSTRAINT payee_change_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id),
  ADD CONSTRAINT payee_change_status_known CHECK (status IN ('REQUESTED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
  ADD CONSTRAINT payee_change_decided CHECK (
    (status = 'REQUESTED') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
    AND (refusal IS NOT NULL) = (status = 'REFUSED')
  ),
  -- Two people decide where money goes (R765 37), whatever writes here.
  ADD CONSTRAINT payee_change_two_people CHECK (status NOT IN ('CONFIRMED', 'REFUSED') OR decided_by <> requested_by);
-- One at a time: a second one would be decided on an account that the first changes.
CREATE UNIQUE INDEX payee_change_open ON payee_change (office_id) WHERE status = 'REQUESTED';
