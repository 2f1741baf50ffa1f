import type { ConnectionCounts } from './database.ts'

/** What employers do with whole lists, and what takes seconds of a processor's time with a long one. */
export const longDeeds = ['SAVE_PERSONNEL', 'SUBMIT_DECLARATION', 'SUBMIT_MONTHLY'] as const
export type LongDeed = (typeof longDeeds)[number]

/** How many connections it has of its own, besides those of the pool: one for each deed that is under way. */
export const longWorkConnections = 4

/** Carries out use cases on a thread and with connections of its own, so that the one that serves stays free for others (ADR 83). */
export interface LongWork {
  /** Viewer and input are copied there, the outcome back; what it throws here is what the use case threw there. */
  carryOut(deed: LongDeed, viewer: object, input: object): Promise<unknown>
  /** Those that the thread has of its own, and the deeds that wait for one. */
  connections(): ConnectionCounts
}
