-- CreateTable
CREATE TABLE "fine_standing" (
    "id" BIGSERIAL NOT NULL,
    "fine_id" UUID NOT NULL,
    "known_from" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "amount" BIGINT,
    "standing" JSONB NOT NULL,
    "due_by" TEXT,

    CONSTRAINT "fine_standing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "fine_standing_fine_id_known_from_id_idx" ON "fine_standing"("fine_id", "known_from", "id");

-- AddForeignKey
ALTER TABLE "fine_standing" ADD CONSTRAINT "fine_standing_fine_id_fkey" FOREIGN KEY ("fine_id") REFERENCES "fine_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE fine_standing ADD CONSTRAINT fine_standing_status_known CHECK (status IN ('PROPOSED', 'NOTICED', 'DECIDED', 'PAID', 'NOT_IMPOSED', 'REVOKED', 'LAPSED'));

-- As known on a day: the database itself keeps how every step left a fine. Of steps before this release the last is known.
CREATE FUNCTION keep_fine_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fine_standing (fine_id, known_from, revision, status, amount, standing, due_by)
  VALUES (NEW.id, NEW.changed_at, NEW.revision, NEW.status, NEW.amount, NEW.standing, NEW.due_by);
  RETURN NULL;
END
$$;
INSERT INTO fine_standing (fine_id, known_from, revision, status, amount, standing, due_by)
SELECT id, changed_at, revision, status, amount, standing, due_by FROM fine_case ORDER BY changed_at, id;
CREATE TRIGGER fine_case_standing AFTER INSERT OR UPDATE ON fine_case FOR EACH ROW EXECUTE FUNCTION keep_fine_standing();
CREATE TRIGGER fine_standing_append_only BEFORE UPDATE OR DELETE ON fine_standing
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
