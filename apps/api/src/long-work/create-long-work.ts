import { createWorkThread } from '../platform/work-thread.ts'
import type { Environment } from '../platform/environment.ts'
import { longWorkConnections } from '../platform/long-work.ts'
import type { LongWork } from '../platform/long-work.ts'
import type { Viewer } from '../access/viewer.ts'
import { uncarried } from './carried.ts'
import type { LongAnswer, LongOrder } from './carried.ts'

/** Whoever hands in one list usually has another part of it, or the next list, within minutes; starting takes a second and a half. */
const idleMs = 5 * 60_000
export interface OpenLongWork extends LongWork {
  /** Whoever is still under way is undone by the database. */
  close(): Promise<void>
}

export function createLongWork(environment: Environment): OpenLongWork {
  const thread = createWorkThread<LongOrder, LongAnswer>(new URL('./long-work-worker.ts', import.meta.url), {
    idleMs,
    // They take turns, so that a long one does not hold up a shorter.
    atOnce: longWorkConnections,
    workerData: environment,
  })
  return {
    carryOut: async (deed, viewer, input) => uncarried(await thread.run({ deed, viewer: viewer as Viewer, input })),
    close: thread.close,
  }
}
