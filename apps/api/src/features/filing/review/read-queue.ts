import { normaliseIdentifier } from '@shebao/identifiers'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import { civilDateAt, daysBetween } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { isOverdue } from '../declaration/index.ts'
import type { DeclarationKind } from '../declaration/index.ts'
import { holdLastsMs } from './hold-review.ts'
import { countQueue, findQueuePage, queueStates } from './queue.repository.ts'
import type { QueueCount, QueueRow, QueueState } from './queue.repository.ts'

/** DUE is what staff must act on: what waits for them, and what was sent back and is past its last day. */
export const queueFilters = ['DUE', ...queueStates] as const
export type QueueFilter = (typeof queueFilters)[number]

export interface QueueQuery extends KeysetArgs {
  status?: QueueFilter | null | undefined
  search?: string | null | undefined
  sort?: 'OLDEST_FIRST' | 'NEWEST_FIRST' | null | undefined
  employerId?: string | null | undefined
  kind?: DeclarationKind | null | undefined
}

export interface QueueItem extends QueueRow {
  /** Whole days since it came into the state it waits in, counted by the office's calendar. */
  waitingDays: number
  /** First submitted after the last day, or not submitted and the last day is over. */
  late: boolean
  /** Somebody else has it open now. */
  heldByOther: string | undefined
}

const waiting: readonly QueueState[] = ['SUBMITTED', 'UNDER_REVIEW']

export async function readQueue(
  platform: Platform,
  asker: Viewer | undefined,
  query: QueueQuery,
): Promise<QueueItem[]> {
  const viewer = requireMay(asker, 'review:read')
  const today = platform.clock.today()
  const written = query.search?.normalize('NFKC').trim().toUpperCase() || undefined
  const filter = query.status ?? 'DUE'
  const rows = await findQueuePage(platform, {
    states: query.employerId ? queueStates : filter === 'DUE' ? [...waiting, 'RETURNED'] : [filter],
    number: written ? normaliseIdentifier(written) : undefined,
    formNo: written,
    employerId: query.employerId ? requireUuid(query.employerId, 'employer') : undefined,
    kind: query.kind ?? undefined,
    onlyUrgentReturned: filter === 'DUE' && !query.employerId,
    today,
    newestFirst: query.sort === 'NEWEST_FIRST',
    after: readCursor(query),
    heldAfter: new Date(platform.clock.now().getTime() - holdLastsMs),
    limit: pageSize(query) + 1,
  })
  return rows.map((row) => ({
    ...row,
    waitingDays: Math.max(0, daysBetween(civilDateAt(row.since), today)),
    late: isOverdue(row.dueOn, row.firstSubmittedAt ? civilDateAt(row.firstSubmittedAt) : undefined, today),
    heldByOther: row.holderId !== null && row.holderId !== viewer.accountId ? (row.holderName ?? undefined) : undefined,
  }))
}

export const queueKey = (row: QueueRow) => [row.urgency, row.since.toISOString(), row.id]

function readCursor(query: QueueQuery) {
  const [urgency, since, id] = decodeCursor(query, 3) ?? []
  if (urgency === undefined) return undefined
  const at = new Date(String(since))
  if (typeof urgency !== 'number' || Number.isNaN(at.getTime()))
    throw badInput('after', 'This is no cursor of this list.')
  return { urgency, since: at, id: String(id) }
}

export type QueueCounts = Record<QueueState, number> & { DUE: number }

export async function countByState(
  platform: Platform,
  asker: Viewer | undefined,
  kind?: DeclarationKind | null,
): Promise<QueueCounts> {
  requireMay(asker, 'review:read')
  const counts = await countQueue(platform, platform.clock.today(), kind ?? undefined)
  const of = (state: QueueState): QueueCount =>
    counts.find((count) => count.state === state) ?? { state, count: 0, urgent: 0 }
  const byState = Object.fromEntries(queueStates.map((state) => [state, of(state).count])) as Record<QueueState, number>
  return { ...byState, DUE: of('SUBMITTED').count + of('UNDER_REVIEW').count + of('RETURNED').urgent }
}
