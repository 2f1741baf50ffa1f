-- A part of a list on its way is one row of arrays. As thousands of rows with an index and a foreign key each, a list was
-- written twice and deleted once before it became the draft.
CREATE TABLE "personnel_upload_part" (
    "upload_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "row_nos" INTEGER[],
    "id_hashes" BYTEA[],
    "ids_masked" TEXT[],
    "names_masked" TEXT[],
    "personals" BYTEA[],
    "contents" JSONB NOT NULL,
    "errors" INTEGER[],
    "warnings" INTEGER[],

    CONSTRAINT "personnel_upload_part_pkey" PRIMARY KEY ("upload_id","part"),
    -- Shorter ones would be filled up with NULL when they are laid side by side.
    CONSTRAINT personnel_upload_part_as_many CHECK (
      (cardinality(id_hashes) = cardinality(row_nos)
      AND cardinality(ids_masked) = cardinality(row_nos) AND cardinality(names_masked) = cardinality(row_nos)
      AND cardinality(personals) = cardinality(row_nos) AND jsonb_array_length(contents) = cardinality(row_nos)
      AND cardinality(errors) = cardinality(row_nos) AND cardinality(warnings) = cardinality(row_nos)) IS TRUE)
);
ALTER TABLE "personnel_upload_part" ADD CONSTRAINT "personnel_upload_part_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "personnel_upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Read once and deleted within minutes, and what is sealed cannot be compressed: trying to costs more than it saves.
ALTER TABLE personnel_upload_part
  ALTER COLUMN id_hashes SET STORAGE EXTERNAL,
  ALTER COLUMN ids_masked SET STORAGE EXTERNAL,
  ALTER COLUMN names_masked SET STORAGE EXTERNAL,
  ALTER COLUMN personals SET STORAGE EXTERNAL,
  ALTER COLUMN contents SET STORAGE EXTERNAL;

-- Uploads that are under way go on: the parts that came are noted as received, and nobody sends those again.
INSERT INTO personnel_upload_part (upload_id, part, row_nos, id_hashes, ids_masked, names_masked, personals, contents, errors, warnings)
SELECT upload_id, part, array_agg(row_no ORDER BY row_no), array_agg(id_hash ORDER BY row_no),
  array_agg(id_masked ORDER BY row_no), array_agg(name_masked ORDER BY row_no), array_agg(personal ORDER BY row_no),
  jsonb_agg(content ORDER BY row_no), array_agg(errors ORDER BY row_no), array_agg(warnings ORDER BY row_no)
FROM personnel_upload_row GROUP BY upload_id, part;

DROP TABLE "personnel_upload_row";
