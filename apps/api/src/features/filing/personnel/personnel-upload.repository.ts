import { int4Array } from '../../../platform/binary-arrays.ts'
import type { Platform } from '../../../platform/platform.ts'
import { DRAFT_VERSION, rowColumns } from './personnel.repository.ts'
import type { CheckedStoredRow } from './personnel.repository.ts'

export const uploadModes = ['REPLACE', 'MERGE'] as const
export type UploadMode = (typeof uploadModes)[number]

export interface Upload {
  id: string
  declarationId: string
  mode: UploadMode
  ofParts: number
  partsReceived: number[]
  baseRevision: number
  finishedRevision: number | null
  createdAt: Date
}

export interface UploadPart {
  part: number
  rows: readonly CheckedStoredRow[]
}

/** The rows of a part, not yet looked at. */
export interface PartRows {
  part: number
  rowNos: readonly number[]
}

const uploadColumns = `id, declaration_id AS "declarationId", mode, of_parts AS "ofParts", parts_received AS "partsReceived",
  base_revision AS "baseRevision", finished_revision AS "finishedRevision", created_at AS "createdAt"`

/** The upload with that id, made when it is the first that is heard of it; locked until the transaction ends. Undefined where the id is of another unit's. */
export async function openUpload(
  platform: Platform,
  wanted: Omit<Upload, 'partsReceived' | 'finishedRevision' | 'createdAt'>,
  createdBy: string,
): Promise<Upload | undefined> {
  await platform.database.query(
    {
      name: 'upload-open',
      text: `INSERT INTO personnel_upload (id, declaration_id, mode, of_parts, base_revision, created_by, parts_received, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, '{}', $7) ON CONFLICT (id) DO NOTHING`,
    },
    [
      wanted.id,
      wanted.declarationId,
      wanted.mode,
      wanted.ofParts,
      wanted.baseRevision,
      createdBy,
      platform.clock.now(),
    ],
  )
  const [upload] = await platform.database.query<Upload>(
    {
      name: 'upload-lock',
      text: `SELECT ${uploadColumns} FROM personnel_upload WHERE id = $1 FOR UPDATE`,
    },
    [wanted.id],
  )
  return upload
}

/** Stages one part. Sent again it replaces itself. */
export async function stagePart(platform: Platform, uploadId: string, { part, rows }: UploadPart): Promise<number[]> {
  const { database } = platform
  await database.query(
    {
      name: 'upload-stage-part',
      text: `INSERT INTO personnel_upload_part (upload_id, part, row_nos, id_hashes, ids_masked, names_masked, personals, errors, warnings, contents)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (upload_id, part) DO UPDATE SET row_nos = EXCLUDED.row_nos, id_hashes = EXCLUDED.id_hashes,
        ids_masked = EXCLUDED.ids_masked, names_masked = EXCLUDED.names_masked, personals = EXCLUDED.personals,
        contents = EXCLUDED.contents, errors = EXCLUDED.errors, warnings = EXCLUDED.warnings`,
    },
    [uploadId, part, ...rowColumns(rows)],
  )
  const [upload] = await database.query<{ partsReceived: number[] }>(
    {
      name: 'upload-note-part',
      text: `UPDATE personnel_upload SET parts_received = array_append(array_remove(parts_received, $2::int), $2::int)
      WHERE id = $1 RETURNING parts_received AS "partsReceived"`,
    },
    [uploadId, part],
  )
  return upload?.partsReceived ?? []
}

/**
 * Rows that an earlier part of the same upload already brought. As sets: the planner takes a list of unknown length for a short
 * one and would go through it for every row.
 */
export async function findRowsOfOtherParts(
  platform: Platform,
  uploadId: string,
  part: number,
  rowNos: readonly number[],
): Promise<number[]> {
  const rows = await platform.database.query<{ rowNo: number }>(
    {
      name: 'upload-other-parts',
      text: `SELECT unnest(row_nos) AS "rowNo" FROM personnel_upload_part WHERE upload_id = $1 AND part <> $2
      INTERSECT SELECT unnest($3::int[]) ORDER BY 1`,
    },
    [uploadId, part, int4Array(rowNos)],
  )
  return rows.map(({ rowNo }) => rowNo)
}

