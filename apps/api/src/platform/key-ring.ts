import {
  createRenewableVault,
  createVault,
  drawKey,
  drawKeys,
  fingerprintOfSecret,
  keysDerivedFrom,
  ownKeysBy,
  unwrapKey,
  wrapKey,
} from './crypto.ts'
import type { Vault, VaultKeys } from './crypto.ts'
import type { Database } from './database.ts'
import { fitOfKey, keepFingerprint } from './installation.ts'
import { asOffice } from './tenancy.ts'

// The keys that data is sealed with are drawn at random and kept in the database, each wrapped with the secret key (ADR 73). A new one
// is announced a while before it seals, so that no process meets a value whose key it has not heard of.

/** As this process holds it. */
export interface KeyRing {
  readonly vault: Vault
  /** Read again lately enough to know every key that anything can be sealed with. */
  isFresh(): boolean
  /** Which keys there are and which one seals, read from the database. */
  reload(): Promise<void>
  /** Number of the key that seals just now. */
  sealing(): number
}

interface KeyRow {
  name: string
  number: number
  wrapped: Uint8Array | null
  /** Of a key that seals: whether its time has come. */
  seals: boolean
}

/** From the announcement of a key until it seals, where several processes may be at work. */
export const announcedMs = 60_000
/** A ring older than this is read again before anything is asked of it: half of what a key is announced ahead. */
const freshMs = 30_000
/** How often a server reads it without being asked anything. */
const rereadMs = 10_000

const keyOrder = { text: 'SELECT pg_advisory_xact_lock(7305)' }

/** The ring of an office that has one; of a database from before there were any, the keys derived from its secret key. */
export async function openKeyRing(database: Database, secretKeys: readonly Buffer[]): Promise<KeyRing> {
  let readAt = performance.now()
  const read = async () => (await readKeys(database, secretKeys)) ?? keysDerivedFrom(requireFirst(secretKeys))
  const renewable = createRenewableVault(await read(), secretKeys.map(fingerprintOfSecret), () => {
    readAt = Number.NEGATIVE_INFINITY
  })
  return {
    vault: renewable.vault,
    isFresh: () => performance.now() - readAt < freshMs,
    async reload() {
      const startedAt = performance.now()
      // Whoever asks does not read keys: the ring is the office's own.
      renewable.renew(await asOffice('KEY_RING', read))
      readAt = startedAt
    },
    sealing: renewable.sealing,
  }
}

/** Has the ring read again and again until the function it gives is called. `failed` hears why it could not be, once in a row. */
export function keepReading(ring: KeyRing, failed: (error: unknown) => void): () => void {
  let failing = false
  const timer = setInterval(() => {
    ring.reload().then(
      () => (failing = false),
      (error: unknown) => {
        if (!failing) failed(error)
        failing = true
      },
    )
  }, rereadMs).unref()
  return () => clearInterval(timer)
}

/**
 * Gives an installation its keys and ties it to its secret key; twice is once. A new office gets keys of their own; one that has
 * sealed already keeps those that were derived from its secret key, as its first.
 */
export async function keepKeys(database: Database, secretKeys: readonly Buffer[]): Promise<void> {
  const secretKey = requireFirst(secretKeys)
  const vault = createVault(secretKey)
  await database.transaction(async () => {
    await database.query(keyOrder)
    if ((await readRows(database)).length > 0) return
    const keys = (await fitOfKey(database, vault)) === 'NEW' ? drawKeys() : keysDerivedFrom(secretKey)
    await keepFingerprint(database, vault)
    const entries: [string, Buffer][] = [
      ...[...keys.seals.values()].map((key): [string, Buffer] => ['seal', key]),
      ['lookup', keys.lookup],
      ...Object.entries(keys.own),
    ]
    for (const [name, key] of entries)
      await insertKey(database, { name, number: 1, wrapped: wrapKey(secretKey, { name, number: 1 }, key) }, 0)
  })
}

export type RotateOutcome = { kind: 'ANNOUNCED'; number: number; sealsFrom: Date } | { kind: 'ALREADY' | 'FULL' }

/** As the number stands in one byte. */
const mostKeys = 250

/** Announces another key, which seals once every process has heard of it; `aheadMs` is nothing where there is one process. */
export async function rotateKey(
  database: Database,
  secretKeys: readonly Buffer[],
  aheadMs: number,
  note: (number: number) => Promise<void>,
): Promise<RotateOutcome> {
  return database.transaction(async () => {
    await database.query(keyOrder)
    const seals = (await readRows(database)).filter(({ name }) => name === 'seal')
    if (seals.some((row) => !row.seals)) return { kind: 'ALREADY' }
    const number = Math.max(...seals.map((row) => row.number)) + 1
    if (number > mostKeys) return { kind: 'FULL' }
    const secretKey = await requireCurrent(database, secretKeys)
    const row = { name: 'seal', number, wrapped: wrapKey(secretKey, { name: 'seal', number }, drawKey()) }
    const sealsFrom = await insertKey(database, row, aheadMs)
    await note(number)
    return { kind: 'ANNOUNCED', number, sealsFrom }
  })
}

