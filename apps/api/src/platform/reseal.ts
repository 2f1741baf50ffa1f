import { setTimeout as pause } from 'node:timers/promises'
import type { Vault } from './crypto.ts'
import type { Database } from './database.ts'
import { sealedTables, sealedWithinJson } from './sealed-places.ts'
import type { SealedForm, SealedTable } from './sealed-places.ts'

// Sealing anew what was sealed with earlier keys, table by table. A portion is a range of blocks of a table's file: any table has them,
// whatever its key, and reading the next range costs the same at the beginning and at the end of ten million rows. How far it has come is
// written in the portion's own transaction, so a kill at any moment loses one portion at most.

/** What is sealed with, and what is to be sealed with that key. */
export interface Resealing {
  readonly database: Database
  readonly vault: Pick<Vault, 'sealBytes' | 'openBytes'>
  /** Number of the key that seals. */
  readonly sealing: number
}

const blocksAtOnce = 32
/** A row that somebody holds is left for the next round: whoever waits for a person gives way, and before the database looks for deadlocks. */
const lockMs = 300
/** Between two portions, so that the others have the disk and the processor as well. */
const pauseMs = 5
const mostRounds = 4

/** The values of a table that are not sealed with key $1, as a condition. */
function staleIn({ columns }: SealedTable): string {
  return Object.entries(columns)
    .map(([column, form]) => staleBy[form](column))
    .join(' OR ')
}

const staleBy: Record<SealedForm, (column: string) => string> = {
  VALUE: (column) => `get_byte(${column}, 0) <> $1`,
  LIST: (column) => `EXISTS (SELECT 1 FROM unnest(${column}) AS one WHERE get_byte(one, 0) <> $1)`,
  WITHIN_JSON: (column) =>
    `EXISTS (SELECT 1 FROM jsonb_path_query(${column}, '$.**.${sealedWithinJson}') AS one WHERE get_byte(decode(one #>> '{}', 'base64'), 0) <> $1)`,
}

/** As text, which carries any of the forms there and back. */
const readAs: Record<SealedForm, (column: string) => string> = {
  VALUE: (column) => `encode(${column}, 'hex')`,
  LIST: (column) =>
    `(SELECT string_agg(encode(one, 'hex'), ',' ORDER BY at) FROM unnest(${column}) WITH ORDINALITY AS each (one, at))`,
  WITHIN_JSON: (column) => `${column}::text`,
}

const writtenAs: Record<SealedForm, (text: string) => string> = {
  VALUE: (text) => `decode(${text}, 'hex')`,
  LIST: (text) =>
    `(SELECT array_agg(decode(one, 'hex') ORDER BY at) FROM unnest(string_to_array(${text}, ',')) WITH ORDINALITY AS each (one, at))`,
  WITHIN_JSON: (text) => `${text}::jsonb`,
}

function sealAnew({ vault, sealing }: Resealing, sealed: Buffer): Buffer {
  return sealed[0] === sealing ? sealed : Buffer.from(vault.sealBytes(vault.openBytes(sealed)))
}

const inJson = new RegExp(`("${sealedWithinJson}": ")([A-Za-z0-9+/=]+)"`, 'g')

function textAnew(resealing: Resealing, form: SealedForm, text: string): string {
  const hex = (one: string) => sealAnew(resealing, Buffer.from(one, 'hex')).toString('hex')
  if (form === 'VALUE') return hex(text)
  if (form === 'LIST') return text.split(',').map(hex).join(',')
  return text.replaceAll(
    inJson,
    (_all, before: string, one: string) =>
      `${before}${sealAnew(resealing, Buffer.from(one, 'base64')).toString('base64')}"`,
  )
}

export interface ResealLimits {
  /** Until when it may go on, by the monotonic clock; then it stops between two portions. */
  readonly until: number
  readonly told?: ((place: string) => void) | undefined
}

/** Goes on with every table until it is done or time is up. True when nothing of any table is left. */
export async function resealTables(resealing: Resealing, limits: ResealLimits): Promise<boolean> {
  let done = true
  for (const table of sealedTables) {
    if (!(await resealTable(resealing, table, limits))) done = false
    if (performance.now() > limits.until) return false
  }
  return done
}

async function resealTable(resealing: Resealing, table: SealedTable, { until, told }: ResealLimits): Promise<boolean> {
  await beginPlace(resealing, table.table)
  for (let round = 0; round < mostRounds;) {
    const portion = await withoutWaiting(() => resealPortion(resealing, table))
    if (portion === 'DONE') return true
    // Another process is at it.
    if (portion === 'TAKEN') return false
    if (portion === 'ROUND') round += 1
    told?.(table.table)
    if (performance.now() > until) return false
    await pause(pauseMs)
  }
  return false
}

export async function beginPlace({ database, sealing }: Resealing, place: string): Promise<void> {
  await database.query(
    {
      text: `INSERT INTO reseal_progress (number, place, started_at) VALUES ($1, $2, timezone('UTC', now())) ON CONFLICT DO NOTHING`,
    },
    [sealing, place],
  )
}

