import { createHash } from 'node:crypto'

/** Where a chain has come to. */
export interface ChainPlace {
  position: bigint
  hash: Uint8Array
}

export interface StoredEntry {
  seq: bigint
  at: Date
  actor_kind: string
  actor_id: string | null
  role: string | null
  origin: string
  action: string
  record_type: string
  record_id: string
  reason: string | null
  /** As the database writes it, to the letter. */
  change: string
}

/** A link and its entry; the entry's columns are empty where it is gone. */
export type LinkedEntry = Omit<StoredEntry, 'at'> & {
  at: Date | null
  position: bigint
  hash: Uint8Array
  form: number
}

/** Form 1 left out the entry's number and read numbers as JavaScript does; what it sealed keeps its hashes (ADR 59). */
export const formOfNow = 2

export const genesis: ChainPlace = { position: 0n, hash: new Uint8Array(32) }

/** The first of these links, in the order of their places, that does not follow from the one before it. */
export function breakWithin(links: readonly LinkedEntry[], after: ChainPlace): LinkedEntry | undefined {
  let before = after
  return links.find((link) => {
    if (!follows(link, before)) return true
    before = link
    return false
  })
}

/** Whether a chain that came to `place` is all of the one that ends at `head`. */
export function isWhole(place: ChainPlace, head: ChainPlace): boolean {
  return place.position === head.position && Buffer.compare(place.hash, head.hash) === 0
}

function follows(link: LinkedEntry, before: ChainPlace): boolean {
  if (link.position !== before.position + 1n || link.at === null) return false
  return Buffer.compare(linkHash(before.hash, { ...link, at: link.at }, link.form), link.hash) === 0
}

export function linkHash(before: Uint8Array, entry: StoredEntry, form: number): Uint8Array<ArrayBuffer> {
  const fields = [
    entry.at.toISOString(),
    entry.actor_kind,
    entry.actor_id,
    entry.role,
    entry.origin,
    entry.action,
    entry.record_type,
    entry.record_id,
    entry.reason,
    ...(form === 1 ? [canonicalJson(JSON.parse(entry.change))] : [entry.change, String(entry.seq)]),
  ]
  return new Uint8Array(createHash('sha256').update(before).update(JSON.stringify(fields)).digest())
}

/** JSONB does not keep the order of keys, so the hash of form 1 is taken over sorted ones. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
