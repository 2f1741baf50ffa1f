import type { Platform } from '../../../platform/platform.ts'
import { DRAFT_VERSION, rowArrays } from './personnel.repository.ts'
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
}

const uploadColumns = `id, declaration_id AS "declarationId", mode, of_parts AS "ofParts", parts_received AS "partsReceived",
  base_revision AS "baseRevision", finished_revision AS "finishedRevision"`

/** The upload with that id, made when it is the first that is heard of it; locked until the transaction ends. */
export async function openUpload(
  platform: Platform,
  wanted: Omit<Upload, 'partsReceived' | 'finishedRevision'>,
  createdBy: string,
): Promise<Upload> {
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
  if (!upload) throw new Error('an upload that was just opened is gone')
  return upload
}

/** Stages one part. Sent again it replaces itself. */
export async function stagePart(
  platform: Platform,
  uploadId: string,
  part: number,
  rows: readonly CheckedStoredRow[],
): Promise<number[]> {
  const { database } = platform
  await database.query(
    {
      name: 'upload-clear-part',
      text: 'DELETE FROM personnel_upload_row WHERE upload_id = $1 AND part = $2',
    },
    [uploadId, part],
  )
  await database.query(
    {
      name: 'upload-stage-part',
      text: `INSERT INTO personnel_upload_row (upload_id, part, row_no, id_hash, id_masked, name_masked, personal, content, errors, warnings)
      SELECT $1, $2, * FROM unnest($3::int[], $4::bytea[], $5::text[], $6::text[], $7::bytea[], $8::jsonb[], $9::int[], $10::int[])`,
    },
    [uploadId, part, ...rowArrays(rows)],
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

/** Rows that an earlier part of the same upload already brought. */
export async function findRowsOfOtherParts(
  platform: Platform,
  uploadId: string,
  part: number,
  rowNos: readonly number[],
): Promise<number[]> {
  const rows = await platform.database.query<{ rowNo: number }>(
    {
      name: 'upload-other-parts',
      text: `SELECT row_no AS "rowNo" FROM personnel_upload_row WHERE upload_id = $1 AND part <> $2 AND row_no = ANY($3::int[]) ORDER BY 1`,
    },
    [uploadId, part, rowNos],
  )
  return rows.map(({ rowNo }) => rowNo)
}

/** How many people the draft would have when this upload became it. */
export async function countAfterUpload(platform: Platform, upload: Upload): Promise<number> {
  const [row] = await platform.database.query<{ people: number }>(
    {
      name: 'upload-count',
      text: `SELECT (SELECT count(*) FROM personnel_upload_row WHERE upload_id = $1)::int
      + CASE WHEN $3 = 'MERGE' THEN (SELECT count(*) FROM personnel_record r WHERE r.declaration_id = $2 AND r.version = ${DRAFT_VERSION}
          AND NOT EXISTS (SELECT 1 FROM personnel_upload_row u WHERE u.upload_id = $1 AND u.row_no = r.row_no))::int ELSE 0 END AS people`,
    },
    [upload.id, upload.declarationId, upload.mode],
  )
  return row?.people ?? 0
}

const copiedColumns = 'row_no, id_hash, id_masked, name_masked, personal, content, errors, warnings'

/** The staged rows become rows of the draft: all of them in the transaction that is open, or none. */
export async function applyUpload(platform: Platform, upload: Upload, revision: number): Promise<void> {
  const { database } = platform
  await database.query(
    upload.mode === 'REPLACE'
      ? {
          name: 'upload-replace',
          text: `DELETE FROM personnel_record WHERE declaration_id = $1 AND version = ${DRAFT_VERSION} AND $2::uuid IS NOT NULL`,
        }
      : {
          name: 'upload-merge',
          text: `DELETE FROM personnel_record r USING personnel_upload_row u
        WHERE r.declaration_id = $1 AND r.version = ${DRAFT_VERSION} AND u.upload_id = $2 AND u.row_no = r.row_no`,
        },
    [upload.declarationId, upload.id],
  )
  await database.query(
    {
      name: 'upload-apply',
      text: `INSERT INTO personnel_record (declaration_id, version, ${copiedColumns})
      SELECT $1, ${DRAFT_VERSION}, ${copiedColumns} FROM personnel_upload_row WHERE upload_id = $2`,
    },
    [upload.declarationId, upload.id],
  )
  await database.query({ name: 'upload-empty', text: 'DELETE FROM personnel_upload_row WHERE upload_id = $1' }, [
    upload.id,
  ])
  await database.query(
    {
      name: 'upload-finish',
      text: 'UPDATE personnel_upload SET finished_revision = $2 WHERE id = $1',
    },
    [upload.id, revision],
  )
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
