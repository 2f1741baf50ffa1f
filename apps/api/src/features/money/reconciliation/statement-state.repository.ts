import type { Platform } from '../../../platform/platform.ts'
import type { StatementSource } from './reading/read-statement.types.ts'

export interface LockedStatement {
  id: string
  source: StatementSource
  account: string
  statementNo: string
  day: string
  state: string
  origin: string
  fileName: string
  supersedes: string | null
  replaced: boolean
  importedAt: Date
}

/** Held until the transaction ends. */
export async function lockStatement({ database }: Platform, id: string): Promise<LockedStatement | undefined> {
  const [row] = await database.query<LockedStatement>(
    {
      name: 'reconciliation-lock-statement',
      text: `SELECT id, source, account, statement_no AS "statementNo", day, state, origin, file_name AS "fileName", supersedes,
        imported_at AS "importedAt", EXISTS (SELECT 1 FROM statement later
          WHERE later.supersedes = statement.id AND later.state <> 'UNDONE') AS replaced
      FROM statement WHERE id = $1 FOR UPDATE`,
    },
    [id],
  )
  return row
}

export async function findStatementDay({ database }: Platform, id: string): Promise<string | undefined> {
  const found = await database.prisma.statement.findUnique({ where: { id }, select: { day: true } })
  return found?.day
}

export async function setStatementState(
  { database }: Platform,
  id: string,
  data: { state: string; stateAt: Date },
): Promise<void> {
  await database.prisma.statement.update({ where: { id }, data })
}

export interface Neighbour {
  day: string
  opening: bigint
  closing: bigint
}

/** The statements that count before and after a day of an account; of the bank, which states balances. */
export async function findNeighbours(
  { database }: Platform,
  { account, day }: { account: string; day: string },
): Promise<{ before: Neighbour | undefined; after: Neighbour | undefined }> {
  const rows = await database.query<Neighbour & { earlier: boolean }>(
    {
      name: 'reconciliation-neighbours',
      text: `(SELECT day, opening_balance AS opening, closing_balance AS closing, true AS earlier FROM current_statement
          WHERE source = 'BANK' AND account = $1 AND day < $2 ORDER BY day DESC LIMIT 1)
        UNION ALL (SELECT day, opening_balance, closing_balance, false FROM current_statement
          WHERE source = 'BANK' AND account = $1 AND day > $2 ORDER BY day LIMIT 1)`,
    },
    [account, day],
  )
  return { before: rows.find(({ earlier }) => earlier), after: rows.find(({ earlier }) => !earlier) }
}

/** Statements of these days that wait for a second person. */
export async function listHeldDays({ database }: Platform, days: readonly string[]): Promise<Set<string>> {
  const rows = await database.query<{ day: string }>(
    {
      name: 'reconciliation-held-days',
      text: `SELECT DISTINCT day FROM current_statement WHERE day = ANY($1::text[]) AND state = 'HELD'`,
    },
    [days],
  )
  return new Set(rows.map(({ day }) => day))
}
