import { openFileStore } from './file-store.ts'
import type { FileStore } from './file-store.ts'
import type { Database } from './database.ts'
import type { Environment } from './environment.ts'
import { beginPlace } from './reseal.ts'
import type { Resealing, ResealLimits } from './reseal.ts'

/** As the progress names them. */
export const filesPlace = 'files'

const filesAtOnce = 10

/**
 * What rows say lies in the file store, by its id, from one on. A file that no row names is nobody's any more and is not sealed anew:
 * nothing can ask for it.
 */
const filesFrom = `SELECT id::text AS id FROM (
    SELECT id FROM attachment WHERE removed_at IS NULL
    UNION SELECT file_id FROM print_run WHERE file_id IS NOT NULL
    UNION SELECT part_id FROM print_item WHERE part_id IS NOT NULL
  ) AS named WHERE id > $1::uuid ORDER BY id LIMIT $2`

const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Goes on with the files until all are done or time is up. True when none is left. */
export async function resealFiles(
  resealing: Resealing,
  environment: Environment,
  { until, told }: ResealLimits,
): Promise<boolean> {
  await beginPlace(resealing, filesPlace)
  const store = openFileStore(environment)
  for (;;) {
    const { database, sealing } = resealing
    const [at] = await database.query<{ next: string; done: boolean }>(
      { text: 'SELECT next, done_at IS NOT NULL AS done FROM reseal_progress WHERE number = $1 AND place = $2' },
      [sealing, filesPlace],
    )
    if (at?.done) return true
    const ids = await filesBehind(database, at === undefined || at.next === '0' ? beforeAll : at.next)
    const outcomes = await Promise.all(ids.map((id) => resealFile(resealing, store, id)))
    const last = ids.at(-1)
    if (last === undefined) await forgetRemoved(resealing, store)
    // Twice the same portion does no harm, so that two processes need not know of each other.
    await database.query(
      {
        text: `UPDATE reseal_progress SET next = COALESCE($3, next), resealed = resealed + $4, lost = lost + $5,
          done_at = CASE WHEN $3::text IS NULL THEN timezone('UTC', now()) END WHERE number = $1 AND place = $2`,
      },
      [sealing, filesPlace, last ?? null, count(outcomes, 'RESEALED'), count(outcomes, 'LOST')],
    )
    told?.(filesPlace)
    if (last !== undefined && performance.now() > until) return false
  }
}

async function filesBehind({ query }: Pick<Database, 'query'>, id: string): Promise<string[]> {
  return (await query<{ id: string }>({ text: filesFrom }, [id, filesAtOnce])).map((row) => row.id)
}

type FileOutcome = 'RESEALED' | 'SEALED' | 'LOST'

const count = (outcomes: readonly FileOutcome[], which: FileOutcome) => outcomes.filter((one) => one === which).length

async function resealFile({ database, vault, sealing }: Resealing, store: FileStore, id: string): Promise<FileOutcome> {
  const number = await store.firstByte(id)
  if (number === sealing) return 'SEALED'
  const bytes = number === undefined ? undefined : await store.find(id)
  // Removed since it was listed, or lost long ago: then the status says so.
  if (!bytes) return (await isNamed(database, id)) ? 'LOST' : 'SEALED'
  await store.put(id, vault.sealBytes(vault.openBytes(bytes)))
  if (!(await isNamed(database, id))) await store.remove(id)
  return 'RESEALED'
}

async function isNamed({ query }: Pick<Database, 'query'>, id: string): Promise<boolean> {
  const rows = await query(
    {
      text: `SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM attachment WHERE id = $1::uuid AND removed_at IS NULL)
        OR EXISTS (SELECT 1 FROM print_run WHERE file_id = $1::uuid) OR EXISTS (SELECT 1 FROM print_item WHERE part_id = $1::uuid)`,
    },
    [id],
  )
  return rows.length > 0
}

/** One whose removal was under way while it was sealed anew may have come back: what was removed since this began is removed once more. */
async function forgetRemoved({ database, sealing }: Resealing, store: FileStore): Promise<void> {
  const rows = await database.query<{ id: string }>(
    {
      text: `SELECT attachment.id::text AS id FROM attachment JOIN reseal_progress ON number = $1 AND place = $2
        WHERE removed_at >= started_at - interval '1 day'`,
    },
    [sealing, filesPlace],
  )
  for (const { id } of rows) await store.remove(id)
}

/** How many files are sealed with each key, by the first byte of every one. */
export async function countFilesByKey(database: Database, environment: Environment): Promise<Map<number, number>> {
  const store = openFileStore(environment)
  const counted = new Map<number, number>()
  for (let id = beforeAll; ;) {
    const ids = await filesBehind(database, id)
    const numbers = await Promise.all(ids.map((one) => store.firstByte(one)))
    for (const number of numbers) if (number !== undefined) counted.set(number, (counted.get(number) ?? 0) + 1)
    const last = ids.at(-1)
    if (last === undefined) return counted
    id = last
  }
}
