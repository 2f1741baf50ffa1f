import { createAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { civilDateAt } from '@shebao/kernel'
import { seedCalendar } from '@shebao/prisma/seed'
import { createVault } from '../platform/crypto.ts'
import { readEnvironment } from '../platform/environment.ts'
import { noJobs } from '../platform/jobs.ts'
import { createLogger } from '../platform/logger.ts'
import type { Platform } from '../platform/platform.ts'
import { openTestDatabase } from './test-database.ts'

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  set(instant: string): void
  advance(milliseconds: number): void
}

export function createTestClock(instant = '2026-11-23T10:00:00+08:00'): TestClock {
  let time = Date.parse(instant)
  const now = () => new Date(time)
  return {
    now,
    today: () => civilDateAt(now()),
    set: (next) => {
      time = Date.parse(next)
    },
    advance: (milliseconds) => {
      time += milliseconds
    },
  }
}

export interface TestPlatform extends Platform {
  clock: TestClock
  connectionString: string
  close(): Promise<void>
}

/** The real platform on a database of its own, with the calendars of 2023 to 2026, or to a later day; only the clock is replaced. */
export async function openTestPlatform(
  settings: Record<string, string> = {},
  { calendar = true, calendarsTo }: { calendar?: boolean; calendarsTo?: string } = {},
): Promise<TestPlatform> {
  const opened = await openTestDatabase()
  const clock = createTestClock()
  const vault = createVault(Buffer.alloc(32, 7))
  if (calendar)
    await seedCalendar(
      { ...vault, query: (text, values) => opened.database.query(text, values) },
      calendarsTo ?? clock.today(),
    )
  return {
    environment: readEnvironment({ SHEBAO_MODE: 'test', ...settings }),
    database: opened.database,
    connectionString: opened.connectionString,
    clock,
    vault,
    logger: createLogger('silent'),
    audit: createAudit(opened.database, clock),
    jobs: noJobs,
    close: opened.close,
  }
}
