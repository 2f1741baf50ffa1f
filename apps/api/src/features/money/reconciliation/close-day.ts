import type { StepRefusal } from '@shebao/case'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { forbidden } from '../../../access/refusal.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { compareDay } from './compare-day.ts'
import { dayCase } from './day-case.ts'
import type { CloseRefusal, DayState } from './day-case.ts'
import { loadDay, lockDay } from './day.repository.ts'
import { closeDayRow, listItems } from './item-view.repository.ts'
import { markNoticesReconciled } from '../debt/index.ts'
import type { ItemRow } from './item-view.repository.ts'
import { listWaiting } from './page.repository.ts'
import { reconcileDay } from './reconcile-day.ts'
import { listCurrentStatements } from './statement.repository.ts'
import { storeItems } from './store-items.ts'

export type CloseOutcome =
  | { kind: 'CLOSED'; day: string; notices: number }
  | { kind: 'REFUSED'; day: string; reason: CloseRefusal; openCount: number; openItems: ItemRow[] }

const itemsNamed = 20

/**
 * Closes a day for good. It needs both files, no open item and, of the people, one who resolved none of its items [PD]. Its
 * paid notices become RECONCILED.
 */
export async function closeDay(
  platform: Platform,
  viewer: Viewer | undefined,
  { id: day, decidedOn }: Decision,
): Promise<CloseOutcome> {
  const actor = requireMay(viewer, 'reconciliation:close')
  await reconcileDay(platform, day)
  let openCount = 0
  const outcome = await platform.database.transaction(async () => {
    if (!(await lockDay(platform, day))) return undefined
    return takeStep(platform, dayCase, {
      id: day,
      decidedOn,
      event: 'CLOSE',
      actor,
      origin: 'web',
      async facts() {
        const facts = await loadFacts(platform, day)
        openCount = facts.openItems ?? 0
        return facts
      },
      async write() {
        await closeDayRow(platform, day, actor.accountId, platform.clock.now())
        return markNoticesReconciled(platform, day)
      },
      trace: (_day, _status, notices) => ({
        action: 'RECONCILIATION_DAY_CLOSED',
        recordType: 'ReconciliationDay',
        recordId: day,
        change: { notices },
      }),
    })
  })
  if (!outcome) return refuse(day, 'NO_SUCH_DAY')
  if (outcome.kind === 'TAKEN') return { kind: 'CLOSED', day, notices: outcome.result }
  if (outcome.kind === 'ALREADY') return refuse(day, 'ALREADY_CLOSED')
  const reason = reasonOf(outcome.refusal)
  if (reason !== 'OPEN_ITEMS') return refuse(day, reason)
  return { ...refuse(day, reason), openCount, openItems: await listOpen(platform, day) }
}

/** The day is compared once more, under its lock, when nothing simpler stands against closing it. */
async function loadFacts(platform: Platform, day: string) {
  const over = day < platform.clock.today()
  const statements = await listCurrentStatements(platform, [day])
  const files = statements.map(({ source }) => source)
  const held = statements.some(({ state }) => state === 'HELD')
  const waiting = (await listWaiting(platform, [day])).length > 0
  const complete = over && !held && !waiting && files.includes('BANK') && files.includes('TREASURY')
  return { over, files, held, waiting, ...(complete ? { openItems: await compareOnceMore(platform, day) } : {}) }
}

function reasonOf(refusal: StepRefusal<DayState, CloseRefusal>): CloseRefusal {
  switch (refusal.code) {
    case 'GUARD':
      return refusal.problems[0]
    case 'SAME_PERSON':
      return 'RESOLVED_BY_YOU'
    case 'NOT_PERMITTED':
      throw forbidden()
    case 'STALE':
    case 'NOT_IN_STATE':
      return 'ALREADY_CLOSED'
  }
}

/** Under the lock, so that nothing that came in the last moment is closed in with the day. */
async function compareOnceMore(platform: Platform, day: string): Promise<number> {
  const items = compareDay(await loadDay(platform, day, true))
  return storeItems(
    platform,
    day,
    items.map((item) => ({ ...item, suggestedEmployerId: null })),
  )
}

const listOpen = (platform: Platform, day: string) =>
  listItems(platform, day, { outcomes: null, openOnly: true, after: undefined, limit: itemsNamed })

const refuse = (day: string, reason: CloseRefusal): Extract<CloseOutcome, { kind: 'REFUSED' }> => ({
  kind: 'REFUSED',
  day,
  reason,
  openCount: 0,
  openItems: [],
})
