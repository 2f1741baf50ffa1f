import { createHash } from 'node:crypto'
import { maskBankAccount } from '@shebao/identifiers'
import { actingRole } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findPayee } from '../../register/office/index.ts'
import { listBookedKeys } from '../ledger/index.ts'
import { openDays } from './day-case.ts'
import { lockDay } from './day.repository.ts'
import { listOtherDays } from './overview.repository.ts'
import { moneyKey } from './money-of-entry.ts'
import { readOffThread } from './reading/read-off-thread.ts'
import type { ReadStatement, StatementProblem, StatementSource } from './reading/read-statement.types.ts'
import { reconcileDay } from './reconcile-day.ts'
import type { DayResult } from './reconcile-day.ts'
import {
  countReferencesElsewhere,
  findRelatedStatements,
  insertStatement,
  listEntryIdentities,
} from './statement.repository.ts'
import type { StatementRow } from './statement.repository.ts'

export interface StatementFile {
  bytes: Uint8Array
  fileName: string
  /** Who uploaded it; nobody when it was fetched from the bank. */
  viewer?: Viewer
  /** Network address as a keyed hash, or the name of the job. */
  origin: string
}

export type ImportOutcome =
  | {
      kind: 'IMPORTED'
      day: string
      source: StatementSource
      entries: number
      /** Left out because they are not booked yet. */
      pending: number
      /** Whether it took the place of an earlier statement of the day. */
      corrects: boolean
      result: DayResult
    }
  | { kind: 'REPEATED'; day: string; earlier: Pick<StatementRow, 'fileName' | 'importedAt' | 'importedByName'> }
  | { kind: 'REFUSED'; problems: StatementProblem[] }

/**
 * Takes in one file, all of it or nothing. The file and its entries are recorded in one transaction; then the day is
 * reconciled, which may be cut off and goes on with the next import or the job: each money is booked under its own key.
 */
export async function importStatement(platform: Platform, file: StatementFile): Promise<ImportOutcome> {
  const read = await readOffThread(file.bytes, (await findPayee(platform)).number)
  if (!read.ok) return { kind: 'REFUSED', problems: read.problems }
  const { statement } = read
  if (statement.day > platform.clock.today())
    return {
      kind: 'REFUSED',
      problems: [{ code: 'DAY_IN_FUTURE', stated: statement.day, expected: platform.clock.today() }],
    }
  const recorded = await recordStatement(platform, statement, file)
  if (recorded.kind === 'REFUSED') return recorded
  // Also for a file that is here already: an import that was cut off is finished now.
  const result = await reconcileDay(platform, statement.day)
  for (const other of await listOtherDays(platform, statement.day)) await reconcileDay(platform, other)
  if (recorded.kind === 'REPEATED') return recorded
  return {
    kind: 'IMPORTED',
    day: statement.day,
    source: statement.source,
    entries: statement.entries.length,
    pending: statement.pending,
    corrects: recorded.corrects,
    result,
  }
}

type Recorded = { kind: 'RECORDED'; corrects: boolean } | Exclude<ImportOutcome, { kind: 'IMPORTED' }>

function recordStatement(platform: Platform, statement: ReadStatement, file: StatementFile): Promise<Recorded> {
  const contentHash = createHash('sha256').update(file.bytes).digest('hex')
  return platform.database.transaction(async () => {
    await openDays(platform, [statement.day])
    const day = await lockDay(platform, statement.day)
    const related = await findRelatedStatements(platform, statement, contentHash)
    const same = related.find((earlier) => earlier.contentHash === contentHash)
    if (same) return repeated(same)
    const occurrences = await countOccurrences(platform, statement)
    const verdict = await judge(platform, statement, occurrences, related)
    if (verdict.kind !== 'NEW') return verdict
    if (day?.status !== 'OPEN') return refuse({ code: 'DAY_CLOSED', stated: statement.day })
    const id = await insertStatement(platform, {
      read: statement,
      contentHash,
      fileName: file.fileName.slice(0, 200),
      importedBy: file.viewer?.accountId,
      importedAt: platform.clock.now(),
      supersedes: verdict.supersedes,
      occurrences,
      maskedAccounts: statement.entries.map(({ payerAccount }) =>
        payerAccount === null ? null : maskBankAccount(payerAccount),
      ),
    })
    await platform.audit.record({
      actorKind: file.viewer ? 'STAFF' : 'SYSTEM',
      actorId: file.viewer?.accountId,
      role: file.viewer ? actingRole(file.viewer, 'statement:import') : undefined,
      origin: file.origin,
      action: 'STATEMENT_IMPORTED',
      recordType: 'Statement',
      recordId: id,
      change: {
        source: statement.source,
        number: statement.statementNo,
        day: statement.day,
        entries: statement.entries.length,
        contentHash,
        ...(verdict.supersedes ? { supersedes: verdict.supersedes } : {}),
      },
    })
    return { kind: 'RECORDED', corrects: verdict.supersedes !== undefined }
  })
}

