import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { startJobs } from './jobs.ts'
import type { Logger } from './logger.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(() => platform.close())

it('runs on the product’s own database, again after a failure, and leaves the connection free for others', async () => {
  let runs = 0
  const second = Promise.withResolvers<void>()
  const job = {
    name: 'counting',
    cron: '0 0 1 1 *',
    async run() {
      runs += 1
      if (runs === 1) throw new Error('the first time fails')
      await platform.database.query({ text: 'SELECT 1' })
      second.resolve()
    },
  }
  const complaints: string[] = []
  const logger = {
    ...platform.logger,
    error: (_details: object, message: string) => void complaints.push(message),
  } as Logger
  const jobs = await startJobs(platform.database, logger, [job], 0.5)
  await jobs.request('counting')
  await second.promise
  expect(await platform.database.prisma.office.count()).toBe(0)
  await jobs.stop()
  const again = await startJobs(platform.database, logger, [job], 0.5)
  // It has had no job itself for longer than one comes round, and another process has.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 3_600_000)
  expect(await again.isWorking()).toBe(true)
  vi.mocked(performance.now).mockReturnValue(performance.now() + 3_600_000)
  await platform.database.query({ text: 'DELETE FROM jobs.job' })
  expect(await again.isWorking()).toBe(false)
  await again.stop()
  // Nothing of the queue itself: its texts of several statements are answered as it expects.
  expect(complaints).toEqual(['a job failed'])
})
