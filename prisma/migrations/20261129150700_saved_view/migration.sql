-- A list as a member of staff likes to see it: which page, and what stands in its address.
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "saved_view_page_known" CHECK ("page" IN ('WORK', 'EMPLOYERS', 'DEBTORS'))
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_account_id_page_name_key" ON "saved_view"("account_id", "page", "name");
