import type { OfficeJob } from '../../../access/viewer.ts'
import { insertCaseEvents } from '../../../case/case-event.repository.ts'
import type { RecurringJob } from '../../../platform/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  joinOverdueNotices,
  listLapsedEnforcements,
  listMovedEnforcements,
  openEnforcements,
} from './debts.repository.ts'
import { enforcementTable } from './enforcement.lifecycle.ts'
import { keepStandings } from './known-standing.repository.ts'
import { nothingYet } from './standing.ts'
import type { StepInput } from './step-input.ts'
import { stepAs } from './take-enforcement-step.ts'

const follower = { kind: 'SYSTEM', job: 'enforcement' } as const satisfies OfficeJob
const atOnce = 500

/** On the day after the due date whatever is owed makes a case, or joins the one that nobody has looked into yet. Returns how many were opened. */
export async function proposeEnforcements(platform: Platform): Promise<number> {
  await platform.database.transaction(async () =>
    keepStandings(platform, await joinOverdueNotices(platform, platform.clock.today())),
  )
  for (let opened = 0; ;) {
    const found = await platform.database.transaction(async () => {
      const cases = await openEnforcements(platform, { standing: nothingYet, limit: atOnce })
      const ids = cases.map(({ id }) => id)
      await keepStandings(platform, ids)
      const opened = {
        lifecycle: enforcementTable.lifecycle,
        event: 'OPEN_ENFORCEMENT',
        from: null,
        to: 'OVERDUE',
        revision: 0,
        actor: follower,
      }
      await insertCaseEvents(platform, ids, opened)
      if (cases.length > 0)
        await platform.audit.record({
          actorKind: 'SYSTEM',
          origin: follower.job,
          action: 'ENFORCEMENT_OPENED',
          recordType: 'EnforcementCase',
          recordId: cases.length === 1 ? (cases[0]?.id ?? '') : 'MANY',
          change: {
            number: cases.map(({ number }) => number),
            amount: Number(cases.reduce((sum, { amount }) => sum + amount, 0n)),
          },
        })
      return cases.length
    })
    opened += found
    if (found < atOnce) return opened
  }
}

/** What money that came means for a running case: another amount everywhere, or its end. Returns how many were taken on. */
export async function followPayments(platform: Platform): Promise<number> {
  return eachOf(
    (after) => listMovedEnforcements(platform, after, atOnce),
    ({ id, status, owed }) => {
      const ending = status === 'OFFSET' ? 'CLOSE_OFFSET' : 'PAID_IN_FULL'
      return step(platform, id, { event: owed ? 'PART_PAID' : ending })
    },
  )
}

const lapses = { ORDERED: 'EXPIRE_ORDER', DEFERRED: 'BREACH_DEFERRAL', SUSPENDED: 'LAPSE' } as const
const isLapsing = (status: string): status is keyof typeof lapses => status in lapses

/** What days alone bring about: an order that ran out, an instalment that was missed, three years without anything. */
export async function followDays(platform: Platform): Promise<number> {
  return eachOf(
    (after) => listLapsedEnforcements(platform, after, atOnce),
    async ({ id, status }) => (isLapsing(status) ? step(platform, id, { event: lapses[status] }) : false),
  )
}

/** One case that cannot be taken on, for a guard says so, keeps no other from it. */
async function step(platform: Platform, id: string, input: StepInput): Promise<boolean> {
  return (await stepAs(platform, follower, follower.job, { id, input })).kind === 'DONE'
}

async function eachOf<Row extends { id: string }>(
  list: (after: string | undefined) => Promise<readonly Row[]>,
  take: (row: Row) => Promise<boolean>,
): Promise<number> {
  let taken = 0
  for (let after: string | undefined; ;) {
    const rows = await list(after)
    for (const row of rows) if (await take(row)) taken += 1
    after = rows.at(-1)?.id
    if (rows.length < atOnce) return taken
  }
}

export function enforcementJobs(platform: Platform): RecurringJob[] {
  return [
    {
      // Often, so that who paid is left alone the same hour.
      name: 'follow-enforcement-payments',
      cron: '*/10 * * * *',
      async run() {
        const taken = await followPayments(platform)
        if (taken > 0) platform.logger.info({ cases: taken }, 'payments changed or ended enforcement cases')
      },
    },
    {
      name: 'follow-enforcement-days',
      cron: '15 0 * * *',
      async run() {
        const lapsed = await followDays(platform)
        const opened = await proposeEnforcements(platform)
        if (lapsed + opened > 0) platform.logger.info({ lapsed, opened }, 'enforcement cases followed their days')
      },
    },
  ]
}
