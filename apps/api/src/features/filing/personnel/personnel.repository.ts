import { byteaArray, int4Array, textArray } from '../../../platform/binary-arrays.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { StoredRow } from './personnel-row-codec.ts'

/** Rows of the draft have version 0; those of a submitted version never change again. */
export const DRAFT_VERSION = 0

export interface CheckedStoredRow extends StoredRow {
  errors: number
  warnings: number
}

export interface PersonnelPageRow extends StoredRow {
  errors: number
  warnings: number
  /** The first row with the same number, which may be this one; null without a number. */
  firstRow: number | null
  /** The earlier row that this one repeats; null if there is none. */
  repeatsRow: number | null
}

export type PersonnelFilter = 'ALL' | 'WITH_ERRORS' | 'WITH_WARNINGS'
export const personnelRowStates = ['ERROR', 'WARNING', 'FINE'] as const
export type PersonnelRowState = (typeof personnelRowStates)[number]

const columns = `row_no AS "rowNo", id_hash AS "idHash", id_masked AS "idMasked", name_masked AS "nameMasked",
  personal, content, errors, warnings`
const typeOf = (row: string): string => `COALESCE(${row}.content->>'idType', '')`
/**
 * A row repeats an earlier one with the same number, if that one's number is correct: of the same kind of document it is as correct as
 * the row's own, and of another kind it surely is where nothing is wrong with the row. What is wrong with the row itself counts anyway.
 * One pass over the list: looking for an earlier row of each row would be quadratic where the planner knows nothing of the
 * table, and the embedded database never gathers statistics by itself.
 */
const repeats = (row: string): string => `(${row}.id_hash IS NOT NULL AND ${row}.row_no > LEAST(
    min(${row}.row_no) OVER (PARTITION BY ${row}.id_hash, ${typeOf(row)}),
    min(${row}.row_no) FILTER (WHERE ${row}.errors = 0) OVER (PARTITION BY ${row}.id_hash)))`
const repeated = `r.row_no IN (SELECT numbered.row_no FROM (
    SELECT n.row_no, ${repeats('n')} AS later FROM personnel_record n
    WHERE n.declaration_id = $1 AND n.version = $2) numbered WHERE numbered.later)`
const firstRow = `(SELECT min(first.row_no) FROM personnel_record first
  WHERE first.declaration_id = r.declaration_id AND first.version = r.version AND first.id_hash = r.id_hash) AS "firstRow",
  (SELECT min(first.row_no) FROM personnel_record first
  WHERE first.declaration_id = r.declaration_id AND first.version = r.version AND first.id_hash = r.id_hash
    AND first.row_no < r.row_no AND (${typeOf('first')} = ${typeOf('r')} OR first.errors = 0)) AS "repeatsRow"`
const filters: Readonly<Record<PersonnelFilter, string>> = {
  ALL: 'true',
  WITH_ERRORS: `(r.errors > 0 OR ${repeated})`,
  WITH_WARNINGS: 'r.warnings > 0',
}
/** The worst that is said of a row; each is in one of the three. */
export const stateConditions: Readonly<Record<PersonnelRowState, string>> = {
  ERROR: filters.WITH_ERRORS,
  WARNING: `(r.warnings > 0 AND NOT ${filters.WITH_ERRORS})`,
  FINE: `(r.warnings = 0 AND NOT ${filters.WITH_ERRORS})`,
}

export interface PersonnelSelection {
  declarationId: string
  version: number
  filter: PersonnelFilter
  idHash?: Uint8Array | undefined
  /** These rows alone. */
  rowNos?: readonly number[] | undefined
  afterRow: number
  limit: number
}

export async function findPersonnelPage(platform: Platform, wanted: PersonnelSelection): Promise<PersonnelPageRow[]> {
  return platform.database.query<PersonnelPageRow>(
    {
      text: `SELECT ${columns}, ${firstRow} FROM personnel_record r
      WHERE r.declaration_id = $1 AND r.version = $2 AND r.row_no > $3 AND ${filters[wanted.filter]}
        AND ($5::bytea IS NULL OR r.id_hash = $5) AND ($6::int[] IS NULL OR r.row_no = ANY($6)) ORDER BY r.row_no LIMIT $4`,
    },
    [wanted.declarationId, wanted.version, wanted.afterRow, wanted.limit, wanted.idHash ?? null, wanted.rowNos ?? null],
  )
}

export async function findPersonnelRow(
  platform: Platform,
  declarationId: string,
  version: number,
  rowNo: number,
): Promise<PersonnelPageRow | undefined> {
  const [row] = await platform.database.query<PersonnelPageRow>(
    {
      name: 'personnel-row',
      text: `SELECT ${columns}, ${firstRow} FROM personnel_record r
      WHERE declaration_id = $1 AND version = $2 AND row_no = $3`,
    },
    [declarationId, version, rowNo],
  )
  return row
}

