import { breakWithin, formOfNow, genesis, isWhole, linkHash } from './audit-hash.ts'
import type { LinkedEntry, StoredEntry } from './audit-hash.ts'
import type { AuditWitness } from './audit-witness.ts'
import type { Database } from './database.ts'

// Entries are written unlinked, each within its own transaction, and linked afterwards by whoever holds the head. So no
// office waits for one lock, and a transaction that commits late takes a later place instead of leaving a hole.

export interface ChainState {
  /** The number of the first entry that is not as it was linked, was never queued, or is gone; 0 when the head itself is. */
  firstBreak: bigint | undefined
  linked: bigint
  /** So many of the last links are gone, with the head set back to before them; known where a witness stands apart. */
  missing: bigint
  /** Entries younger than the last linking. */
  waiting: number
}

interface Head {
  position: bigint
  seq: bigint
  hash: Uint8Array
}

const entryColumns = `event.at, event.actor_kind, event.actor_id, event.role, event.origin, event.action,
  event.record_type, event.record_id, event.reason, event.change::text AS change`
const atOnce = 5_000

export async function linkWaiting(database: Database): Promise<number> {
  for (let linked = 0; ;) {
    const batch = await database.transaction(() => linkBatch(database))
    linked += batch
    if (batch < atOnce) return linked
  }
}

/** Under the lock of the head, which nobody but this takes: who writes entries never waits for it. */
async function linkBatch(database: Database): Promise<number> {
  const [head] = await database.query<Head>({
    name: 'audit-lock-head',
    text: 'SELECT position, seq, hash FROM audit_head FOR UPDATE',
  })
  if (!head) return 0 // the check names it
  const entries = await database.query<StoredEntry>(
    {
      name: 'audit-take-waiting',
      text: `WITH taken AS (
        DELETE FROM audit_waiting WHERE seq IN (
          SELECT seq FROM audit_waiting JOIN audit_event USING (seq) ORDER BY seq LIMIT $1) RETURNING seq)
      SELECT event.seq, ${entryColumns} FROM taken JOIN audit_event event USING (seq) ORDER BY event.seq`,
    },
    [atOnce],
  )
  if (entries.length === 0) return 0
  let { hash } = head
  const hashes = entries.map((entry) => (hash = linkHash(hash, entry, formOfNow)))
  await database.query(
    {
      name: 'audit-link',
      text: `WITH linked AS (
        INSERT INTO audit_link (position, seq, hash, form)
        SELECT $1::bigint + place, seq, hash, $7 FROM unnest($2::bigint[], $3::bytea[]) WITH ORDINALITY AS link(seq, hash, place))
      UPDATE audit_head SET position = $1::bigint + $4, seq = $5, hash = $6`,
    },
    [head.position, entries.map(({ seq }) => seq), hashes, entries.length, entries.at(-1)?.seq, hash, formOfNow],
  )
  return entries.length
}

/** Recomputes every hash up to where the chain ended when this began, page by page. */
export async function checkChain(database: Database, witness?: AuditWitness): Promise<ChainState> {
  const [head] = await database.query<Head>({ text: 'SELECT position, seq, hash FROM audit_head' })
  const inChain = head ? await findBreakUpTo(database, head) : 0n
  const witnessed = await holdAgainst(database, head, witness)
  const [loose] = await database.query<{ waiting: bigint; lost: bigint | null }>({
    // Of one moment, so that what is written or linked meanwhile is in one place or the other.
    text: `SELECT (SELECT count(*) FROM audit_waiting) AS waiting, (SELECT min(seq) FROM (
      SELECT seq FROM audit_event event WHERE NOT EXISTS (SELECT FROM audit_link WHERE seq = event.seq)
        AND NOT EXISTS (SELECT FROM audit_waiting WHERE seq = event.seq)
      UNION ALL SELECT seq FROM audit_waiting WHERE NOT EXISTS (SELECT FROM audit_event event WHERE event.seq = audit_waiting.seq)
      UNION ALL SELECT seq FROM audit_waiting WHERE EXISTS (SELECT FROM audit_link link WHERE link.seq = audit_waiting.seq)
    ) AS loose) AS lost`,
  })
  return {
    firstBreak: inChain ?? witnessed.differsAt ?? loose?.lost ?? undefined,
    missing: witnessed.missing,
    linked: head?.position ?? 0n,
    waiting: Number(loose?.waiting ?? 0),
  }
}

/** What a witness kept apart says of this chain: how many links are missing at its end, or where it is another one. */
async function holdAgainst(
  database: Database,
  head: Head | undefined,
  witness: AuditWitness | undefined,
): Promise<{ missing: bigint; differsAt?: bigint }> {
  const seen = await witness?.read()
  if (seen === undefined) return { missing: 0n }
  if (seen === 'DAMAGED') return { missing: 0n, differsAt: 0n }
  const position = head?.position ?? 0n
  if (seen.position > position) return { missing: seen.position - position }
  if (seen.position === 0n) return { missing: 0n }
  const [link] = await database.query<{ seq: bigint; hash: Uint8Array }>(
    { name: 'audit-link-at', text: 'SELECT seq, hash FROM audit_link WHERE position = $1' },
    [seen.position],
  )
  if (link && Buffer.compare(link.hash, seen.hash) === 0) return { missing: 0n }
  return { missing: 0n, differsAt: link?.seq ?? head?.seq ?? 0n }
}

/** Takes the witness along to the head of now. What does not fit stays as it was seen: it is the evidence. */
export async function takeWitnessAlong(database: Database, witness: AuditWitness): Promise<void> {
  const [head] = await database.query<Head>({ text: 'SELECT position, seq, hash FROM audit_head' })
  if (!head) return
  const { missing, differsAt } = await holdAgainst(database, head, witness)
  if (missing === 0n && differsAt === undefined) await witness.keep(head)
}

async function findBreakUpTo(database: Database, head: Head): Promise<bigint | undefined> {
  let place = genesis
  for (;;) {
    const page = await database.query<LinkedEntry>(
      {
        name: 'audit-chain-page',
        text: `SELECT link.position, link.seq, link.hash, link.form, ${entryColumns}
        FROM audit_link link LEFT JOIN audit_event event USING (seq)
        WHERE link.position > $1 AND link.position <= $2 ORDER BY link.position LIMIT ${atOnce}`,
      },
      [place.position, head.position],
    )
    const broken = breakWithin(page, place)
    if (broken) return broken.seq
    place = page.at(-1) ?? place
    if (page.length < atOnce) break
  }
  // A tail that was cut off is missed at the head; whatever stands behind the head was not put there by the job.
  return isWhole(place, head) ? findLinkBeyond(database) : head.seq
}

async function findLinkBeyond(database: Database): Promise<bigint | undefined> {
  const [beyond] = await database.query<{ seq: bigint | null }>({
    text: 'SELECT min(seq) AS seq FROM audit_link WHERE position > (SELECT position FROM audit_head)',
  })
  return beyond?.seq ?? undefined
}
