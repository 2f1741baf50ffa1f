import type { ChangeType } from '@shebao/declaration-rules'
import type { FiveInsurance } from '@shebao/kernel'
import { byteaArray, int4Array, textArray } from '../../../platform/binary-arrays.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { StoredChange } from './change-codec.ts'

/** Asks for what is being written; once it is handed in and until it comes back, for what was handed in. */
export const DRAFT_VERSION = 0

/** The draft stands under the version that it will be handed in as, so that handing in moves no row (ADR 39). */
const nextVersion = '(SELECT version + 1 FROM declaration WHERE id = $1)'
const draftVersion = `(SELECT CASE WHEN status IN ('SUBMITTED', 'UNDER_REVIEW', 'APPROVED') THEN version ELSE version + 1 END FROM declaration WHERE id = $1)`
/** The version that was asked for as `$2`. */
const askedVersion = `(CASE WHEN $2::int = ${DRAFT_VERSION} THEN ${draftVersion} ELSE $2 END)`
export const READ_PAGE = 2_000

export type CheckedChange = StoredChange & { errors: number; warnings: number }

/** `pg` writes a Buffer inside an array as bytes; a plain Uint8Array it would write as JSON. */
export const asBuffer = (bytes: Uint8Array | null): Buffer | null =>
  bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** All in one statement, whatever their number; a row that is there is replaced. */
export async function writeDraftChanges(
  { database }: Platform,
  declarationId: string,
  changes: readonly CheckedChange[],
): Promise<void> {
  if (changes.length === 0) return
  await database.query(
    {
      name: 'monthly-write-changes',
      text: `INSERT INTO monthly_change (declaration_id, version, row_no, id_hash, id_masked, name_masked, personal, change_type, effective_period, insurances, errors, warnings, content)
        SELECT $1, ${nextVersion}, row_no, id_hash, id_masked, name_masked, personal, change_type, effective_period, string_to_array(insurances, ','), errors, warnings, content
        FROM ROWS FROM (unnest($2::int[], $3::bytea[], $4::text[], $5::text[], $6::bytea[], $7::text[], $8::text[], $9::text[], $10::int[], $11::int[]), jsonb_array_elements($12::jsonb))
          AS given(row_no, id_hash, id_masked, name_masked, personal, change_type, effective_period, insurances, errors, warnings, content)
        ON CONFLICT (declaration_id, version, row_no) DO UPDATE SET id_hash = EXCLUDED.id_hash, id_masked = EXCLUDED.id_masked,
          name_masked = EXCLUDED.name_masked, personal = EXCLUDED.personal, change_type = EXCLUDED.change_type, effective_period = EXCLUDED.effective_period,
          insurances = EXCLUDED.insurances, errors = EXCLUDED.errors, warnings = EXCLUDED.warnings, content = EXCLUDED.content`,
    },
    [
      declarationId,
      int4Array(changes.map(({ rowNo }) => rowNo)),
      byteaArray(changes.map(({ idHash }) => idHash)),
      textArray(changes.map(({ idMasked }) => idMasked)),
      textArray(changes.map(({ nameMasked }) => nameMasked)),
      byteaArray(changes.map(({ personal }) => personal)),
      textArray(changes.map(({ changeType }) => changeType)),
      textArray(changes.map(({ effectivePeriod }) => effectivePeriod)),
      textArray(changes.map(({ insurances }) => insurances.join(','))),
      int4Array(changes.map(({ errors }) => errors)),
      int4Array(changes.map(({ warnings }) => warnings)),
      JSON.stringify(changes.map(({ content }) => content)),
    ],
  )
}

/** Some rows of the draft, or all of them. */
export async function deleteDraftChanges(
  { database }: Platform,
  declarationId: string,
  rowNos: readonly number[] | 'ALL',
): Promise<number> {
  const gone = await database.query<{ rowNo: number }>(
    {
      name: 'monthly-delete-changes',
      text: `DELETE FROM monthly_change WHERE declaration_id = $1 AND version = ${nextVersion}
        AND ($2::int[] IS NULL OR row_no = ANY($2::int[])) RETURNING row_no AS "rowNo"`,
    },
    [declarationId, rowNos === 'ALL' ? null : rowNos],
  )
  return gone.length
}

