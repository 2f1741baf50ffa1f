import type { RegisterImport } from '@shebao/prisma/client'
import type { RowProblem } from '@shebao/intake'
import type { Platform } from '../../../platform/platform.ts'

export type ImportRow = RegisterImport

export async function lockImport({ database }: Platform, id: string): Promise<ImportRow | null> {
  const [locked] = await database.query<{ id: string }>(
    { name: 'import-lock', text: 'SELECT id FROM register_import WHERE id = $1 FOR UPDATE' },
    [id],
  )
  return locked ? database.prisma.registerImport.findUnique({ where: { id } }) : null
}

export function findImport({ database }: Platform, id: string): Promise<ImportRow | null> {
  return database.prisma.registerImport.findUnique({ where: { id } })
}

/** The same file, still waiting or taken in: what was discarded or taken back may come again. */
export function findSameFile({ database }: Platform, kind: string, contentHash: string): Promise<ImportRow | null> {
  return database.prisma.registerImport.findFirst({
    where: { kind, contentHash, status: { in: ['CHECKED', 'APPLIED'] } },
  })
}

export type NewImport = Omit<ImportRow, 'status' | 'appliedBy' | 'appliedAt' | 'takenBackBy' | 'takenBackAt'>

export async function insertImport({ database }: Platform, row: NewImport): Promise<ImportRow> {
  return database.prisma.registerImport.create({ data: { ...row, columns: row.columns ?? [] } })
}

export async function updateImport(
  { database }: Platform,
  id: string,
  change: Partial<Omit<ImportRow, 'id' | 'columns'>>,
): Promise<ImportRow> {
  return database.prisma.registerImport.update({ where: { id }, data: change })
}

export function listImports(
  { database }: Platform,
  { before, limit }: { before: { at: Date; id: string } | undefined; limit: number },
): Promise<ImportRow[]> {
  return database.prisma.registerImport.findMany({
    ...(before
      ? { where: { OR: [{ uploadedAt: { lt: before.at } }, { uploadedAt: before.at, id: { lt: before.id } }] } }
      : {}),
    orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

/** What a row of a file says and what is wrong with it; its cells are sealed, what is shown of them is masked. */
export interface StagedRow {
  rowNo: number
  cells: Uint8Array
  shown: Readonly<Record<string, string>>
  problems: readonly RowProblem[]
}

const rowsAtOnce = 5_000
const count = (problems: readonly RowProblem[], level: RowProblem['level']) =>
  problems.filter((problem) => problem.level === level).length

export async function insertStagedRows(
  { database }: Platform,
  importId: string,
  rows: readonly StagedRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce)
    await database.query(
      {
        name: 'import-insert-rows',
        text: `INSERT INTO register_import_row (import_id, row_no, cells, shown, problems, errors, warnings)
          SELECT $1, * FROM unnest($2::int[], $3::bytea[], $4::jsonb[], $5::jsonb[], $6::int[], $7::int[])`,
      },
      [
        importId,
        part.map(({ rowNo }) => rowNo),
        part.map(({ cells }) => cells),
        part.map(({ shown }) => JSON.stringify(shown)),
        part.map(({ problems }) => JSON.stringify(problems)),
        part.map(({ problems }) => count(problems, 'ERROR')),
        part.map(({ problems }) => count(problems, 'WARNING')),
      ],
    )
  }
}

/** What a later look at the register says of the rows. */
export async function updateProblems(
  { database }: Platform,
  importId: string,
  rows: readonly Pick<StagedRow, 'rowNo' | 'problems'>[],
): Promise<void> {
  await database.query(
    {
      name: 'import-update-problems',
      text: `UPDATE register_import_row row SET problems = said.problems, errors = said.errors, warnings = said.warnings
        FROM unnest($2::int[], $3::jsonb[], $4::int[], $5::int[]) AS said(row_no, problems, errors, warnings)
        WHERE row.import_id = $1 AND row.row_no = said.row_no AND row.problems IS DISTINCT FROM said.problems`,
    },
    [
      importId,
      rows.map(({ rowNo }) => rowNo),
      rows.map(({ problems }) => JSON.stringify(problems)),
      rows.map(({ problems }) => count(problems, 'ERROR')),
      rows.map(({ problems }) => count(problems, 'WARNING')),
    ],
  )
}

/** Which row of the register each row became; what is taken back goes by it. */
export async function recordSubjects(
  { database }: Platform,
  importId: string,
  subjects: readonly { rowNo: number; subjectId: string }[],
): Promise<void> {
  await database.query(
    {
      name: 'import-record-subjects',
      text: `UPDATE register_import_row row SET subject_id = made.subject_id
        FROM unnest($2::int[], $3::uuid[]) AS made(row_no, subject_id)
        WHERE row.import_id = $1 AND row.row_no = made.row_no`,
    },
    [importId, subjects.map(({ rowNo }) => rowNo), subjects.map(({ subjectId }) => subjectId)],
  )
}

export async function listSubjects({ database }: Platform, importId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    {
      name: 'import-subjects',
      text: 'SELECT DISTINCT subject_id AS id FROM register_import_row WHERE import_id = $1 AND subject_id IS NOT NULL',
    },
    [importId],
  )
  return rows.map(({ id }) => id)
}

export function listCells({ database }: Platform, importId: string): Promise<{ rowNo: number; cells: Uint8Array }[]> {
  return database.query(
    {
      name: 'import-cells',
      text: 'SELECT row_no AS "rowNo", cells FROM register_import_row WHERE import_id = $1 ORDER BY row_no',
    },
    [importId],
  )
}

export interface ReportRow {
  rowNo: number
  shown: Record<string, string>
  problems: RowProblem[]
}

export const rowFilters = ['ALL', 'ERRORS', 'WARNINGS'] as const
export type RowFilter = (typeof rowFilters)[number]

/** The report, row by row, behind a row number; of all rows or of those with something to say. */
export function listReportRows(
  { database }: Platform,
  importId: string,
  { filter, after, limit }: { filter: RowFilter; after: number; limit: number },
): Promise<ReportRow[]> {
  return database.query<ReportRow>(
    {
      name: `import-report-${filter}`,
      text: `SELECT row_no AS "rowNo", shown, problems FROM register_import_row
        WHERE import_id = $1 AND row_no > $2 ${conditions[filter]} ORDER BY row_no LIMIT $3`,
    },
    [importId, after, limit],
  )
}

const conditions: Readonly<Record<RowFilter, string>> = {
  ALL: '',
  ERRORS: 'AND errors > 0',
  WARNINGS: 'AND warnings > 0',
}

export interface ProblemCount {
  code: string
  level: string
  column: string | null
  rows: number
}

/** How often each thing is wrong: a head over fifty thousand rows. */
export function countProblems({ database }: Platform, importId: string): Promise<ProblemCount[]> {
  return database.query<ProblemCount>(
    {
      name: 'import-problem-counts',
      text: `SELECT problem ->> 'code' AS code, problem ->> 'level' AS level, problem ->> 'column' AS "column", count(*)::int AS rows
        FROM register_import_row, jsonb_array_elements(problems) AS problem WHERE import_id = $1
        GROUP BY 1, 2, 3 ORDER BY 2, 4 DESC, 1, 3`,
    },
    [importId],
  )
}
