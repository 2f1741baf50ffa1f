import type { Platform } from '../../../platform/platform.ts'
import type { ReadEntry, ReadStatement, StatementSource } from './reading/read-statement.types.ts'
import type { statementOrigins, statementStates } from './statement-codes.ts'

export interface StatementRow {
  id: string
  source: StatementSource
  format: string
  account: string
  statementNo: string
  day: string
  contentHash: string
  fileName: string
  openingBalance: bigint | null
  closingBalance: bigint | null
  entryCount: number
  creditTotal: bigint
  debitTotal: bigint
  importedAt: Date
  importedBy: string | null
  /** Null: the morning's job fetched it. */
  importedByName: string | null
  origin: (typeof statementOrigins)[number]
  state: (typeof statementStates)[number]
  stateAt: Date
  supersedes: string | null
}

const columns = `statement.id, statement.source, statement.format, statement.account, statement.statement_no AS "statementNo",
  statement.day, statement.content_hash AS "contentHash", statement.file_name AS "fileName",
  statement.opening_balance AS "openingBalance", statement.closing_balance AS "closingBalance",
  statement.entry_count AS "entryCount", statement.credit_total AS "creditTotal", statement.debit_total AS "debitTotal",
  statement.imported_at AS "importedAt", statement.imported_by AS "importedBy", account.display_name AS "importedByName",
  statement.origin, statement.state, statement.state_at AS "stateAt", statement.supersedes`

/** The statements that stand in the way of this one: the same bytes, the same number, or the day's earlier one. */
export function findRelatedStatements(
  { database }: Platform,
  statement: Pick<ReadStatement, 'source' | 'account' | 'statementNo' | 'day'>,
  contentHash: string,
): Promise<(StatementRow & { current: boolean })[]> {
  return database.query(
    {
      name: 'reconciliation-related-statements',
      text: `SELECT ${columns}, EXISTS (SELECT 1 FROM current_statement current WHERE current.id = statement.id) AS current
      FROM statement LEFT JOIN account ON account.id = statement.imported_by
      WHERE statement.state <> 'UNDONE' AND (statement.content_hash = $1 OR (statement.source = $2 AND statement.account = $3
        AND (statement.statement_no = $4 OR statement.day = $5)))
      ORDER BY statement.imported_at DESC`,
    },
    [contentHash, statement.source, statement.account, statement.statementNo, statement.day],
  )
}

export function listCurrentStatements({ database }: Platform, days: readonly string[]): Promise<StatementRow[]> {
  return database.query(
    {
      name: 'reconciliation-current-statements',
      text: `SELECT ${columns} FROM current_statement statement LEFT JOIN account ON account.id = statement.imported_by
      WHERE statement.day = ANY($1::text[]) ORDER BY statement.day, statement.source`,
    },
    [days],
  )
}

export interface EntryIdentity {
  reference: string
  occurrence: number
  amount: bigint
  valueDate: string
}

export function listEntryIdentities({ database }: Platform, statementId: string): Promise<EntryIdentity[]> {
  return database.query(
    {
      name: 'reconciliation-entry-identities',
      text: `SELECT reference, occurrence, amount, value_date AS "valueDate" FROM statement_entry
      WHERE statement_id = $1 ORDER BY position`,
    },
    [statementId],
  )
}

/**
 * How often each reference stands on other days of the account already, or stood on a statement that was undone: the money of a
 * line that comes again has a name of its own.
 */
export async function countReferencesElsewhere(
  { database }: Platform,
  { source, account, day }: Pick<ReadStatement, 'source' | 'account' | 'day'>,
  references: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database.query<{ reference: string; occurrences: number }>(
    {
      name: 'reconciliation-references-elsewhere',
      text: `SELECT entry.reference, MAX(entry.occurrence)::int AS occurrences
      FROM statement_entry entry JOIN statement ON statement.id = entry.statement_id
      WHERE entry.reference = ANY($1::text[]) AND statement.source = $2 AND statement.account = $3
        AND (statement.state = 'UNDONE' OR (statement.day <> $4
          AND EXISTS (SELECT 1 FROM current_statement current WHERE current.id = statement.id)))
      GROUP BY entry.reference`,
    },
    [references, source, account, day],
  )
  return new Map(rows.map(({ reference, occurrences }) => [reference, occurrences]))
}

