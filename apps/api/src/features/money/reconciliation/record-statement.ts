import { maskBankAccount } from '@shebao/identifiers'
import type { Actor, OfficeJob } from '../../../access/viewer.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listBookedKeys } from '../ledger/index.ts'
import { openDays } from './day-case.ts'
import { lockDay } from './day.repository.ts'
import { balanceProblem } from './follow-balances.ts'
import { refuse, repeated } from './import-outcome.ts'
import type { ImportOutcome, StatementFile } from './import-outcome.ts'
import { moneyKey } from './money-of-entry.ts'
import { payerAccountHash } from './payer-account.ts'
import type { ReadStatement } from './reading/read-statement.types.ts'
import { statementTable } from './statement.lifecycle.ts'
import {
  countReferencesElsewhere,
  findRelatedStatements,
  insertStatement,
  listEntryIdentities,
} from './statement.repository.ts'
import type { NewStatement, StatementRow } from './statement.repository.ts'

export type Recorded =
  | { kind: 'RECORDED'; corrects: boolean; held: boolean }
  | Extract<ImportOutcome, { kind: 'REPEATED' | 'REFUSED' }>

/** The morning's job. */
const fetcher = { kind: 'SYSTEM', job: 'statement' } as const satisfies OfficeJob
export const bringerOf = (file: StatementFile): Actor => file.viewer ?? fetcher

export function recordStatement(
  platform: Platform,
  statement: ReadStatement,
  file: StatementFile,
  contentHash: string,
): Promise<Recorded> {
  return platform.database.transaction(async () => {
    const checked = await checkStatement(platform, statement, contentHash)
    if (checked.kind !== 'NEW') return checked
    const event = eventOf(statement, file)
    const state = event === 'BRING' ? 'HELD' : 'RELEASED'
    await openCase(platform, statementTable, {
      event,
      actor: bringerOf(file),
      origin: file.origin,
      write: async () => ({
        id: await insertStatement(platform, {
          ...rowOf(platform, statement, checked.occurrences),
          contentHash,
          fileName: file.fileName.slice(0, 200),
          importedBy: file.viewer?.accountId,
          importedAt: platform.clock.now(),
          supersedes: checked.supersedes,
          origin: file.how,
          state,
        }),
      }),
      trace: ({ id }) => importTrace(id, statement, contentHash, checked.supersedes),
    })
    return { kind: 'RECORDED', corrects: checked.supersedes !== undefined, held: state === 'HELD' }
  })
}

const eventOf = ({ source }: ReadStatement, { how }: StatementFile) =>
  how === 'FETCHED' ? 'FETCH' : source === 'BANK' ? 'BRING' : 'BRING_LIST'

export function rowOf(
  platform: Platform,
  read: ReadStatement,
  occurrences: readonly number[],
): Pick<NewStatement, 'read' | 'occurrences' | 'maskedAccounts' | 'accountHashes'> {
  const accounts = read.entries.map(({ payerAccount }) => payerAccount)
  return {
    read,
    occurrences,
    maskedAccounts: accounts.map((account) => (account === null ? null : maskBankAccount(account))),
    accountHashes: accounts.map((account) => payerAccountHash(platform, account)),
  }
}

export const importTrace = (id: string, read: ReadStatement, contentHash: string, supersedes: string | undefined) => ({
  action: 'STATEMENT_IMPORTED' as const,
  recordType: 'Statement' as const,
  recordId: id,
  change: {
    source: read.source,
    number: read.statementNo,
    day: read.day,
    entries: read.entries.length,
    contentHash,
    ...(supersedes ? { supersedes } : {}),
  },
})

type Checked =
  | { kind: 'NEW'; supersedes: string | undefined; occurrences: number[] }
  | Extract<ImportOutcome, { kind: 'REPEATED' | 'REFUSED' }>

/** Whether a statement may come in, under its day's lock: what the office has of the day and of the days beside it. */
export async function checkStatement(
  platform: Platform,
  statement: ReadStatement,
  contentHash: string,
): Promise<Checked> {
  if (statement.day > platform.clock.today())
    return refuse({ code: 'DAY_IN_FUTURE', stated: statement.day, expected: platform.clock.today() })
  await openDays(platform, [statement.day])
  const day = await lockDay(platform, statement.day)
  const related = await findRelatedStatements(platform, statement, contentHash)
  const same = related.find((earlier) => earlier.contentHash === contentHash && earlier.state !== 'INCOMPLETE')
  if (same) return repeated(same)
  const occurrences = await countOccurrences(platform, statement)
  const known = related.filter(({ state }) => state !== 'INCOMPLETE')
  const verdict = await judge(platform, statement, occurrences, known)
  if (verdict.kind !== 'NEW') return verdict
  if (day?.status !== 'OPEN') return refuse({ code: 'DAY_CLOSED', stated: statement.day })
  const problem = await balanceProblem(platform, statement)
  return problem ? refuse(problem) : { ...verdict, occurrences }
}

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

type Verdict =
  | { kind: 'NEW'; supersedes: string | undefined }
  | Extract<ImportOutcome, { kind: 'REPEATED' | 'REFUSED' }>

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
