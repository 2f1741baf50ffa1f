import { Piscina } from 'piscina'

export interface WorkThreadOptions {
  /** After this long without work it is let go, with all that it holds. */
  idleMs: number
  /** How many orders it has under way at once: one, unless what it does waits for others. */
  atOnce?: number
  /** What it is handed when it starts. */
  workerData?: unknown
}

export interface WorkThread<Order, Answer> {
  run(order: Order): Promise<Answer>
  /** Orders that it has not begun. */
  waiting(): number
  /** Whether it is there just now. */
  isThere(): boolean
  /** Ends it; whoever still waits is told. */
  close(): Promise<void>
}

/** One thread beside the one that serves: started when it is first needed, let go when there is nothing to do. */
export function createWorkThread<Order, Answer>(
  file: URL,
  { idleMs, atOnce = 1, workerData }: WorkThreadOptions,
): WorkThread<Order, Answer> {
  let pool: Piscina<Order, Answer> | undefined
  const start = () =>
    new Piscina<Order, Answer>({
      filename: file.href,
      minThreads: 0,
      maxThreads: 1,
      concurrentTasksPerWorker: atOnce,
      idleTimeout: idleMs,
      workerData,
      // Between two orders it would sleep so soundly that its own timers and connections stood still.
      ...(atOnce > 1 ? { atomics: 'disabled' as const } : {}),
    })
  return {
    run(order) {
      pool ??= start()
      return pool.run(order)
    },
    waiting: () => pool?.queueSize ?? 0,
    isThere: () => (pool?.threads.length ?? 0) > 0,
    async close() {
      const closing = pool
      pool = undefined
      await closing?.destroy()
    },
  }
}
