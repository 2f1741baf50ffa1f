-- The links of the chain leave the entries: an entry is written unlinked within its transaction, a job links it (ADR 16).

-- CreateTable
CREATE TABLE "audit_link" (
    "position" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "position" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_waiting" (
    "seq" BIGINT NOT NULL,

    CONSTRAINT "audit_waiting_pkey" PRIMARY KEY ("seq")
);

-- What is chained stays chained with the hashes it has: only the place is counted anew, without the gaps of the sequence.
INSERT INTO audit_link (position, seq, hash) SELECT row_number() OVER (ORDER BY seq), seq, hash FROM audit_event;
INSERT INTO audit_head (id, position, seq, hash)
  SELECT 1, COALESCE(max(position), 0), COALESCE(max(seq), 0),
    COALESCE((SELECT hash FROM audit_link ORDER BY position DESC LIMIT 1), decode(repeat('00', 32), 'hex'))
  FROM audit_link;

-- DropIndex
DROP INDEX "audit_event_hash_key";

-- AlterTable
ALTER TABLE "audit_event" DROP COLUMN "hash",
DROP COLUMN "prev_hash";

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_seq_key" ON "audit_link"("seq");

-- AddForeignKey
ALTER TABLE "audit_link" ADD CONSTRAINT "audit_link_seq_fkey" FOREIGN KEY ("seq") REFERENCES "audit_event"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- --- what must hold whatever program writes ---------------------------------------------------------------------

-- No entry is written without being queued for its link.
CREATE FUNCTION queue_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_waiting (seq) VALUES (NEW.seq);
  RETURN NULL;
END $$;
CREATE TRIGGER audit_event_queued AFTER INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION queue_audit_event();

CREATE TRIGGER audit_event_kept BEFORE TRUNCATE ON audit_event EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE ON audit_link
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_link_kept BEFORE TRUNCATE ON audit_link EXECUTE FUNCTION refuse_change();

-- There is one head, and it only moves on.
ALTER TABLE audit_head ADD CONSTRAINT audit_head_one CHECK (id = 1);
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head
  FOR EACH ROW WHEN (NEW.position <= OLD.position) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_head_kept BEFORE DELETE OR TRUNCATE ON audit_head EXECUTE FUNCTION refuse_change();

ALTER TABLE audit_event ADD CONSTRAINT audit_event_actor_kind
  CHECK (actor_kind IN ('EMPLOYER', 'INSURED', 'STAFF', 'SYSTEM', 'ANONYMOUS'));
