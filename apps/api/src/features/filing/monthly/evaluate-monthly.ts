import { completeMonthly, consequencesOf } from '@shebao/declaration-rules'
import type { CompleteMonthly, Completion, NumberedChange } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { openChange } from './change-codec.ts'
import { pagesOf } from './changes.repository.ts'
import { loadContext } from './load-context.ts'
import type { LoadedContext } from './load-context.ts'

/** All changes of a version, opened page by page so that the event loop stays free for others. */
export async function loadChanges(
  platform: Platform,
  { id }: Pick<DeclarationRow, 'id'>,
  version: number,
): Promise<NumberedChange[]> {
  const changes: NumberedChange[] = []
  for await (const page of pagesOf(platform, { declarationId: id, version })) {
    for (const stored of page) changes.push(openChange(platform.vault, stored))
  }
  return changes
}

export interface MonthlyEvaluation extends LoadedContext {
  readonly completion: Completion<CompleteMonthly>
  readonly changes: readonly NumberedChange[]
}

/** Every rule over every change of the draft. */
export async function evaluateMonthly(platform: Platform, declaration: DeclarationRow): Promise<MonthlyEvaluation> {
  const changes = await loadChanges(platform, declaration, 0)
  const loaded = await loadContext(platform, declaration, changes)
  return { ...loaded, changes, completion: completeMonthly(changes, loaded.context) }
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
