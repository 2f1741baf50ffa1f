import type { Platform } from '../../../platform/platform.ts'

export interface StoredPage {
  number: number
  last: boolean
  contentHash: string
  content: Uint8Array | null
}

export function listPages({ database }: Platform, statementId: string): Promise<StoredPage[]> {
  return database.prisma.statementPage.findMany({
    where: { statementId },
    orderBy: { number: 'asc' },
    select: { number: true, last: true, contentHash: true, content: true },
  })
}

export async function insertPage(
  { database }: Platform,
  page: {
    statementId: string
    number: number
    last: boolean
    contentHash: string
    fileName: string
    importedBy: string | null
    importedAt: Date
    content: Uint8Array<ArrayBuffer>
  },
): Promise<void> {
  await database.prisma.statementPage.create({ data: page })
}

/** What the pages said stands in the statement's lines now. */
export async function clearPages({ database }: Platform, statementId: string): Promise<void> {
  await database.prisma.statementPage.updateMany({ where: { statementId }, data: { content: null } })
}

export interface WaitingStatement {
  id: string
  day: string
  statementNo: string
  state: string
  importedAt: Date
  importedByName: string | null
  fileName: string
  numbers: number[]
  lastKnown: boolean
}

const waiting = `SELECT statement.id, statement.day, statement.statement_no AS "statementNo", statement.state,
    statement.imported_at AS "importedAt", account.display_name AS "importedByName", statement.file_name AS "fileName",
    COALESCE(array_agg(page.number ORDER BY page.number) FILTER (WHERE page.id IS NOT NULL), '{}') AS numbers,
    COALESCE(bool_or(page.last), false) AS "lastKnown"
  FROM statement LEFT JOIN statement_page page ON page.statement_id = statement.id
  LEFT JOIN account ON account.id = statement.imported_by`

/** Statements of these days that wait for a page. */
export function listWaiting({ database }: Platform, days: readonly string[]): Promise<WaitingStatement[]> {
  return database.query<WaitingStatement>(
    {
      name: 'reconciliation-waiting-statements',
      text: `${waiting} WHERE statement.state = 'INCOMPLETE' AND statement.day = ANY($1::text[])
      GROUP BY statement.id, account.display_name ORDER BY statement.imported_at LIMIT 100`,
    },
    [days],
  )
}

/** The statement that waits for further pages under this number, held until the transaction ends. */
export async function lockWaiting(
  { database }: Platform,
  { account, statementNo }: { account: string; statementNo: string },
): Promise<{ id: string; origin: string } | undefined> {
  const [row] = await database.query<{ id: string; origin: string }>(
    {
      name: 'reconciliation-lock-waiting',
      text: `SELECT id, origin FROM statement
      WHERE source = 'BANK' AND account = $1 AND statement_no = $2 AND state = 'INCOMPLETE' FOR UPDATE`,
    },
    [account, statementNo],
  )
  return row
}

/** Whether this page is here, in a statement that counts or waits. */
export async function findPageByHash(
  { database }: Platform,
  contentHash: string,
): Promise<{ day: string; fileName: string; importedAt: Date; importedByName: string | null } | undefined> {
  const [row] = await database.query<{
    day: string
    fileName: string
    importedAt: Date
    importedByName: string | null
  }>(
    {
      name: 'reconciliation-page-by-hash',
      text: `SELECT statement.day, page.file_name AS "fileName", page.imported_at AS "importedAt",
        account.display_name AS "importedByName"
      FROM statement_page page JOIN statement ON statement.id = page.statement_id AND statement.state <> 'UNDONE'
      LEFT JOIN account ON account.id = page.imported_by WHERE page.content_hash = $1 LIMIT 1`,
    },
    [contentHash],
  )
  return row
}
