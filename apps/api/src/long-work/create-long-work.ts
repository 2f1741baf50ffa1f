import { createWorkThread } from '../platform/work-thread.ts'
import type { Environment } from '../platform/environment.ts'
import { longWorkConnections } from '../platform/long-work.ts'
import type { LongWork } from '../platform/long-work.ts'
import type { Viewer } from '../access/viewer.ts'
import { sharedCounts } from './shared-counts.ts'
import { uncarried } from './carried.ts'
import type { LongAnswer, LongOrder, WorkerData } from './carried.ts'

/** Whoever hands in one list usually has another part of it, or the next list, within minutes; starting takes a second and a half. */
const idleMs = 5 * 60_000
export interface OpenLongWork extends LongWork {
  /** Whoever is still under way is undone by the database. */
  close(): Promise<void>
}

export function createLongWork(environment: Environment): OpenLongWork {
  const counts = sharedCounts()
  const thread = createWorkThread<LongOrder, LongAnswer>(new URL('./long-work-worker.ts', import.meta.url), {
    idleMs,
    // They take turns, so that a long one does not hold up a shorter.
    atOnce: longWorkConnections,
    workerData: { environment, counts: counts.shared } satisfies WorkerData,
  })
  return {
    carryOut: async (deed, viewer, input) => uncarried(await thread.run({ deed, viewer: viewer as Viewer, input })),
    connections() {
      const { busy, idle, waiting } = thread.isThere() ? counts.read() : { busy: 0, idle: 0, waiting: 0 }
      return { busy, idle, waiting: waiting + thread.waiting() }
    },
    close: thread.close,
  }
}
