import type { Platform } from '../platform/platform.ts'
import { fitOfKey } from '../platform/installation.ts'
import { readMigrationState } from '../platform/migration-state.ts'
import { lacksOfOffice } from './find-lacks.ts'

/** One thing that the product stands on, as `/readyz` lists it. */
export interface ReadinessCheck {
  name:
    | 'staying'
    | 'database'
    | 'room'
    | 'migrations'
    | 'key'
    | 'office'
    | 'jobs'
    | 'parameters'
    | 'calendar'
    | 'calendarOfNextYear'
  ok: boolean
  /**
   * What cannot be done without it. Nothing is billed before an office has published its parameters and working days, and yet it must be
   * open for that. WRITING: what is there is still shown. SOON: nothing fails today; what will is named in time.
   */
  neededFor: 'SERVING' | 'WRITING' | 'BILLING' | 'SOON'
}

/** What the features know of their own readiness to bill. */
export type BillingChecks = (platform: Platform) => Promise<ReadinessCheck[]>

export interface Readiness {
  ready: boolean
  /** Whether what is handed in can be kept. */
  readyToWrite: boolean
  readyToBill: boolean
  checks: readonly ReadinessCheck[]
}

/** Looks at everything once; whatever cannot be looked at is not ready. */
export async function readReadiness(platform: Platform, billing: BillingChecks): Promise<Readiness> {
  const { database, vault, jobs } = platform
  const serving = (name: ReadinessCheck['name'], ok: boolean): ReadinessCheck => ({ name, ok, neededFor: 'SERVING' })
  const reachable = await isTrue(async () => (await database.query({ text: 'SELECT 1' })).length === 1)
  const checks: ReadinessCheck[] = [
    serving('staying', platform.leaving !== true),
    serving('database', reachable),
    { name: 'room', ok: platform.room?.isFull() !== true, neededFor: 'WRITING' },
    { name: 'jobs', ok: reachable && (await isTrue(async () => jobs.isWorking())), neededFor: 'BILLING' },
  ]
  if (reachable) {
    checks.push(
      serving('migrations', await isTrue(async () => isCurrent(await readMigrationState(database)))),
      serving('key', await isTrue(async () => (await fitOfKey(database, vault)) === 'FITS')),
      serving('office', await isTrue(async () => !(await lacksOfOffice(database)).includes('OFFICE'))),
      ...(await billing(platform).catch(() => [])),
    )
  }
  return {
    ready: checks.every(({ ok, neededFor }) => ok || neededFor !== 'SERVING'),
    readyToWrite: reachable && checks.every(({ ok, neededFor }) => ok || !['SERVING', 'WRITING'].includes(neededFor)),
    readyToBill: reachable && checks.every(({ ok, neededFor }) => ok || neededFor === 'SOON'),
    checks,
  }
}

const isCurrent = ({ waiting, unknown }: { waiting: readonly string[]; unknown: readonly string[] }) =>
  waiting.length === 0 && unknown.length === 0

async function isTrue(ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask()
  } catch {
    return false
  }
}