/**
 * Puts every key under the first secret key, from whichever of those at hand it is under. One small transaction: nothing that was sealed
 * is touched. False when they were under it already.
 */
export async function rewrapKeys(
  database: Database,
  secretKeys: readonly Buffer[],
  note: () => Promise<void>,
): Promise<boolean> {
  const next = requireFirst(secretKeys)
  return database.transaction(async () => {
    await database.query(keyOrder)
    const before = await requireCurrent(database, secretKeys)
    if (before.equals(next)) return false
    for (const { name, number, wrapped } of await readRows(database)) {
      if (!wrapped) continue
      const key = requireKey(unwrapKey(before, { name, number }, wrapped), name, number)
      await database.query({ text: 'UPDATE vault_key SET wrapped = $3 WHERE name = $1 AND number = $2' }, [
        name,
        number,
        wrapKey(next, { name, number }, key),
      ])
    }
    await database.query({ text: `SELECT set_config('shebao.rewrapping', 'on', true)` })
    await database.query({ text: 'UPDATE installation SET key_fingerprint = $1' }, [fingerprintOfSecret(next)])
    await note()
    return true
  })
}

/** Of two secret keys, while one is replaced, the one that the installation is under. */
async function requireCurrent(database: Database, secretKeys: readonly Buffer[]): Promise<Buffer> {
  for (const secretKey of secretKeys) {
    if ((await fitOfKey(database, createVault(secretKey))) === 'FITS') return secretKey
  }
  throw new Error('No secret key at hand is this installation’s.')
}

async function readKeys(database: Database, secretKeys: readonly Buffer[]): Promise<VaultKeys | undefined> {
  const rows = await readRows(database)
  if (rows.length === 0) return undefined
  const keys = new Map<string, Buffer>()
  for (const { name, number, wrapped } of rows) {
    if (!wrapped) continue
    const key = secretKeys.map((secretKey) => unwrapKey(secretKey, { name, number }, wrapped)).find(Boolean)
    keys.set(`${name} ${number}`, requireKey(key, name, number))
  }
  const keyOf = (name: string, number = 1) => requireKey(keys.get(`${name} ${number}`), name, number)
  const seals = rows.filter(({ name, wrapped }) => name === 'seal' && wrapped)
  return {
    sealing: Math.max(...seals.filter((row) => row.seals).map(({ number }) => number)),
    seals: new Map(seals.map(({ name, number }) => [number, keyOf(name, number)])),
    lookup: keyOf('lookup'),
    own: ownKeysBy(keyOf),
  }
}

async function readRows({ query }: Pick<Database, 'query'>): Promise<KeyRow[]> {
  // A database of an earlier release, which is looked at before an upgrade, has no ring.
  const [{ there } = { there: false }] = await query<{ there: boolean }>({
    text: `SELECT to_regclass('vault_key') IS NOT NULL AS there`,
  })
  if (!there) return []
  return query<KeyRow>({
    text: `SELECT name, number, wrapped, COALESCE(seals_from <= timezone('UTC', now()), false) AS seals FROM vault_key ORDER BY name, number`,
  })
}

async function insertKey(
  { query }: Pick<Database, 'query'>,
  { name, number, wrapped }: { name: string; number: number; wrapped: Buffer },
  aheadMs: number,
): Promise<Date> {
  const [row] = await query<{ seals_from: Date | null }>(
    {
      text: `INSERT INTO vault_key (name, number, wrapped, made_at, seals_from)
        SELECT $1, $2, $3, now, CASE WHEN $1 = 'seal' THEN now + $4 * interval '1 millisecond' END
        FROM date_trunc('milliseconds', timezone('UTC', now())) AS now RETURNING seals_from`,
    },
    [name, number, wrapped, aheadMs],
  )
  return row?.seals_from ?? new Date()
}

function requireFirst(secretKeys: readonly Buffer[]): Buffer {
  const [first] = secretKeys
  if (!first) throw new Error('There is no secret key.')
  return first
}

function requireKey(key: Buffer | undefined, name: string, number: number): Buffer {
  if (!key) throw new Error(`The key ${name} ${number} does not open with the secret key at hand.`)
  return key
}