export interface NewStatement {
  read: ReadStatement
  contentHash: string
  fileName: string
  importedBy: string | undefined
  importedAt: Date
  supersedes: string | undefined
  origin: string
  state: string
  /** Beside `read.entries`. */
  occurrences: readonly number[]
  /** Account numbers of payers as everyone may see them. */
  maskedAccounts: readonly (string | null)[]
  /** The same as keyed hashes. */
  accountHashes: readonly (Uint8Array | null)[]
}

/** What a statement's row says of its lines. */
const figuresOf = (read: ReadStatement) => {
  const total = (wanted: (entry: ReadEntry) => boolean) =>
    read.entries.filter(wanted).reduce((sum, { amount }) => sum + BigInt(Math.abs(amount)), 0n)
  return {
    openingBalance: read.openingBalance === null ? null : BigInt(read.openingBalance),
    closingBalance: read.closingBalance === null ? null : BigInt(read.closingBalance),
    entryCount: read.entries.length,
    creditTotal: total(({ amount }) => amount >= 0),
    debitTotal: total(({ amount }) => amount < 0),
  }
}

/** The statement and all its entries in two statements, however many there are. */
export async function insertStatement(platform: Platform, statement: NewStatement): Promise<string> {
  const { read } = statement
  const id = crypto.randomUUID()
  await platform.database.prisma.statement.create({
    data: {
      id,
      source: read.source,
      format: read.format,
      account: read.account,
      statementNo: read.statementNo,
      day: read.day,
      contentHash: statement.contentHash,
      fileName: statement.fileName,
      ...figuresOf(read),
      importedBy: statement.importedBy ?? null,
      importedAt: statement.importedAt,
      origin: statement.origin,
      state: statement.state,
      stateAt: statement.importedAt,
      supersedes: statement.supersedes ?? null,
    },
  })
  await insertEntries(platform, id, statement)
  return id
}

/** A statement of which all pages are here now gets its figures and its lines. */
export async function completeStatement(
  platform: Platform,
  id: string,
  statement: Omit<NewStatement, 'importedBy' | 'fileName'>,
): Promise<void> {
  const { read, contentHash, state, importedAt, supersedes, origin } = statement
  await platform.database.prisma.statement.update({
    where: { id },
    data: {
      ...figuresOf(read),
      day: read.day,
      contentHash,
      origin,
      state,
      stateAt: importedAt,
      importedAt,
      supersedes: supersedes ?? null,
    },
  })
  await insertEntries(platform, id, statement)
}

async function insertEntries(
  { database }: Platform,
  id: string,
  statement: Pick<NewStatement, 'read' | 'occurrences' | 'maskedAccounts' | 'accountHashes'>,
): Promise<void> {
  const { entries } = statement.read
  await database.query(
    {
      name: 'reconciliation-insert-entries',
      text: `INSERT INTO statement_entry (id, statement_id, position, line_no, reference, occurrence, end_to_end_id, amount,
        value_date, payer_name, payer_masked, remittance, payer_hash)
      SELECT entry.id, $1, entry.position, entry.line_no, entry.reference, entry.occurrence, entry.end_to_end_id, entry.amount,
        entry.value_date, entry.payer_name, entry.payer_masked, entry.remittance, entry.payer_hash
      FROM unnest($2::uuid[], $3::int[], $4::int[], $5::text[], $6::int[], $7::text[], $8::bigint[], $9::text[], $10::text[],
        $11::text[], $12::text[], $13::bytea[])
        AS entry(id, position, line_no, reference, occurrence, end_to_end_id, amount, value_date, payer_name, payer_masked,
          remittance, payer_hash)`,
    },
    [
      id,
      entries.map(() => crypto.randomUUID()),
      entries.map((_entry, index) => index + 1),
      entries.map(({ lineNo }) => lineNo),
      entries.map(({ reference }) => reference),
      statement.occurrences,
      entries.map(({ endToEndId }) => endToEndId),
      entries.map(({ amount }) => amount),
      entries.map(({ valueDate }) => valueDate),
      entries.map(({ payerName }) => payerName),
      statement.maskedAccounts,
      entries.map(({ remittance }) => remittance),
      statement.accountHashes,
    ],
  )
}