/** Whether the draft has more changes than that; as many are looked at and no more. */
export async function hasMoreChangesThan(
  { database }: Platform,
  declarationId: string,
  changes: number,
): Promise<boolean> {
  const rows = await database.query<{ rowNo: number }>(
    {
      name: 'monthly-more-than',
      text: `SELECT row_no AS "rowNo" FROM monthly_change WHERE declaration_id = $1 AND version = ${nextVersion} OFFSET $2 LIMIT 1`,
    },
    [declarationId, changes],
  )
  return rows.length > 0
}

/** The rows that become this version once the declaration has it; from then on the database refuses to change them. */
export async function countFrozen({ database }: Platform, declarationId: string, version: number): Promise<number> {
  const [counted] = await database.query<{ rows: number }>(
    {
      name: 'monthly-frozen',
      text: 'SELECT count(*)::int AS rows FROM monthly_change WHERE declaration_id = $1 AND version = $2',
    },
    [declarationId, version],
  )
  return counted?.rows ?? 0
}

/** What came back is mended in a copy of it, made inside the database; the version stays as it was handed in. */
export async function copyToDraft({ database }: Platform, declarationId: string, version: number): Promise<void> {
  await database.query(
    {
      name: 'monthly-copy-to-draft',
      text: `INSERT INTO monthly_change (declaration_id, version, row_no, id_hash, id_masked, name_masked, personal, content, change_type, effective_period, insurances, errors, warnings)
        SELECT declaration_id, version + 1, row_no, id_hash, id_masked, name_masked, personal, content, change_type, effective_period, insurances, errors, warnings
        FROM monthly_change WHERE declaration_id = $1 AND version = $2`,
    },
    [declarationId, version],
  )
}

/** Whom the draft has a change for already, and of which kind; without one it is a stop whose reason is still asked for. */
export function listTouched(
  { database }: Platform,
  declarationId: string,
): Promise<{ idHash: Uint8Array; changeType: ChangeType | null; infoField: string | null }[]> {
  return database.query(
    {
      name: 'monthly-touched',
      text: `SELECT id_hash AS "idHash", change_type AS "changeType", content->>'infoField' AS "infoField" FROM monthly_change
        WHERE declaration_id = $1 AND version = ${draftVersion} AND id_hash IS NOT NULL
          AND (change_type IS NOT NULL OR content ? 'lastPayablePeriod')`,
    },
    [declarationId],
  )
}

export type SealedChange = Pick<StoredChange, 'rowNo' | 'personal' | 'content' | 'idMasked' | 'nameMasked'> & {
  idHash: Uint8Array | null
  errors: number
  warnings: number
}

export const changeFilters = ['ALL', 'WITH_ERRORS', 'WITH_WARNINGS', 'JOINS', 'STOPS', 'BASES', 'INFOS'] as const
export type ChangeFilter = (typeof changeFilters)[number]

const conditions: Readonly<Record<ChangeFilter, string>> = {
  ALL: 'true',
  WITH_ERRORS: 'errors > 0',
  WITH_WARNINGS: 'errors = 0 AND warnings > 0',
  JOINS: "change_type LIKE 'ADD%'",
  STOPS: "change_type LIKE 'STOP%'",
  BASES: "change_type = 'BASE_CHANGE'",
  INFOS: "change_type = 'INFO_CHANGE'",
}

export function listChanges(
  { database }: Platform,
  of: { declarationId: string; version: number },
  page: { afterRow: number; limit: number; filter?: ChangeFilter; idHash?: Uint8Array | undefined },
): Promise<SealedChange[]> {
  const filter = page.filter ?? 'ALL'
  return database.query<SealedChange>(
    {
      name: `monthly-page-${filter}`,
      text: `SELECT row_no AS "rowNo", id_hash AS "idHash", id_masked AS "idMasked", name_masked AS "nameMasked", personal, content, errors, warnings
        FROM monthly_change WHERE declaration_id = $1 AND version = ${askedVersion} AND row_no > $3 AND ${conditions[filter]}
          AND ($5::bytea IS NULL OR id_hash = $5) ORDER BY row_no LIMIT $4`,
    },
    [of.declarationId, of.version, page.afterRow, page.limit, page.idHash ? asBuffer(page.idHash) : null],
  )
}

