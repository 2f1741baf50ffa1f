import { civilDateAt, daysBetween } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { decodeCursor, pageSize } from '../../../access/keyset.ts'
import { badInput } from '../../../access/refusal.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { staleBefore } from './stale-work.ts'
import { stepsFor, workStandings } from './waiting-lifecycle.ts'
import type { WaitingLifecycle, WorkStanding } from './waiting-lifecycle.ts'
import { countWork, listWork, sortValue } from './work.repository.ts'
import type { WorkCount, WorkOwner, WorkRow, WorkSort } from './work.repository.ts'

export interface WorkQuery extends KeysetArgs {
  lifecycle?: string | null | undefined
  standing?: WorkStanding | null | undefined
  owner?: WorkOwner | null | undefined
  sort?: WorkSort | null | undefined
  district?: string | null | undefined
}

export interface WorkItem extends WorkRow {
  waitingDays: number
  mine: boolean
  /** Its last day has passed. */
  overdue: boolean
}

/** What a statement about waiting cases needs to know of who asks. */
export async function askerOf(platform: Platform, viewer: StaffMember, lifecycles: readonly WaitingLifecycle[]) {
  const { clock } = platform
  return {
    today: clock.today(),
    now: clock.now(),
    accountId: viewer.accountId,
    steps: stepsFor(viewer, lifecycles),
    staleBefore: await staleBefore(platform),
    districts: viewer.districts,
  }
}

export const workItem = (platform: Platform, viewer: StaffMember, row: WorkRow): WorkItem => ({
  ...row,
  waitingDays: Math.max(0, daysBetween(civilDateAt(row.since), platform.clock.today())),
  mine: row.ownerId === viewer.accountId,
  overdue: row.dueOn !== null && row.dueOn < platform.clock.today(),
})

/** What waits for staff across all desks, as this viewer may act on it; without a standing, everything. */
export async function readWork(
  platform: Platform,
  asker: Viewer | undefined,
  lifecycles: readonly WaitingLifecycle[],
  query: WorkQuery,
): Promise<WorkItem[]> {
  const viewer = requireMay(asker, 'work:read')
  const sort = query.sort ?? 'LONGEST'
  const rows = await listWork(platform, lifecycles, {
    ...(await askerOf(platform, viewer, lifecycles)),
    sort,
    lifecycle: query.lifecycle ?? undefined,
    standings: query.standing ? [query.standing] : workStandings,
    owner: query.owner ?? 'ANYBODY',
    district: query.district ?? undefined,
    after: readCursor(query, sort),
    limit: pageSize(query) + 1,
  })
  return rows.map((row) => workItem(platform, viewer, row))
}

export const workKey = (sort: WorkSort) => (row: WorkRow) => [sortValue(sort, row), row.lifecycle, row.caseId]

const forms: Readonly<Record<WorkSort, RegExp>> = {
  LONGEST: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  NEWEST: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  DUE: /^\d{4}-\d\d-\d\d$/,
  AMOUNT: /^-?\d{1,18}$/,
}

function readCursor(query: WorkQuery, sort: WorkSort) {
  const values = decodeCursor(query, 3)
  if (!values) return undefined
  const [value, lifecycle, caseId] = values
  const fits =
    typeof value === 'string' && forms[sort].test(value) && (sort === 'AMOUNT' || !Number.isNaN(Date.parse(value)))
  if (!fits || typeof lifecycle !== 'string' || typeof caseId !== 'string')
    throw badInput('after', 'This is no cursor of this list.')
  return values
}

export async function readWorkCounts(
  platform: Platform,
  asker: Viewer | undefined,
  lifecycles: readonly WaitingLifecycle[],
  district?: string | null,
): Promise<WorkCount[]> {
  const viewer = requireMay(asker, 'work:read')
  return countWork(platform, lifecycles, await askerOf(platform, viewer, lifecycles), district ?? undefined)
}
