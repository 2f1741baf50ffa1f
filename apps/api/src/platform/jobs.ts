import { PgBoss } from 'pg-boss'
import type { Database } from './database.ts'
import type { Logger } from './logger.ts'
import { asOffice } from './tenancy.ts'
import { traced } from './tracing.ts'
import type { Tracing } from './tracing.ts'

/** Work that comes round by the clock. It may run twice, so it must not mind. */
export interface RecurringJob {
  name: string
  /** Cron, in Asia/Shanghai. */
  cron: string
  run: () => Promise<void>
}

export interface Jobs extends JobQueue {
  stop(): Promise<void>
}

export interface JobQueue {
  /** Puts one run into the queue, besides those of the clock, and begins with it at once when nothing else is being done. */
  request(name: string): Promise<void>
  /** Whether the queue is being worked off: some job began or ended lately, here or in another process. */
  isWorking(): boolean | Promise<boolean>
}

/** Each of its runs is a trace of its own. */
export const traceJob = (tracing: Tracing, job: RecurringJob): RecurringJob => ({
  ...job,
  run: () => traced(tracing, `job ${job.name}`, {}, job.run),
})

/** Where no jobs run, as in tests: what is asked for waits for the clock of a server that runs them. */
export const noJobs: JobQueue = { request: async () => undefined, isWorking: () => false }

/** The embedded database has one connection for everything, so the queue asks seldom. */
const defaultPollingSeconds = 10

/** One job comes round every minute; when none did for so long, the queue stands still. */
const longestSilenceMs = 10 * 60_000

/** pg-boss on the same database and through the same connections: no second datastore (design, section 2). */
export async function startJobs(
  database: Database,
  logger: Logger,
  jobs: readonly RecurringJob[],
  pollingSeconds = defaultPollingSeconds,
): Promise<Jobs> {
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values = []) => ({
        rows: await asOffice('JOB', () => database.query({ text }, values)),
      }),
    },
    schema: 'jobs',
  })
  boss.on('error', (error) => logger.error({ error: error.name }, 'the job queue failed'))
  await boss.start()
  const workers = new Map<string, string>()
  let lastSign = performance.now()
  for (const { name, cron, run } of jobs) {
    await boss.createQueue(name)
    const worker = await boss.work(name, { pollingIntervalSeconds: pollingSeconds }, async () => {
      lastSign = performance.now()
      try {
        await asOffice('JOB', run)
        lastSign = performance.now()
      } catch (error) {
        logger.error({ job: name, error: error instanceof Error ? error.name : 'unknown' }, 'a job failed')
        throw error
      }
    })
    workers.set(name, worker)
    await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' })
  }
  return {
    async request(name) {
      await boss.send(name)
      const worker = workers.get(name)
      if (worker !== undefined) boss.notifyWorker(worker)
    },
    async isWorking() {
      const silentFor = () => performance.now() - lastSign
      if (silentFor() < longestSilenceMs) return true
      // Of many processes each gets a job seldom. What is found here is a sign for the next ten minutes.
      const [last] = await database.query<{ ago: number | null }>({
        text: 'SELECT (extract(epoch FROM now() - max(completed_on)) * 1000)::float8 AS ago FROM jobs.job',
      })
      if (typeof last?.ago === 'number') lastSign = Math.max(lastSign, performance.now() - last.ago)
      return silentFor() < longestSilenceMs
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
