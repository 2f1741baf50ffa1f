import type { DifferenceKind, Resolution } from '@shebao/roster'
import type { Platform } from '../../../platform/platform.ts'

export interface DifferenceRow {
  id: string
  declarationId: string
  kind: DifferenceKind
  matchHash: Uint8Array
  rowNo: number | null
  enrolmentId: string | null
  idMasked: string
  nameMasked: string
  personal: Uint8Array | null
  detail: unknown
  resolution: Resolution | null
  reason: string | null
  stopReason: string | null
}

const columns = `id, declaration_id AS "declarationId", kind, match_hash AS "matchHash", row_no AS "rowNo", enrolment_id AS "enrolmentId",
  id_masked AS "idMasked", name_masked AS "nameMasked", personal, detail, resolution, reason, stop_reason AS "stopReason"`

export interface DifferenceSelection {
  declarationId: string
  kind?: DifferenceKind | undefined
  state: 'ALL' | 'OPEN' | 'SETTLED'
  afterId?: string | undefined
  limit: number
}

const states = { ALL: 'true', OPEN: 'resolution IS NULL', SETTLED: 'resolution IS NOT NULL' } as const

export function findDifferences(platform: Platform, wanted: DifferenceSelection): Promise<DifferenceRow[]> {
  return platform.database.query<DifferenceRow>(
    {
      text: `SELECT ${columns} FROM roster_difference WHERE declaration_id = $1 AND ($2::text IS NULL OR kind = $2)
      AND ($3::uuid IS NULL OR id > $3) AND ${states[wanted.state]} ORDER BY id LIMIT $4`,
    },
    [wanted.declarationId, wanted.kind ?? null, wanted.afterId ?? null, wanted.limit],
  )
}

export function findDifferencesById(
  platform: Platform,
  declarationId: string,
  ids: readonly string[],
): Promise<DifferenceRow[]> {
  return platform.database.query<DifferenceRow>(
    {
      name: 'differences-by-id',
      text: `SELECT ${columns} FROM roster_difference WHERE declaration_id = $1 AND id = ANY($2::uuid[]) ORDER BY id`,
    },
    [declarationId, ids],
  )
}

export interface KindCount {
  kind: DifferenceKind
  open: number
  settled: number
}

export function countByKind(platform: Platform, declarationId: string): Promise<KindCount[]> {
  return platform.database.query<KindCount>(
    {
      name: 'differences-by-kind',
      text: `SELECT kind, (count(*) FILTER (WHERE resolution IS NULL))::int AS open, count(resolution)::int AS settled
      FROM roster_difference WHERE declaration_id = $1 GROUP BY kind ORDER BY kind`,
    },
    [declarationId],
  )
}

export async function countOpenDifferences(platform: Platform, declarationId: string): Promise<number> {
  const [row] = await platform.database.query<{ open: number }>(
    {
      name: 'differences-open',
      text: 'SELECT count(*)::int AS open FROM roster_difference WHERE declaration_id = $1 AND resolution IS NULL',
    },
    [declarationId],
  )
  return row?.open ?? 0
}

/** When a difference was last settled; nothing while none is. */
export async function findLastSettled(platform: Platform, declarationId: string): Promise<Date | undefined> {
  const [row] = await platform.database.query<{ last: Date | null }>(
    {
      name: 'differences-last-settled',
      text: 'SELECT max(resolved_at) AS last FROM roster_difference WHERE declaration_id = $1',
    },
    [declarationId],
  )
  return row?.last ?? undefined
}

export type NewDifference = Pick<
  DifferenceRow,
  'kind' | 'matchHash' | 'rowNo' | 'enrolmentId' | 'idMasked' | 'nameMasked' | 'personal' | 'detail'
>

/**
 * What the new comparison found takes the place of the earlier ones. A difference found before with the same values keeps
 * its id and how it was settled; its place in the list and its row are brought up to date.
 */
export async function replaceDifferences(
  platform: Platform,
  declarationId: string,
  found: readonly NewDifference[],
): Promise<void> {
  const { database } = platform
  const hashes = found.map(({ matchHash }) => toBuffer(matchHash))
  await database.query(
    {
      name: 'differences-drop',
      text: 'DELETE FROM roster_difference WHERE declaration_id = $1 AND match_hash <> ALL($2::bytea[])',
    },
    [declarationId, hashes],
  )
  await database.query(
    {
      name: 'differences-keep',
      text: `INSERT INTO roster_difference (id, declaration_id, kind, match_hash, row_no, enrolment_id, id_masked, name_masked, personal, detail)
      SELECT id, $1, kind, match_hash, row_no, enrolment_id, id_masked, name_masked, personal, detail
      FROM unnest($2::uuid[], $3::text[], $4::bytea[], $5::int[], $6::uuid[], $7::text[], $8::text[], $9::bytea[], $10::jsonb[])
        AS found(id, kind, match_hash, row_no, enrolment_id, id_masked, name_masked, personal, detail)
      ON CONFLICT (declaration_id, match_hash) DO UPDATE SET row_no = EXCLUDED.row_no, enrolment_id = EXCLUDED.enrolment_id,
        id_masked = EXCLUDED.id_masked, name_masked = EXCLUDED.name_masked, personal = EXCLUDED.personal, detail = EXCLUDED.detail`,
    },
    [
      declarationId,
      found.map((_, index) => orderedId(platform.clock.now(), index)),
      found.map(({ kind }) => kind),
      hashes,
      found.map(({ rowNo }) => rowNo),
      found.map(({ enrolmentId }) => enrolmentId),
      found.map(({ idMasked }) => idMasked),
      found.map(({ nameMasked }) => nameMasked),
      found.map(({ personal }) => (personal === null ? null : toBuffer(personal))),
      found.map(({ detail }) => JSON.stringify(detail)),
    ],
  )
}

/** A version 7 UUID (RFC 9562) whose order is that of the comparison: pages then follow the office's list. */
function orderedId(now: Date, index: number): string {
  const time = now.getTime().toString(16).padStart(12, '0')
  const order = index.toString(16).padStart(8, '0')
  const random = crypto.randomUUID().replaceAll('-', '')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order.slice(0, 3)}-8${order.slice(3, 6)}-${order.slice(6)}${random.slice(0, 10)}`
}

export interface Settlement {
  resolution: Resolution | null
  reason: string | null
  stopReason: string | null
  resolvedBy: string
}

export async function settle(
  platform: Platform,
  ids: readonly string[],
  { resolution, reason, stopReason, resolvedBy }: Settlement,
): Promise<void> {
  await platform.database.query(
    {
      name: 'differences-settle',
      text: `UPDATE roster_difference SET resolution = $2, reason = $3, stop_reason = $4,
      resolved_at = CASE WHEN $2::text IS NULL THEN NULL ELSE $5::timestamp END,
      resolved_by = CASE WHEN $2::text IS NULL THEN NULL ELSE $6::uuid END WHERE id = ANY($1::uuid[])`,
    },
    [ids, resolution, reason, stopReason, platform.clock.now(), resolvedBy],
  )
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
