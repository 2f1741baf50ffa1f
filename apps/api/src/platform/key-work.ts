import type { Database } from './database.ts'
import type { RecurringJob } from './jobs.ts'
import { announcedMs } from './key-ring.ts'
import type { Platform } from './platform.ts'
import { countFilesByKey, resealFiles } from './reseal-files.ts'
import { rangesOf, resealTables } from './reseal.ts'
import { sealedTables, sealedWithinJson } from './sealed-places.ts'
import type { SealedForm } from './sealed-places.ts'

/** A run of the job ends before the next one is due. */
const runMs = 50_000

/** Goes on sealing anew every minute, until there is nothing left; a kill in the middle loses the portion under way. */
export function keyJobs(platform: Platform): RecurringJob[] {
  return [
    {
      name: 'reseal',
      cron: '* * * * *',
      run: async () => void (await resealAll(platform, { until: performance.now() + runMs })),
    },
  ]
}

export type ResealOutcome = 'NOTHING_TO_DO' | 'NOT_YET' | 'DONE' | 'MORE'

/**
 * Seals anew whatever is not sealed with the newest key. It begins only when no process can still be sealing with the key before:
 * what is sealed behind its back would keep that key in use.
 */
export async function resealAll(
  platform: Platform,
  { until, told }: { until: number; told?: (place: string) => void },
): Promise<ResealOutcome> {
  const { database, environment, keyRing, logger } = platform
  if (!keyRing) return 'NOTHING_TO_DO'
  await keyRing.reload()
  const sealing = keyRing.sealing()
  if (sealing === 1 || (await isDone(database, sealing))) return 'NOTHING_TO_DO'
  if (!(await allSealWith(platform, sealing))) return 'NOT_YET'
  const resealing = { database, vault: keyRing.vault, sealing }
  const tables = await resealTables(resealing, { until, told })
  const files = await resealFiles(resealing, environment, { until, told })
  if (!tables || !files) return 'MORE'
  logger.info({ key: sealing }, 'everything is sealed with the newest key')
  return 'DONE'
}

async function isDone({ query }: Pick<Database, 'query'>, sealing: number): Promise<boolean> {
  const [row] = await query<{ done: bigint }>(
    { text: 'SELECT count(*) AS done FROM reseal_progress WHERE number = $1 AND done_at IS NOT NULL' },
    [sealing],
  )
  return Number(row?.done ?? 0) === sealedTables.length + 1
}

async function allSealWith({ database, environment }: Platform, number: number): Promise<boolean> {
  const settledMs = environment.databaseUrl === undefined ? 0 : announcedMs
  const rows = await database.query(
    {
      text: `SELECT 1 AS one FROM vault_key WHERE name = 'seal' AND number = $1 AND seals_from <= timezone('UTC', now()) - $2 * interval '1 millisecond'`,
    },
    [number, settledMs],
  )
  return rows.length > 0
}

export interface KeyState {
  number: number
  state: 'ANNOUNCED' | 'SEALS' | 'OPENS' | 'RETIRED'
  madeAt: Date
  sealsFrom: Date
  retiredAt: Date | null
  /** Sealed values and files. */
  values: bigint
}

export interface PlaceState {
  place: string
  resealed: bigint
  lost: number
  done: boolean
}

/** The keys that seal, how much is sealed with each, and how far the newest has come. Reads every row: an operator's question. */
export async function readKeyStates(platform: Platform): Promise<{ keys: KeyState[]; places: PlaceState[] }> {
  const { database, environment } = platform
  const counted = await countByKey(platform)
  for (const [number, files] of await countFilesByKey(database, environment))
    counted.set(number, (counted.get(number) ?? 0n) + BigInt(files))
  const rows = await database.query<{
    number: number
    made_at: Date
    seals_from: Date
    retired_at: Date | null
    come: boolean
  }>({
    text: `SELECT number, made_at, seals_from, retired_at, seals_from <= timezone('UTC', now()) AS come FROM vault_key WHERE name = 'seal' ORDER BY number`,
  })
  const sealing = Math.max(...rows.filter(({ come }) => come).map(({ number }) => number))
  const keys = rows.map((row): KeyState => ({
    number: row.number,
    state: row.retired_at ? 'RETIRED' : !row.come ? 'ANNOUNCED' : row.number === sealing ? 'SEALS' : 'OPENS',
    madeAt: row.made_at,
    sealsFrom: row.seals_from,
    retiredAt: row.retired_at,
    values: counted.get(row.number) ?? 0n,
  }))
  const places = await database.query<PlaceState>(
    {
      text: `SELECT place, resealed, lost, done_at IS NOT NULL AS done FROM reseal_progress WHERE number = $1 ORDER BY place`,
    },
    [sealing],
  )
  return { keys, places }
}