const refuse = (problem: StatementProblem) => ({ kind: 'REFUSED' as const, problems: [problem] })

/** Which line of its reference each line is: on other days of the account first, then in the file's order. */
async function countOccurrences(platform: Platform, statement: ReadStatement): Promise<number[]> {
  const { entries } = statement
  const before = await countReferencesElsewhere(
    platform,
    statement,
    entries.map(({ reference }) => reference),
  )
  return entries.map(({ reference }) => {
    const occurrence = (before.get(reference) ?? 0) + 1
    before.set(reference, occurrence)
    return occurrence
  })
}

type Verdict = { kind: 'NEW'; supersedes: string | undefined } | Exclude<ImportOutcome, { kind: 'IMPORTED' }>

/** Holds a new file against what the office has: the same again, a contradiction, or a corrected statement of the day. */
async function judge(
  platform: Platform,
  statement: ReadStatement,
  occurrences: readonly number[],
  related: readonly (StatementRow & { current: boolean })[],
): Promise<Verdict> {
  const sameNumber = related.find(({ statementNo }) => statementNo === statement.statementNo)
  const current = related.find((earlier) => earlier.current && earlier.day === statement.day)
  const earlier = sameNumber ?? current
  if (!earlier) return { kind: 'NEW', supersedes: undefined }
  const identities = new Set(
    statement.entries.map((entry, index) => identityOf({ ...entry, occurrence: occurrences[index] ?? 1 })),
  )
  const before = await listEntryIdentities(platform, earlier.id)
  const dropped = before.filter((entry) => !identities.has(identityOf(entry)))
  const same = dropped.length === 0 && before.length === identities.size && earlier.day === statement.day
  if (same) return repeated(earlier)
  if (sameNumber)
    return refuse({
      code: 'CONTRADICTS',
      field: statement.statementNo,
      stated: describe(statement),
      expected: describe(sameNumber),
    })
  if (statement.source === 'TREASURY') return { kind: 'NEW', supersedes: earlier.id }
  const booked = await findBookedMoney(platform, statement.account, dropped)
  if (booked)
    return refuse({
      code: 'CORRECTS_BOOKED',
      field: booked.reference,
      stated: statement.statementNo,
      expected: earlier.statementNo,
    })
  return { kind: 'NEW', supersedes: earlier.id }
}

/** The first of these lines whose money the ledger holds already, in whatever way. */
async function findBookedMoney<Line extends { reference: string; occurrence: number }>(
  platform: Platform,
  account: string,
  lines: readonly Line[],
): Promise<Line | undefined> {
  const keysOf = (entry: Line) =>
    ['suspense', 'difference', 'payment:transfer'].map((way) => `${way}:${moneyKey({ ...entry, account })}`)
  const booked = await listBookedKeys(platform, lines.flatMap(keysOf))
  return lines.find((entry) => keysOf(entry).some((key) => booked.has(key)))
}

const identityOf = (entry: { reference: string; occurrence: number; amount: number | bigint; valueDate: string }) =>
  `${entry.reference}#${entry.occurrence} ${entry.amount} ${entry.valueDate}`

const describe = (statement: { day: string } & ({ entries: readonly unknown[] } | { entryCount: number })) =>
  `${statement.day}: ${'entries' in statement ? statement.entries.length : statement.entryCount}`

/** Only what may be told: the answer goes out as JSON, which knows no bigint. */
function repeated({
  day,
  fileName,
  importedAt,
  importedByName,
}: Pick<StatementRow, 'day' | 'fileName' | 'importedAt' | 'importedByName'>): Extract<
  ImportOutcome,
  { kind: 'REPEATED' }
> {
  return { kind: 'REPEATED', day, earlier: { fileName, importedAt, importedByName } }
}
