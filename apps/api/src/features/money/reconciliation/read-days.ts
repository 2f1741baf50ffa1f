import { requireMay } from '../../../access/permissions.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { isCivilDate } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { outcomes } from './compare-day.ts'
import type { Outcome } from './compare-day.ts'
import { findItem, listItems } from './item-view.repository.ts'
import type { ItemRow } from './item-view.repository.ts'
import { findDayHead, listDayHeads, listOutcomeTotals, listSystemTotals } from './overview.repository.ts'
import type { DayHead, OutcomeTotal } from './overview.repository.ts'
import { listWaiting } from './page.repository.ts'
import type { WaitingStatement } from './page.repository.ts'
import { listCurrentStatements } from './statement.repository.ts'
import type { StatementRow } from './statement.repository.ts'

export interface DayView extends DayHead {
  bankStatement: StatementRow | null
  treasuryStatement: StatementRow | null
  /** Of which a page is still to come. */
  waitingStatements: WaitingStatement[]
  totals: Omit<OutcomeTotal, 'day'>[]
  open: number
  /** By the office's own books, whether compared or not. */
  systemCount: number
  systemAmount: number
}

export async function readDays(
  platform: Platform,
  viewer: Viewer | undefined,
  args: KeysetArgs & { openOnly?: boolean | null | undefined },
): Promise<DayView[]> {
  requireMay(viewer, 'reconciliation:read')
  const [before] = decodeCursor(args, 1) ?? []
  const heads = await listDayHeads(platform, {
    before: typeof before === 'string' ? before : undefined,
    openOnly: args.openOnly ?? false,
    limit: pageSize(args) + 1,
  })
  return withTotals(platform, heads)
}

/** One day, or nothing while no file and no job has begun it. */
export async function readDay(platform: Platform, viewer: Viewer | undefined, day: string): Promise<DayView | null> {
  requireMay(viewer, 'reconciliation:read')
  const head = isCivilDate(day) ? await findDayHead(platform, day) : undefined
  return head ? ((await withTotals(platform, [head]))[0] ?? null) : null
}

/** Four queries for all of them. */
async function withTotals(platform: Platform, heads: readonly DayHead[]): Promise<DayView[]> {
  const days = heads.map(({ day }) => day)
  const statements = await listCurrentStatements(platform, days)
  const waiting = Map.groupBy(await listWaiting(platform, days), ({ day }) => day)
  const totals = Map.groupBy(await listOutcomeTotals(platform, days), ({ day }) => day)
  const system = new Map((await listSystemTotals(platform, days)).map((row) => [row.day, row]))
  return heads.map((head) => {
    const file = (source: string) => statements.find((one) => one.day === head.day && one.source === source) ?? null
    const own = totals.get(head.day) ?? []
    return {
      ...head,
      bankStatement: file('BANK'),
      treasuryStatement: file('TREASURY'),
      waitingStatements: waiting.get(head.day) ?? [],
      totals: outcomes.map((outcome) => own.find((one) => one.outcome === outcome) ?? emptyTotal(outcome)),
      open: own.reduce((sum, one) => sum + one.open, 0),
      systemCount: system.get(head.day)?.count ?? 0,
      systemAmount: Number(system.get(head.day)?.amount ?? 0n),
    }
  })
}

const emptyTotal = (outcome: Outcome) => ({ outcome, count: 0, open: 0, system: 0n, bank: 0n, treasury: 0n })

export const itemKey = ({ rank, reference, id }: ItemRow) => [rank, reference, id]

export async function readItem(platform: Platform, viewer: Viewer | undefined, id: string): Promise<ItemRow> {
  requireMay(viewer, 'reconciliation:read')
  const item = isUuid(id) ? await findItem(platform, id) : undefined
  if (!item) throw notFound('item')
  return item
}

export async function readItems(
  platform: Platform,
  viewer: Viewer | undefined,
  day: string,
  args: KeysetArgs & { outcome?: Outcome | null | undefined; openOnly?: boolean | null | undefined },
): Promise<ItemRow[]> {
  requireMay(viewer, 'reconciliation:read')
  const [rank, reference, id] = decodeCursor(args, 3) ?? []
  const known = typeof rank === 'number' && typeof reference === 'string' && typeof id === 'string'
  if (!isCivilDate(day)) throw notFound('day')
  return listItems(platform, day, {
    outcomes: args.outcome ? [args.outcome] : null,
    openOnly: args.openOnly ?? false,
    after: known ? { rank, reference, id } : undefined,
    limit: pageSize(args) + 1,
  })
}