/** The first row of the draft that bears a number correctly, for one that bears it as a document of this type. */
export async function findFirstRowOf(
  platform: Platform,
  declarationId: string,
  idHash: Uint8Array,
  idType: string | undefined,
): Promise<number | undefined> {
  const [row] = await platform.database.query<{ first: number | null }>(
    {
      name: 'personnel-first-row',
      text: `SELECT min(r.row_no) AS first FROM personnel_record r WHERE r.declaration_id = $1 AND r.version = ${DRAFT_VERSION}
        AND r.id_hash = $2 AND (${typeOf('r')} = $3 OR r.errors = 0)`,
    },
    [declarationId, idHash, idType ?? ''],
  )
  return row?.first ?? undefined
}

export interface PersonnelCounts {
  people: number
  rowsWithErrors: number
  rowsWithWarnings: number
  /** With a warning and no error. */
  rowsOnlyWarned: number
  lastRow: number
}

export async function countPersonnel(
  platform: Platform,
  declarationId: string,
  version: number,
): Promise<PersonnelCounts> {
  const [counts] = await platform.database.query<PersonnelCounts>(
    {
      name: 'personnel-counts',
      // One pass and one sort: each filter by itself would look for repeated numbers anew.
      text: `SELECT count(*)::int AS people, (count(*) FILTER (WHERE faulty))::int AS "rowsWithErrors",
        (count(*) FILTER (WHERE warnings > 0))::int AS "rowsWithWarnings",
        (count(*) FILTER (WHERE warnings > 0 AND NOT faulty))::int AS "rowsOnlyWarned", COALESCE(max(row_no), 0)::int AS "lastRow"
      FROM (SELECT row_no, warnings,
          errors > 0 OR ${repeats('n')} AS faulty
        FROM personnel_record n WHERE declaration_id = $1 AND version = $2) r`,
    },
    [declarationId, version],
  )
  return counts ?? { people: 0, rowsWithErrors: 0, rowsWithWarnings: 0, rowsOnlyWarned: 0, lastRow: 0 }
}

/** Whether the draft has more people than that; as many are looked at and no more. */
export async function hasMoreThan({ database }: Platform, declarationId: string, people: number): Promise<boolean> {
  const rows = await database.query<{ rowNo: number }>(
    {
      name: 'personnel-more-than',
      text: `SELECT row_no AS "rowNo" FROM personnel_record WHERE declaration_id = $1 AND version = ${DRAFT_VERSION} OFFSET $2 LIMIT 1`,
    },
    [declarationId, people],
  )
  return rows.length > 0
}

const insertGiven = `INSERT INTO personnel_record (declaration_id, version, row_no, id_hash, id_masked, name_masked, personal, errors, warnings, content)
  SELECT $1, ${DRAFT_VERSION}, given.* FROM ROWS FROM (
    unnest($2::int[], $3::bytea[], $4::text[], $5::text[], $6::bytea[], $7::int[], $8::int[]), jsonb_array_elements($9::jsonb)) given`

/** Rows the draft does not have yet. */
export async function insertDraftRows(
  platform: Platform,
  declarationId: string,
  rows: readonly CheckedStoredRow[],
): Promise<void> {
  await platform.database.query({ name: 'personnel-insert', text: insertGiven }, [declarationId, ...rowColumns(rows)])
}

export async function upsertDraftRows(
  platform: Platform,
  declarationId: string,
  rows: readonly CheckedStoredRow[],
): Promise<void> {
  await platform.database.query(
    {
      name: 'personnel-upsert',
      text: `${insertGiven}
      ON CONFLICT (declaration_id, version, row_no) DO UPDATE SET id_hash = EXCLUDED.id_hash, id_masked = EXCLUDED.id_masked,
        name_masked = EXCLUDED.name_masked, personal = EXCLUDED.personal, content = EXCLUDED.content,
        errors = EXCLUDED.errors, warnings = EXCLUDED.warnings`,
    },
    [declarationId, ...rowColumns(rows)],
  )
}

/**
 * The rows as one array a column, for statements that lay them side by side or keep them so. The contents come last and travel
 * as one JSON text: in an array each would be quoted here and unquoted there once more.
 */
export function rowColumns(rows: readonly CheckedStoredRow[]): unknown[] {
  return [
    int4Array(rows.map((row) => row.rowNo)),
    byteaArray(rows.map((row) => row.idHash)),
    textArray(rows.map((row) => row.idMasked)),
    textArray(rows.map((row) => row.nameMasked)),
    byteaArray(rows.map((row) => row.personal)),
    int4Array(rows.map((row) => row.errors)),
    int4Array(rows.map((row) => row.warnings)),
    JSON.stringify(rows.map((row) => row.content)),
  ]
}

