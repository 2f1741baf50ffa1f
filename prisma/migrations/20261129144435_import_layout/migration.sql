-- CreateTable
CREATE TABLE "import_layout" (
    "kind" TEXT NOT NULL,
    "heads_key" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "saved_by" UUID NOT NULL,
    "saved_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "import_layout_pkey" PRIMARY KEY ("kind","heads_key")
);

ALTER TABLE import_layout
  ADD CONSTRAINT import_layout_kind_known CHECK (kind IN ('EMPLOYERS', 'PEOPLE', 'ENROLMENTS', 'OPENING_BALANCES', 'HISTORY')),
  ADD CONSTRAINT import_layout_heads_key CHECK (heads_key ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT import_layout_columns CHECK (jsonb_typeof(columns) = 'object');
