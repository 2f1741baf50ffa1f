import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { compareDay } from './compare-day.ts'
import { loadDay, lockDay } from './day.repository.ts'
import { closeDayRow, hasResolved, listItems } from './item-view.repository.ts'
import { markNoticesReconciled } from '../debt/notice-state.repository.ts'
import type { ItemRow } from './item-view.repository.ts'
import { reconcileDay } from './reconcile-day.ts'
import { listCurrentStatements } from './statement.repository.ts'
import { storeItems } from './store-items.ts'

export const closeRefusals = [
  'NO_SUCH_DAY',
  'ALREADY_CLOSED',
  'DAY_NOT_OVER',
  'BANK_FILE_MISSING',
  'TREASURY_FILE_MISSING',
  'OPEN_ITEMS',
  'RESOLVED_BY_YOU',
] as const
export type CloseRefusal = (typeof closeRefusals)[number]

export type CloseOutcome =
  | { kind: 'CLOSED'; day: string; notices: number }
  | { kind: 'REFUSED'; day: string; reason: CloseRefusal; openCount: number; openItems: ItemRow[] }

const itemsNamed = 20

/**
 * Closes a day for good. It needs both files, no open item and, of the people, one who resolved none of its items [PD]. Its
 * paid notices become RECONCILED.
 */
export async function closeDay(platform: Platform, viewer: Viewer | undefined, day: string): Promise<CloseOutcome> {
  const actor = requireMay(viewer, 'reconciliation:close')
  await reconcileDay(platform, day)
  return platform.database.transaction(async () => {
    const locked = await lockDay(platform, day)
    if (!locked) return refuse(day, 'NO_SUCH_DAY')
    if (locked.status === 'CLOSED') return refuse(day, 'ALREADY_CLOSED')
    if (day >= platform.clock.today()) return refuse(day, 'DAY_NOT_OVER')
    const statements = await listCurrentStatements(platform, [day])
    if (!statements.some(({ source }) => source === 'BANK')) return refuse(day, 'BANK_FILE_MISSING')
    if (!statements.some(({ source }) => source === 'TREASURY')) return refuse(day, 'TREASURY_FILE_MISSING')
    const open = await compareOnceMore(platform, day)
    if (open > 0) return { ...refuse(day, 'OPEN_ITEMS'), openCount: open, openItems: await listOpen(platform, day) }
    if (await hasResolved(platform, day, actor.accountId)) return refuse(day, 'RESOLVED_BY_YOU')
    await closeDayRow(platform, day, actor.accountId, platform.clock.now())
    const notices = await markNoticesReconciled(platform, day)
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: actor.accountId,
      role: actingRole(actor, 'reconciliation:close'),
      origin: 'web',
      action: 'RECONCILIATION_DAY_CLOSED',
      recordType: 'ReconciliationDay',
      recordId: day,
      change: { notices },
    })
    return { kind: 'CLOSED', day, notices }
  })
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