/** Rows of the draft behind one, kept from being changed by others until the transaction ends. */
export function lockRowsBehind(
  platform: Platform,
  declarationId: string,
  { afterRow, limit }: { afterRow: number; limit: number },
): Promise<CheckedStoredRow[]> {
  return platform.database.query(
    {
      name: 'personnel-lock-behind',
      text: `SELECT ${columns} FROM personnel_record
      WHERE declaration_id = $1 AND version = ${DRAFT_VERSION} AND row_no > $2 ORDER BY row_no LIMIT $3 FOR UPDATE`,
    },
    [declarationId, afterRow, limit],
  )
}

export async function updateCounts(
  platform: Platform,
  declarationId: string,
  rows: readonly Pick<CheckedStoredRow, 'rowNo' | 'errors' | 'warnings'>[],
): Promise<void> {
  await platform.database.query(
    {
      name: 'personnel-update-counts',
      text: `UPDATE personnel_record r SET errors = given.errors, warnings = given.warnings
      FROM unnest($2::int[], $3::int[], $4::int[]) AS given(row_no, errors, warnings)
      WHERE r.declaration_id = $1 AND r.version = ${DRAFT_VERSION} AND r.row_no = given.row_no`,
    },
    [
      declarationId,
      int4Array(rows.map(({ rowNo }) => rowNo)),
      int4Array(rows.map(({ errors }) => errors)),
      int4Array(rows.map(({ warnings }) => warnings)),
    ],
  )
}

export async function deleteDraftRows(
  platform: Platform,
  declarationId: string,
  rowNos: readonly number[],
): Promise<number> {
  const gone = await platform.database.query<{ rowNo: number }>(
    {
      name: 'personnel-delete',
      text: `DELETE FROM personnel_record WHERE declaration_id = $1 AND version = ${DRAFT_VERSION} AND row_no = ANY($2::int[])
      RETURNING row_no AS "rowNo"`,
    },
    [declarationId, rowNos],
  )
  return gone.length
}

/** The draft becomes the rows of a submitted version inside the database; nothing travels. */
export async function copyDraftRows(platform: Platform, declarationId: string, version: number): Promise<number> {
  const [copied] = await platform.database.query<{ people: number }>(
    {
      name: 'personnel-freeze',
      text: `WITH copied AS (
        INSERT INTO personnel_record (declaration_id, version, row_no, id_hash, id_masked, name_masked, personal, content, errors, warnings)
        SELECT declaration_id, $2, row_no, id_hash, id_masked, name_masked, personal, content, errors, warnings
        FROM personnel_record WHERE declaration_id = $1 AND version = ${DRAFT_VERSION} RETURNING 1)
      SELECT count(*)::int AS people FROM copied`,
    },
    [declarationId, version],
  )
  return copied?.people ?? 0
}

/** Rows of the draft whose person is in pension or medical insurance with another unit now (domain 3.1). */
export async function findRowsActiveElsewhere(platform: Platform, declarationId: string): Promise<number[]> {
  const rows = await platform.database.query<{ rowNo: number }>(
    {
      name: 'personnel-active-elsewhere',
      gate: 'ELSEWHERE',
      text: `SELECT DISTINCT r.row_no AS "rowNo" FROM declaration d
      JOIN personnel_record r ON r.declaration_id = d.id AND r.version = ${DRAFT_VERSION}
      JOIN individual i ON i.id_hash = r.id_hash
      JOIN enrolment e ON e.individual_id = i.id AND e.employer_id <> d.employer_id AND e.to_period IS NULL AND e.superseded_at IS NULL
        AND (e.pension OR e.medical)
      WHERE d.id = $1 ORDER BY 1`,
    },
    [declarationId],
  )
  return rows.map(({ rowNo }) => rowNo)
}

/** Which of these people, by the hash of their number, another unit has in pension or medical insurance now. */
export async function findHashesActiveElsewhere(
  platform: Platform,
  employerId: string,
  idHashes: readonly (Uint8Array | null)[],
): Promise<ReadonlySet<string>> {
  const wanted = idHashes.filter((hash) => hash !== null)
  if (wanted.length === 0) return new Set()
  const rows = await platform.database.query<{ idHash: Uint8Array }>(
    {
      name: 'people-active-elsewhere',
      gate: 'ELSEWHERE',
      text: `SELECT DISTINCT i.id_hash AS "idHash" FROM individual i
      JOIN enrolment e ON e.individual_id = i.id AND e.employer_id <> $2 AND e.to_period IS NULL AND e.superseded_at IS NULL AND (e.pension OR e.medical)
      WHERE i.id_hash = ANY($1::bytea[])`,
    },
    [byteaArray(wanted), employerId],
  )
  return new Set(rows.map(({ idHash }) => Buffer.from(idHash).toString('hex')))
}