/** These rows of a version, in their order. */
export function listChangesAt(
  { database }: Platform,
  { declarationId, version }: { declarationId: string; version: number },
  rows: readonly number[],
): Promise<Pick<SealedChange, 'rowNo' | 'personal' | 'content'>[]> {
  return database.query(
    {
      name: 'monthly-rows-at',
      text: `SELECT row_no AS "rowNo", personal, content FROM monthly_change
        WHERE declaration_id = $1 AND version = ${askedVersion} AND row_no = ANY($3::int[]) ORDER BY row_no`,
    },
    [declarationId, version, rows],
  )
}

/** A row as the rules need it, with the keyed hash of its number as the register's queries give it. */
export type KeyedChange = Pick<StoredChange, 'rowNo' | 'personal' | 'content'> & { idKey: string | null }

/** Some thousand rows of a version in their order, from behind a row on. */
export function listPage(
  { database }: Platform,
  of: { declarationId: string; version: number },
  afterRow: number,
): Promise<KeyedChange[]> {
  return database.query<KeyedChange>(
    {
      name: 'monthly-load',
      text: `SELECT row_no AS "rowNo", personal, content, encode(id_hash, 'hex') AS "idKey" FROM monthly_change
        WHERE declaration_id = $1 AND version = ${askedVersion} AND row_no > $3 ORDER BY row_no LIMIT ${READ_PAGE}`,
    },
    [of.declarationId, of.version, afterRow],
  )
}

export interface ChangeCounts {
  changes: number
  joins: number
  stops: number
  bases: number
  infos: number
  withErrors: number
  withWarnings: number
  lastRow: number
}

export async function countChanges(
  { database }: Platform,
  { declarationId, version }: { declarationId: string; version: number },
): Promise<ChangeCounts> {
  const of = (filter: ChangeFilter) => `(count(*) FILTER (WHERE ${conditions[filter]}))::int`
  const [counts] = await database.query<ChangeCounts>(
    {
      name: 'monthly-counts',
      text: `SELECT count(*)::int AS changes, ${of('JOINS')} AS joins, ${of('STOPS')} AS stops, ${of('BASES')} AS bases, ${of('INFOS')} AS infos,
        ${of('WITH_ERRORS')} AS "withErrors", ${of('WITH_WARNINGS')} AS "withWarnings", COALESCE(max(row_no), 0)::int AS "lastRow"
      FROM monthly_change WHERE declaration_id = $1 AND version = ${askedVersion}`,
    },
    [declarationId, version],
  )
  return counts ?? { changes: 0, joins: 0, stops: 0, bases: 0, infos: 0, withErrors: 0, withWarnings: 0, lastRow: 0 }
}

export interface WaitingChange {
  idHash: Uint8Array
  period: string
  insurances: FiveInsurance[]
}

/** Whether the unit has handed in another declaration that is not decided. */
export async function hasWaiting(
  { database }: Platform,
  { employerId, declarationId }: { employerId: string; declarationId: string },
): Promise<boolean> {
  const found = await database.query<object>(
    {
      name: 'monthly-has-waiting',
      text: `SELECT 1 FROM declaration WHERE employer_id = $1 AND kind = 'MONTHLY' AND id <> $2 AND status IN ('SUBMITTED', 'UNDER_REVIEW') LIMIT 1`,
    },
    [employerId, declarationId],
  )
  return found.length > 0
}

/** Changes of these people that the unit has handed in with another declaration and that are not decided. */
export function listWaiting(
  { database }: Platform,
  { employerId, declarationId }: { employerId: string; declarationId: string },
  idHashes: readonly Uint8Array[],
): Promise<WaitingChange[]> {
  return database.query<WaitingChange>(
    {
      name: 'monthly-waiting',
      text: `SELECT change.id_hash AS "idHash", change.effective_period AS period, change.insurances FROM declaration d
        JOIN monthly_change change ON change.declaration_id = d.id AND change.version = d.version
        WHERE d.employer_id = $1 AND d.kind = 'MONTHLY' AND d.id <> $2 AND d.status IN ('SUBMITTED', 'UNDER_REVIEW')
          AND change.id_hash = ANY($3::bytea[])`,
    },
    [employerId, declarationId, byteaArray(idHashes)],
  )
}
