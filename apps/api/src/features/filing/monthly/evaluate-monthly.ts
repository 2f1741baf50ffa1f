import { completeMonthly, consequencesOf } from '@shebao/declaration-rules'
import type { CompleteMonthly, Completion, NumberedChange } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { openChange } from './change-codec.ts'
import { listPage, READ_PAGE } from './changes.repository.ts'
import { loadRulesContext } from './load-context.ts'

/** A change with the keyed hash of its number. */
export type LoadedChange = NumberedChange & { readonly idKey: string | null }

/** All changes of a version, opened page by page so that the event loop stays free for others; the database reads the next page meanwhile. */
export async function loadChanges(
  platform: Platform,
  { id }: Pick<DeclarationRow, 'id'>,
  version: number,
): Promise<LoadedChange[]> {
  const of = { declarationId: id, version }
  const changes: LoadedChange[] = []
  let page = await listPage(platform, of, 0)
  for (;;) {
    const last = page.length === READ_PAGE ? page.at(-1) : undefined
    const next = last && listPage(platform, of, last.rowNo)
    try {
      for (const stored of page) {
        const { row, draft } = openChange(platform.vault, stored)
        changes.push({ row, draft, idKey: stored.idKey })
      }
    } finally {
      page = (await next) ?? []
    }
    if (!next) return changes
  }
}

export interface MonthlyEvaluation {
  readonly completion: Completion<CompleteMonthly>
  readonly changes: readonly NumberedChange[]
}

/** Every rule over every change of the draft. */
export async function evaluateMonthly(platform: Platform, declaration: DeclarationRow): Promise<MonthlyEvaluation> {
  const changes = await loadChanges(platform, declaration, 0)
  return { changes, completion: completeMonthly(changes, await loadRulesContext(platform, declaration, changes)) }
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