const numbersIn: Record<SealedForm, (column: string) => string> = {
  VALUE: (column) => `SELECT get_byte(${column}, 0) AS number`,
  LIST: (column) => `SELECT get_byte(one, 0) FROM unnest(${column}) AS one`,
  WITHIN_JSON: (column) =>
    `SELECT get_byte(decode(one #>> '{}', 'base64'), 0) FROM jsonb_path_query(${column}, '$.**.${sealedWithinJson}') AS one`,
}

async function countByKey({ database }: Platform): Promise<Map<number, bigint>> {
  const counted = new Map<number, bigint>()
  for (const { table, columns } of sealedTables) {
    const numbers = Object.entries(columns).map(([column, form]) => numbersIn[form](column))
    for (const range of await rangesOf(database, table)) {
      const rows = await database.query<{ key_no: number; values: bigint }>(
        {
          text: `SELECT key_no, count(*) AS values FROM ${table}, LATERAL (${numbers.join(' UNION ALL ')}) AS each (key_no)
            WHERE ${table}.ctid >= $1::tid AND ${table}.ctid < $2::tid AND key_no IS NOT NULL GROUP BY key_no`,
        },
        range,
      )
      for (const { key_no: number, values } of rows) counted.set(number, (counted.get(number) ?? 0n) + values)
    }
  }
  return counted
}

export type RetireOutcome =
  | { kind: 'RETIRED' }
  | { kind: 'UNKNOWN' | 'SEALS' | 'TOO_EARLY' }
  | { kind: 'IN_USE'; values: bigint }

/** Longer than any transaction, and than a request that began before its successor sealed. */
const restMinutes = 60

/**
 * Destroys a key that nothing is sealed with any more. Everything is looked at, not only what the job wrote down; what is found is
 * given to the job again.
 */
export async function retireKey(platform: Platform, number: number, note: () => Promise<void>): Promise<RetireOutcome> {
  const { database } = platform
  const { keys } = await readKeyStates(platform)
  const key = keys.find((one) => one.number === number)
  if (!key || key.state === 'RETIRED') return { kind: 'UNKNOWN' }
  if (key.state !== 'OPENS') return { kind: 'SEALS' }
  if (!(await hasRested(database, number))) return { kind: 'TOO_EARLY' }
  // Twice, since a row may move from where has not been looked to where has, while the first is under way.
  const values = key.values || ((await countByKey(platform)).get(number) ?? 0n)
  if (values > 0n) {
    await lookAgain(platform)
    return { kind: 'IN_USE', values }
  }
  return database.transaction(async () => {
    await database.query(
      {
        text: `UPDATE vault_key SET wrapped = NULL, retired_at = timezone('UTC', now()) WHERE name = 'seal' AND number = $1`,
      },
      [number],
    )
    await note()
    return { kind: 'RETIRED' }
  })
}

async function hasRested({ query }: Pick<Database, 'query'>, number: number): Promise<boolean> {
  const rows = await query(
    {
      text: `SELECT 1 AS one FROM vault_key WHERE name = 'seal' AND number > $1 AND seals_from <= timezone('UTC', now()) - $2 * interval '1 minute'`,
    },
    [number, restMinutes],
  )
  return rows.length > 0
}

/** From the beginning, in every place: what was done takes one round that finds nothing. */
async function lookAgain({ database }: Platform): Promise<void> {
  await database.query({ text: `UPDATE reseal_progress SET done_at = NULL, next = '0', found = 0 WHERE number = $1` }, [
    await newest(database),
  ])
}

async function newest({ query }: Pick<Database, 'query'>): Promise<number> {
  const [row] = await query<{ number: number }>({
    text: `SELECT max(number) AS number FROM vault_key WHERE name = 'seal' AND seals_from <= timezone('UTC', now())`,
  })
  return row?.number ?? 1
}
