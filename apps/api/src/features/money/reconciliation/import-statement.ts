import { createHash } from 'node:crypto'
import type { Platform } from '../../../platform/platform.ts'
import { findPayeeNumbers } from '../../register/office/index.ts'
import { listOtherDays } from './overview.repository.ts'
import type { ImportOutcome, StatementFile } from './import-outcome.ts'
import { findLayout, saveLayout } from './layout.repository.ts'
import { readOffThread } from './reading/read-off-thread.ts'
import type { ReadPage, ReadStatement } from './reading/read-statement.types.ts'
import { recordStatement } from './record-statement.ts'
import { reconcileDay } from './reconcile-day.ts'
import { takePages } from './take-pages.ts'

/**
 * Takes in one file, all of it or nothing. A statement and its entries are recorded in one transaction; then the day is
 * reconciled, which may be cut off and goes on with the next import or the job: each money is booked under its own key. A
 * file of several statements is taken in day by day, so that each begins where the one before it ended.
 */
export async function importStatement(platform: Platform, file: StatementFile): Promise<ImportOutcome> {
  const { number: account, former: formerAccounts } = await findPayeeNumbers(platform)
  const remembered = file.layout ? undefined : await findLayout(platform, account)
  const layout = file.layout ?? (remembered && { columns: remembered })
  const read = await readOffThread(file.bytes, { account, formerAccounts, layout })
  if (!read.ok) return { kind: 'REFUSED', problems: read.problems, ...(read.table ? { table: read.table } : {}) }
  if (file.layout && file.viewer)
    await saveLayout(platform, {
      account,
      columns: file.layout.columns,
      by: file.viewer.accountId,
      at: platform.clock.now(),
    })
  const contentHash = createHash('sha256').update(file.bytes).digest('hex')
  const alone = read.statements.length === 1 && read.pages.length === 0
  const outcomes: ImportOutcome[] = []
  for (const statement of read.statements.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const hash = alone ? contentHash : partHash(contentHash, statement)
    outcomes.push(await takeStatement(platform, statement, file, hash))
  }
  for (const pages of Map.groupBy(read.pages, ({ statement }) => statement.statementNo).values())
    outcomes.push(await takeStatementPages(platform, pages, file, contentHash))
  const [only] = outcomes
  return only && outcomes.length === 1 && read.otherAccounts.length === 0
    ? only
    : { kind: 'SEVERAL', outcomes, otherAccounts: read.otherAccounts }
}

async function takeStatement(
  platform: Platform,
  statement: ReadStatement,
  file: StatementFile,
  contentHash: string,
): Promise<ImportOutcome> {
  const recorded = await recordStatement(platform, statement, file, contentHash)
  return recorded.kind === 'REFUSED' ? recorded : finish(platform, statement, recorded)
}

async function takeStatementPages(
  platform: Platform,
  pages: readonly ReadPage[],
  file: StatementFile,
  contentHash: string,
): Promise<ImportOutcome> {
  const hashed = pages.map((page) => ({ page, hash: partHash(`${contentHash}/${page.number}`, page.statement) }))
  const taken = await takePages(platform, hashed, file)
  return taken.kind === 'WHOLE' ? finish(platform, taken.statement, taken.recorded) : taken
}

type Recorded = Extract<Awaited<ReturnType<typeof recordStatement>>, { kind: 'RECORDED' | 'REPEATED' }>

/** Also for a file that is here already: an import that was cut off is finished now. */
async function finish(platform: Platform, statement: ReadStatement, recorded: Recorded): Promise<ImportOutcome> {
  const result = await reconcileDay(platform, statement.day)
  for (const other of await listOtherDays(platform, statement.day)) await reconcileDay(platform, other)
  if (recorded.kind === 'REPEATED') return recorded
  const { day, source, entries, pending } = statement
  const { corrects, held } = recorded
  return { kind: 'IMPORTED', day, source, entries: entries.length, pending, corrects, held, result }
}

const partHash = (contentHash: string, { source, account, statementNo, day }: ReadStatement) =>
  createHash('sha256').update([contentHash, source, account, statementNo, day].join('/')).digest('hex')
