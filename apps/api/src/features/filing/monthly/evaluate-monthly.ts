import { setImmediate } from 'node:timers/promises'
import { completeMonthly, consequencesOf } from '@shebao/declaration-rules'
import type { CompleteMonthly, Completion, MonthlyContext, NumberedChange } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { openChange } from './change-codec.ts'
import { DRAFT_VERSION, listPage, READ_PAGE } from './changes.repository.ts'
import type { KeyedChange } from './changes.repository.ts'
import { loadRulesContext, readRegister } from './load-context.ts'

/** A change with the keyed hash of its number. */
export type LoadedChange = NumberedChange & { readonly idKey: string | null }

interface Page {
  readonly rows: readonly KeyedChange[]
  readonly next: Promise<Page> | undefined
}

/** As soon as a page is here the next is asked for, so that the database reads on while pages are opened. */
async function pageBehind(platform: Platform, of: { declarationId: string; version: number }, row = 0): Promise<Page> {
  const rows = await listPage(platform, of, row)
  const last = rows.length === READ_PAGE ? rows.at(-1) : undefined
  const next = last && pageBehind(platform, of, last.rowNo)
  // Whoever opens the pages hears of it when they come to it.
  next?.catch(() => undefined)
  return { rows, next }
}

/** How many rows the pages have, once the last of them is here. */
async function countRead(first: Promise<Page>): Promise<number> {
  let rows = 0
  for (let page: Page | undefined = await first; page; page = await page.next) rows += page.rows.length
  return rows
}

/** Rows opened without a break; between, whatever came for others or from the database is seen to. */
const openedAtOnce = 250

async function openPages({ vault }: Platform, first: Promise<Page>): Promise<LoadedChange[]> {
  const changes: LoadedChange[] = []
  for (let page: Page | undefined = await first; page; page = await page.next)
    for (const [index, stored] of page.rows.entries()) {
      const { row, draft } = openChange(vault, stored)
      changes.push({ row, draft, idKey: stored.idKey })
      // oxlint-disable-next-line no-await-in-loop -- the event loop's turn
      if (index % openedAtOnce === openedAtOnce - 1) await setImmediate()
    }
  return changes
}

/** All changes of a version. */
export async function loadChanges(
  platform: Platform,
  { id }: Pick<DeclarationRow, 'id'>,
  version: number,
): Promise<LoadedChange[]> {
  const first = pageBehind(platform, { declarationId: id, version })
  const opening = openPages(platform, first)
  // Nothing is left on the connection when this is over, whatever failed.
  await Promise.allSettled([opening, countRead(first)])
  return opening
}

export interface MonthlyEvaluation {
  readonly completion: Completion<CompleteMonthly>
  readonly changes: readonly LoadedChange[]
}

/** Every change of the draft with what the rules need. Who is with the unit is read while the last pages are opened. */
export async function loadDraft(
  platform: Platform,
  declaration: DeclarationRow,
): Promise<{ changes: readonly LoadedChange[]; context: MonthlyContext }> {
  const first = pageBehind(platform, { declarationId: declaration.id, version: DRAFT_VERSION })
  const opening = openPages(platform, first)
  const reading = countRead(first).then((rows) => readRegister(platform, declaration, rows))
  await Promise.allSettled([opening, reading])
  const [changes, register] = [await opening, await reading]
  return { changes, context: await loadRulesContext(platform, declaration, changes, register) }
}

/** Every rule over every change of the draft. */
export async function evaluateMonthly(platform: Platform, declaration: DeclarationRow): Promise<MonthlyEvaluation> {
  const { changes, context } = await loadDraft(platform, declaration)
  return { changes, completion: completeMonthly(changes, context) }
}

/** Hired long ago, or left in a way that starts the 15 days; how many of each, and the days. */
export function consequencesOfAll(changes: readonly NumberedChange[], today: string) {
  const duties = new Map<string, number>()
  let late = 0
  for (const { draft } of changes) {
    const { lateRegistration, unemployedListDue } = consequencesOf(draft, today)
    if (lateRegistration) late += 1
    if (unemployedListDue !== undefined) duties.set(unemployedListDue, (duties.get(unemployedListDue) ?? 0) + 1)
  }
  return {
    lateRegistrations: late,
    duties: [...duties]
      .map(([dueOn, people]) => ({ dueOn, people }))
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
  }
}