type Portion = 'MORE' | 'ROUND' | 'DONE' | 'TAKEN'

/** Somebody holds a row of this portion: what is left of it is found by the next round. */
async function withoutWaiting(portion: () => Promise<Portion>): Promise<Portion> {
  try {
    return await portion()
  } catch (error) {
    if (codeOf(error) !== '55P03') throw error
    return 'ROUND'
  }
}

function codeOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined
  return 'code' in error ? error.code : 'cause' in error ? codeOf(error.cause) : undefined
}

async function resealPortion(resealing: Resealing, table: SealedTable): Promise<Portion> {
  const { database, sealing } = resealing
  return database.transaction(async () => {
    const [at] = await database.query<{ next: string; found: number; done: boolean; blocks: bigint }>(
      {
        text: `SELECT next, found, done_at IS NOT NULL AS done, ${blocksOf('$3')} AS blocks
          FROM reseal_progress WHERE number = $1 AND place = $2 FOR UPDATE SKIP LOCKED`,
      },
      [sealing, table.table, table.table],
    )
    if (!at) return 'TAKEN'
    if (at.done) return 'DONE'
    const from = BigInt(at.next)
    const to = from + BigInt(blocksAtOnce)
    const { found, resealed } = await resealBlocks(resealing, table, from, to)
    // Rows that others moved meanwhile may have gone back behind this place: the last round is one that finds nothing.
    const ends = to >= at.blocks
    const done = ends && at.found + found === 0
    await database.query(
      {
        text: `UPDATE reseal_progress SET next = $3, found = CASE WHEN $4 THEN 0 ELSE found + $5 END, resealed = resealed + $6,
          done_at = CASE WHEN $7 THEN timezone('UTC', now()) END WHERE number = $1 AND place = $2`,
      },
      [sealing, table.table, ends ? '0' : String(to), ends, found, resealed, done],
    )
    return done ? 'DONE' : ends ? 'ROUND' : 'MORE'
  })
}

/** Of the table that a parameter names. */
const blocksOf = (parameter: string) =>
  `pg_relation_size(${parameter}::regclass) / current_setting('block_size')::bigint`

async function resealBlocks(
  resealing: Resealing,
  table: SealedTable,
  from: bigint,
  to: bigint,
): Promise<{ found: number; resealed: number }> {
  const { database, sealing } = resealing
  const columns = Object.entries(table.columns)
  const range = [`(${from},0)`, `(${to},0)`]
  await database.query({
    text: `SELECT set_config('lock_timeout', '${lockMs}', true), set_config('shebao.resealing', 'on', true)`,
  })
  const read = columns.map(([column, form], index) => `${readAs[form](column)} AS c${index}`).join(', ')
  const rows = await database.query<Record<string, string | null>>(
    {
      text: `SELECT ctid::text AS at, xmin::text AS made_by, ${read} FROM ${table.table}
        WHERE ctid >= $2::tid AND ctid < $3::tid AND (${staleIn(table)})`,
    },
    [sealing, ...range],
  )
  if (rows.length === 0) return { found: 0, resealed: 0 }
  const anew = columns.map(([, form], index) =>
    rows.map((row) => {
      const text = row[`c${index}`] ?? null
      return text === null ? null : textAnew(resealing, form, text)
    }),
  )
  const set = columns.map(([column, form], index) => `${column} = ${writtenAs[form](`anew.c${index}`)}`).join(', ')
  const arrays = columns.map((_, index) => `$${index + 3}::text[]`).join(', ')
  const names = columns.map((_, index) => `c${index}`).join(', ')
  // A row that is not as it was read any more is somebody else's work: the next round finds it.
  const changed = await database.query(
    {
      text: `UPDATE ${table.table} AS kept SET ${set}
        FROM unnest($1::tid[], $2::text[], ${arrays}) AS anew (at, made_by, ${names})
        WHERE kept.ctid = anew.at AND kept.xmin::text = anew.made_by
          AND kept.ctid >= $${columns.length + 3}::tid AND kept.ctid < $${columns.length + 4}::tid RETURNING 1 AS one`,
    },
    [rows.map(({ at }) => at), rows.map((row) => row['made_by']), ...anew, ...range],
  )
  return { found: rows.length, resealed: changed.length }
}

/** Few enough for one statement to read within its time, however wide the rows. */
const blocksReadAtOnce = 8_192n

/** The ranges of a table's file, from its beginning to its end. */
export async function rangesOf({ query }: Pick<Database, 'query'>, table: string): Promise<[string, string][]> {
  const [{ blocks } = { blocks: 0n }] = await query<{ blocks: bigint }>(
    { text: `SELECT ${blocksOf('$1')} AS blocks` },
    [table],
  )
  const ranges: [string, string][] = []
  for (let from = 0n; from < blocks; from += blocksReadAtOnce)
    ranges.push([`(${from},0)`, `(${from + blocksReadAtOnce},0)`])
  return ranges
}
