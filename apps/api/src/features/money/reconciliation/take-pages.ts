import { createHash } from 'node:crypto'
import { openCase, noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { openDays } from './day-case.ts'
import { lockDay } from './day.repository.ts'
import { refuse, repeated } from './import-outcome.ts'
import type { ImportOutcome, StatementFile } from './import-outcome.ts'
import { clearPages, findPageByHash, insertPage, listPages, lockWaiting } from './page.repository.ts'
import { joinPages } from './reading/join-pages.ts'
import type { ReadPage, ReadStatement } from './reading/read-statement.types.ts'
import { bringerOf, checkStatement, importTrace, rowOf } from './record-statement.ts'
import type { Recorded } from './record-statement.ts'
import { statementCase } from './statement-case.ts'
import { statementTable } from './statement.lifecycle.ts'
import { completeStatement, insertStatement } from './statement.repository.ts'

interface HashedPage {
  page: ReadPage
  hash: string
}

type Ended = Extract<ImportOutcome, { kind: 'REFUSED' | 'REPEATED' | 'WAITING_FOR_PAGES' }>
export type TakenPages =
  | Ended
  | { kind: 'WHOLE'; statement: ReadStatement; recorded: Extract<Recorded, { kind: 'RECORDED' }> }

class PageRefused extends Error {
  readonly outcome: Ended
  constructor(outcome: Ended) {
    super(outcome.kind)
    this.outcome = outcome
  }
}

/**
 * Pages of one statement. They wait, sealed, until all of them are here; then they are one statement of one day. A page that does
 * not fit is refused and leaves those before it as they are.
 */
export async function takePages(
  platform: Platform,
  pages: readonly HashedPage[],
  file: StatementFile,
): Promise<TakenPages> {
  try {
    return await platform.database.transaction(() => take(platform, pages, file))
  } catch (error) {
    if (error instanceof PageRefused) return error.outcome
    throw error
  }
}

async function take(platform: Platform, pages: readonly HashedPage[], file: StatementFile): Promise<TakenPages> {
  const [first] = pages
  if (!first) throw new Error('No page.')
  const { statement } = first.page
  if (statement.day > platform.clock.today())
    return refuse({ code: 'DAY_IN_FUTURE', stated: statement.day, expected: platform.clock.today() })
  await openDays(platform, [statement.day])
  const day = await lockDay(platform, statement.day)
  const known = await Promise.all(pages.map(({ hash }) => findPageByHash(platform, hash)))
  const [seen] = known
  if (seen && known.every((one) => one !== undefined)) return repeated(seen)
  if (day?.status !== 'OPEN') return refuse({ code: 'DAY_CLOSED', stated: statement.day })
  const waiting = await openWaiting(platform, statement, first.hash, file)
  for (const [index, one] of pages.entries())
    if (known[index] === undefined) await addPage(platform, waiting, one, file)
  const stored = await listPages(platform, waiting.id)
  const read = stored.flatMap(({ content }) => (content ? [platform.vault.open<ReadPage>(content)] : []))
  const joined = joinPages(read)
  if (joined.kind === 'REFUSED') throw new PageRefused(joined)
  if (joined.kind === 'WAITING')
    return {
      kind: 'WAITING_FOR_PAGES',
      day: statement.day,
      number: statement.statementNo,
      here: stored.map(({ number }) => number),
      missing: joined.missing,
    }
  const contentHash = hashOf(stored.map((page) => page.contentHash))
  return complete(platform, { ...waiting, contentHash }, joined.statement, file)
}

const hashOf = (hashes: readonly string[]) => createHash('sha256').update(hashes.join('/')).digest('hex')

interface Waiting {
  id: string
  origin: string
}

/** The statement whose pages these are; its first page makes it. */
async function openWaiting(
  platform: Platform,
  statement: ReadStatement,
  hash: string,
  file: StatementFile,
): Promise<Waiting> {
  const known = await lockWaiting(platform, statement)
  if (known) return known
  const { id } = await openCase(platform, statementTable, {
    event: file.how === 'FETCHED' ? 'FETCH_PAGE' : 'BRING_PAGE',
    actor: bringerOf(file),
    origin: file.origin,
    write: async () => ({
      id: await insertStatement(platform, {
        ...rowOf(platform, { ...statement, entries: [], openingBalance: null, closingBalance: null }, []),
        contentHash: hash,
        fileName: file.fileName.slice(0, 200),
        importedBy: file.viewer?.accountId,
        importedAt: platform.clock.now(),
        supersedes: undefined,
        origin: file.how,
        state: 'INCOMPLETE',
      }),
    }),
    trace: () => undefined,
  })
  return { id, origin: file.how }
}

async function addPage(platform: Platform, { id }: Waiting, { page, hash }: HashedPage, file: StatementFile) {
  const stored = await listPages(platform, id)
  if (stored.some(({ number }) => number === page.number))
    throw new PageRefused(
      refuse({ code: 'PAGES_DIFFER', stated: String(page.number), field: page.statement.statementNo }),
    )
  const outcome = await takeStep(platform, statementCase, {
    id,
    event: file.how === 'FETCHED' ? 'FETCH_FURTHER_PAGE' : 'BRING_FURTHER_PAGE',
    actor: bringerOf(file),
    origin: file.origin,
    facts: noFacts,
    write: () =>
      insertPage(platform, {
        statementId: id,
        number: page.number,
        last: page.last,
        contentHash: hash,
        fileName: file.fileName.slice(0, 200),
        importedBy: file.viewer?.accountId ?? null,
        importedAt: platform.clock.now(),
        content: platform.vault.seal(page),
      }),
    trace: () => ({
      action: 'STATEMENT_PAGE_TAKEN',
      recordType: 'Statement',
      recordId: id,
      change: { number: page.statement.statementNo, day: page.statement.day, page: page.number, contentHash: hash },
    }),
  })
  if (outcome.kind !== 'TAKEN') throw new Error(`Statement ${id} takes no page.`)
}

async function complete(
  platform: Platform,
  waiting: Waiting & { contentHash: string },
  statement: ReadStatement,
  file: StatementFile,
): Promise<TakenPages> {
  const { id, contentHash } = waiting
  const checked = await checkStatement(platform, statement, contentHash)
  if (checked.kind !== 'NEW') throw new PageRefused(checked)
  const fetched = file.how === 'FETCHED' && waiting.origin === 'FETCHED'
  const outcome = await takeStep(platform, statementCase, {
    id,
    event: fetched ? 'COMPLETE_FETCHED' : 'COMPLETE',
    actor: bringerOf(file),
    origin: file.origin,
    facts: noFacts,
    async write(_row, state) {
      await completeStatement(platform, id, {
        ...rowOf(platform, statement, checked.occurrences),
        contentHash,
        importedAt: platform.clock.now(),
        supersedes: checked.supersedes,
        origin: fetched ? 'FETCHED' : 'BROUGHT',
        state,
      })
      await clearPages(platform, id)
    },
    trace: () => importTrace(id, statement, contentHash, checked.supersedes),
  })
  // Pages that a person brought are not completed by a job: it cannot answer for them.
  if (outcome.kind !== 'TAKEN')
    throw new PageRefused(refuse({ code: 'PAGES_DIFFER', field: statement.statementNo, stated: file.fileName }))
  return {
    kind: 'WHOLE',
    statement,
    recorded: { kind: 'RECORDED', corrects: checked.supersedes !== undefined, held: !fetched },
  }
}
