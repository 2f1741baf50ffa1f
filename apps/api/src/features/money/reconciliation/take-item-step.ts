import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { CaseMark } from '../../../case/case-mark.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { dayCase } from './day-case.ts'
import { itemCase, itemRefusalOf } from './item-case.ts'
import type { ItemEvent, ItemFacts } from './item-case.ts'
import type { ItemOutcome, ItemRefusal } from './item-decision.ts'
import { findItem, updateItem } from './item-view.repository.ts'
import type { ItemRow } from './item-view.repository.ts'
import type { reconciliationAudit } from './reconciliation.audit.ts'

export interface ItemStep {
  itemId: string
  event: ItemEvent
  actor: Viewer
  decidedOn: CaseMark
  action: Extract<(typeof reconciliationAudit.actions)[number], `RECONCILIATION_${string}`>
  reason?: string | undefined
  facts(item: ItemRow): Promise<ItemFacts> | ItemFacts
  /** What it moves, and what it changes in the item; a refusal undoes whatever was written. */
  write(item: ItemRow): Promise<ItemWritten>
}

export type ItemWritten =
  | { kind: 'BOOKED'; changes: Parameters<typeof updateItem>[2] }
  | { kind: 'REFUSED'; reason: ItemRefusal }

class BookingRefused extends Error {
  readonly reason: ItemRefusal
  constructor(reason: ItemRefusal) {
    super(reason)
    this.reason = reason
  }
}

/** One step of one item, which is at the same time an event of its day: whoever took it does not close the day. */
export async function takeItemStep(platform: Platform, order: ItemStep): Promise<ItemOutcome> {
  const { itemId, event, actor, decidedOn, reason } = order
  const found = isUuid(itemId) ? await findItem(platform, itemId) : undefined
  if (!found) return { kind: 'REFUSED', reason: 'NO_SUCH_ITEM', item: null }
  if (found.dayStatus === 'CLOSED') return { kind: 'REFUSED', reason: 'DAY_CLOSED', item: found }
  try {
    const outcome = await takeStep(platform, itemCase, {
      id: itemId,
      event,
      actor,
      origin: 'web',
      note: reason,
      decidedOn,
      facts: order.facts,
      async write(item) {
        const written = await order.write(item)
        if (written.kind === 'REFUSED') throw new BookingRefused(written.reason)
        await updateItem(platform, item.id, { ...written.changes, revision: item.revision + 1 })
        await recordInDay(platform, item, actor, event)
      },
      trace: (item) => ({
        action: order.action,
        recordType: 'ReconciliationItem',
        recordId: item.id,
        reason,
        change: {
          day: item.day,
          outcome: item.outcome,
          reference: item.reference,
          system: item.systemAmount === null ? null : Number(item.systemAmount),
          bank: item.bankAmount === null ? null : Number(item.bankAmount),
        },
      }),
    })
    if (outcome.kind !== 'REFUSED') return { kind: 'RESOLVED', item: await getItem(platform, itemId) }
    return { kind: 'REFUSED', reason: itemRefusalOf(outcome.refusal, event), item: outcome.row }
  } catch (error) {
    if (error instanceof BookingRefused)
      return { kind: 'REFUSED', reason: error.reason, item: (await findItem(platform, itemId)) ?? null }
    throw error
  }
}

async function getItem(platform: Platform, id: string): Promise<ItemRow> {
  const item = await findItem(platform, id)
  if (!item) throw new Error(`Reconciliation item ${id} disappeared.`)
  return item
}

async function recordInDay(platform: Platform, item: ItemRow, actor: Viewer, event: ItemEvent): Promise<void> {
  const outcome = await takeStep(platform, dayCase, {
    id: item.day,
    event: 'SETTLE_ITEM',
    actor,
    origin: 'web',
    note: event,
    facts: noFacts,
    write: () => Promise.resolve(),
    trace: () => undefined,
  })
  if (outcome.kind !== 'TAKEN') throw new Error(`An item of ${item.day} was settled on a day that takes none.`)
}