/** How many people the draft would have if it became this part and what the others have brought so far. */
export async function countAfterUpload(
  platform: Platform,
  { id, declarationId, mode }: Upload,
  { part, rowNos }: PartRows,
): Promise<number> {
  const [staged] = await platform.database.query<{ people: number }>(
    {
      name: 'upload-count',
      text: 'SELECT COALESCE(sum(cardinality(row_nos)), 0)::int AS people FROM personnel_upload_part WHERE upload_id = $1 AND part <> $2',
    },
    [id, part],
  )
  const people = (staged?.people ?? 0) + rowNos.length
  if (mode === 'REPLACE') return people
  const [kept] = await platform.database.query<{ people: number }>(
    {
      name: 'upload-count-kept',
      text: `SELECT count(*)::int AS people FROM personnel_record WHERE declaration_id = $3 AND version = ${DRAFT_VERSION}
        AND row_no NOT IN (${rowsOfUpload})`,
    },
    [id, part, declarationId, rowNos],
  )
  return people + (kept?.people ?? 0)
}

/** SQL: the numbers in the other parts of an upload and in this one. Asked for with IN or NOT IN they are hashed once. */
const rowsOfUpload = `SELECT unnest(row_nos) FROM personnel_upload_part WHERE upload_id = $1 AND part <> $2
  UNION ALL SELECT unnest($4::int[])`

/** Of the draft goes what the upload replaces. With what comes then it is one transaction: nobody ever sees half a list. */
export async function deleteReplaced(
  { database }: Platform,
  { id, declarationId, mode }: Upload,
  { part, rowNos }: PartRows,
): Promise<void> {
  if (mode === 'REPLACE')
    await database.query(
      {
        name: 'upload-replace',
        text: `DELETE FROM personnel_record WHERE declaration_id = $1 AND version = ${DRAFT_VERSION}`,
      },
      [declarationId],
    )
  else
    await database.query(
      {
        name: 'upload-merge',
        text: `DELETE FROM personnel_record WHERE declaration_id = $3 AND version = ${DRAFT_VERSION} AND row_no IN (${rowsOfUpload})`,
      },
      [id, part, declarationId, rowNos],
    )
}

/** What was staged becomes rows of the draft: all parts but the last one, which need not be staged. */
export async function applyStaged(
  { database }: Platform,
  { id, declarationId }: Upload,
  lastPart: number,
): Promise<void> {
  await database.query(
    {
      name: 'upload-apply',
      text: `INSERT INTO personnel_record (declaration_id, version, row_no, id_hash, id_masked, name_masked, personal, errors, warnings, content)
      SELECT $1, ${DRAFT_VERSION}, staged.* FROM personnel_upload_part part, ROWS FROM (
        unnest(part.row_nos, part.id_hashes, part.ids_masked, part.names_masked, part.personals, part.errors, part.warnings),
        jsonb_array_elements(part.contents)) staged
      WHERE part.upload_id = $2 AND part.part <> $3`,
    },
    [declarationId, id, lastPart],
  )
  await database.query({ name: 'upload-empty', text: 'DELETE FROM personnel_upload_part WHERE upload_id = $1' }, [id])
}

/** Gives all parts that came. */
export async function finishUpload(
  { database }: Platform,
  { id, partsReceived: before }: Upload,
  lastPart: number,
  revision: number,
): Promise<number[]> {
  const partsReceived = [...before.filter((received) => received !== lastPart), lastPart]
  await database.query(
    {
      name: 'upload-finish',
      text: 'UPDATE personnel_upload SET finished_revision = $2, parts_received = $3 WHERE id = $1',
    },
    [id, revision, partsReceived],
  )
  return partsReceived
}

/** Parts that nobody came back for. A finished upload stays, so that its last part may be asked about again. */
export async function deleteAbandonedUploads(platform: Platform, declarationId: string, before: Date): Promise<void> {
  await platform.database.query(
    {
      name: 'upload-abandoned',
      text: 'DELETE FROM personnel_upload WHERE declaration_id = $1 AND created_at < $2',
    },
    [declarationId, before],
  )
}
