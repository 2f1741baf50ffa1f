-- CreateTable
CREATE TABLE "personnel_confirmation" (
    "id" UUID NOT NULL,
    "declaration_id" UUID NOT NULL,
    "id_hash" BYTEA NOT NULL,
    "content_mark" BYTEA NOT NULL,
    "status" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "way" TEXT NOT NULL,
    "code_hash" BYTEA,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "notification_id" UUID,
    "answered_at" TIMESTAMP(3),
    "said" BYTEA,
    "reply" BYTEA,

    CONSTRAINT "personnel_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmation_check" (
    "declaration_id" UUID NOT NULL,
    "checked" TEXT NOT NULL,

    CONSTRAINT "confirmation_check_pkey" PRIMARY KEY ("declaration_id")
);

-- CreateTable
CREATE TABLE "confirmation_throttle" (
    "key_hash" BYTEA NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "confirmation_throttle_pkey" PRIMARY KEY ("key_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "personnel_confirmation_code_hash_key" ON "personnel_confirmation"("code_hash");

-- CreateIndex
CREATE INDEX "personnel_confirmation_declaration_id_id_hash_idx" ON "personnel_confirmation"("declaration_id", "id_hash");

-- AddForeignKey
ALTER TABLE "personnel_confirmation" ADD CONSTRAINT "personnel_confirmation_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_check" ADD CONSTRAINT "confirmation_check_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "declaration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One asking of a person is the last one, and only an open one leads somewhere.
CREATE UNIQUE INDEX "personnel_confirmation_current" ON "personnel_confirmation"("declaration_id", "id_hash") WHERE "current";
CREATE INDEX "personnel_confirmation_notification" ON "personnel_confirmation"("notification_id") WHERE "notification_id" IS NOT NULL;
ALTER TABLE "personnel_confirmation"
  ADD CONSTRAINT "personnel_confirmation_status_known" CHECK ("status" IN ('UNREACHED', 'ASKED', 'CONFIRMED', 'DISAGREED', 'SETTLED', 'REPLACED')),
  ADD CONSTRAINT "personnel_confirmation_way_known" CHECK ("way" IN ('SMS', 'HANDED', 'NONE')),
  ADD CONSTRAINT "personnel_confirmation_reached" CHECK (("status" = 'UNREACHED') <= ("code_hash" IS NULL) AND ("status" <> 'ASKED' OR "code_hash" IS NOT NULL)),
  ADD CONSTRAINT "personnel_confirmation_answered" CHECK ("status" NOT IN ('CONFIRMED', 'DISAGREED', 'SETTLED') OR num_nonnulls("answered_at", "said") = 2),
  ADD CONSTRAINT "personnel_confirmation_failures" CHECK ("failures" >= 0);

-- People are sent their link, and the employer's clerks are told that somebody disagrees.
-- Added to whatever the list holds by now.
DO $$
DECLARE known text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO known FROM pg_constraint WHERE conname = 'notification_kind_known';
  ALTER TABLE "notification" DROP CONSTRAINT "notification_kind_known";
  EXECUTE 'ALTER TABLE "notification" ADD CONSTRAINT "notification_kind_known" '
    || replace(known, ']', ', ''EMPLOYEE_ASKED''::text, ''EMPLOYEE_DISAGREED''::text]');
END
$$;
