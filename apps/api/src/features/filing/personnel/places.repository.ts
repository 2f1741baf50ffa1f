import type { Platform } from '../../../platform/platform.ts'
import { stateConditions } from './personnel.repository.ts'
import type { PersonnelRowState } from './personnel.repository.ts'
import type { StoredRow } from './personnel-row-codec.ts'

/** Rows `from` to `to`, both of them and all between. */
export interface RowRange {
  from: number
  to: number
}

/** Which rows a list has, or those of one state: a list without gaps is one range, however long it is. */
export function findRowRanges(
  platform: Platform,
  declarationId: string,
  version: number,
  state: PersonnelRowState | undefined,
): Promise<RowRange[]> {
  return platform.database.query<RowRange>(
    {
      name: `personnel-ranges-${state ?? 'ALL'}`,
      text: `SELECT min(row_no) AS "from", max(row_no) AS "to" FROM (
        SELECT row_no, row_no - row_number() OVER (ORDER BY row_no) AS island FROM personnel_record r
        WHERE declaration_id = $1 AND version = $2 AND ${state === undefined ? 'true' : stateConditions[state]}) numbered
      GROUP BY island ORDER BY 1`,
    },
    [declarationId, version],
  )
}

/** Rows that bear a number. */
export async function findRowsOfNumber(
  platform: Platform,
  declarationId: string,
  version: number,
  idHash: Uint8Array,
): Promise<number[]> {
  const rows = await platform.database.query<{ rowNo: number }>(
    {
      name: 'personnel-of-number',
      text: `SELECT row_no AS "rowNo" FROM personnel_record
      WHERE declaration_id = $1 AND version = $2 AND id_hash = $3 ORDER BY row_no`,
    },
    [declarationId, version, idHash],
  )
  return rows.map(({ rowNo }) => rowNo)
}

export type SealedNames = Pick<StoredRow, 'rowNo' | 'personal'>

/** Names and numbers of these rows, sealed. */
export function loadSealedNames(
  platform: Platform,
  declarationId: string,
  version: number,
  rowNos: readonly number[],
): Promise<SealedNames[]> {
  return platform.database.query(
    {
      name: 'personnel-names',
      // Not "= ANY": of thousands of rows each would be held against every one of thousands of numbers.
      text: `SELECT r.row_no AS "rowNo", r.personal FROM unnest($3::int[]) AS wanted(row_no)
      JOIN personnel_record r ON r.declaration_id = $1 AND r.version = $2 AND r.row_no = wanted.row_no ORDER BY r.row_no`,
    },
    [declarationId, version, rowNos],
  )
}

/** Names and numbers of the rows behind one, sealed. */
export function loadSealedNamesBehind(
  platform: Platform,
  declarationId: string,
  version: number,
  { afterRow, limit }: { afterRow: number; limit: number },
): Promise<SealedNames[]> {
  return platform.database.query(
    {
      name: 'personnel-names-behind',
      text: `SELECT row_no AS "rowNo", personal FROM personnel_record
      WHERE declaration_id = $1 AND version = $2 AND row_no > $3 ORDER BY row_no LIMIT $4`,
    },
    [declarationId, version, afterRow, limit],
  )
}

/**
 * What people said besides names and numbers, behind a row: enough for every sum, and nothing has to be unsealed for it.
 */
export function loadContents(
  platform: Platform,
  declarationId: string,
  version: number,
  { afterRow, limit }: { afterRow: number; limit: number },
): Promise<Pick<StoredRow, 'rowNo' | 'content'>[]> {
  return platform.database.query(
    {
      name: 'personnel-contents',
      text: `SELECT row_no AS "rowNo", content FROM personnel_record
      WHERE declaration_id = $1 AND version = $2 AND row_no > $3 ORDER BY row_no LIMIT $4`,
    },
    [declarationId, version, afterRow, limit],
  )
}

export interface NumberBearer {
  idHash: Uint8Array
  idType: string | null
  /** The first row that bears the number as a document of this type. */
  rowNo: number
}

/** Who bears these numbers, once for each type of document, in row order. */
export function findBearers(
  platform: Platform,
  declarationId: string,
  version: number,
  idHashes: readonly Uint8Array[],
): Promise<NumberBearer[]> {
  return platform.database.query(
    {
      name: 'personnel-bearers',
      text: `SELECT id_hash AS "idHash", content->>'idType' AS "idType", min(row_no) AS "rowNo" FROM personnel_record
      WHERE declaration_id = $1 AND version = $2 AND id_hash = ANY($3::bytea[]) GROUP BY 1, 2 ORDER BY 3`,
    },
    [declarationId, version, idHashes.map((hash) => Buffer.from(hash))],
  )
}
