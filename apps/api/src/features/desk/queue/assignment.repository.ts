import type { Platform } from '../../../platform/platform.ts'
import type { WaitingCase, WaitingLifecycle } from './waiting-lifecycle.ts'
import { sourcesOf } from './work.repository.ts'
import type { WorkRow } from './work.repository.ts'

type Key = Pick<WorkRow, 'lifecycle' | 'caseId' | 'state'>

export interface Assignment {
  accountId: string
  takenAt: Date
  /** By whom and why, where the owner did not take it themselves. */
  given?: { by: string; reason: string } | undefined
}

export async function writeAssignment(
  { database }: Platform,
  { lifecycle, caseId, state }: Key,
  { accountId, takenAt, given }: Assignment,
): Promise<void> {
  const held = { state, accountId, takenAt, assignedBy: given?.by ?? null, reason: given?.reason ?? null, ruleId: null }
  await database.prisma.workAssignment.upsert({
    where: { lifecycle_caseId: { lifecycle, caseId } },
    create: { lifecycle, caseId, ...held },
    update: held,
  })
}

export async function removeAssignment(
  { database }: Platform,
  { lifecycle, caseId }: Pick<Key, 'lifecycle' | 'caseId'>,
): Promise<void> {
  await database.prisma.workAssignment.deleteMany({ where: { lifecycle, caseId } })
}

/** One case as it waits, whoever looks: what it offers, and who took part. */
export async function findWaitingCase(
  { database, clock }: Platform,
  lifecycle: WaitingLifecycle,
  caseId: string,
): Promise<WaitingCase | undefined> {
  const [found] = await database.query<WaitingCase>(
    {
      name: `work-case-${lifecycle.table.lifecycle}`,
      text: `WITH moment AS (SELECT $1::text, $2::timestamp)
      SELECT state, events, takers, (SELECT place.district_id::text FROM employer unit
        JOIN district_region place ON place.region = unit.district WHERE unit.id = waits.employer_id) AS "districtId"
      FROM (${sourcesOf([lifecycle])}) waits WHERE case_id = $3`,
    },
    [clock.today(), clock.now(), caseId],
  )
  return found
}

/** How many waiting cases each of the staff has in hand. */
export async function countInHand(
  { database, clock }: Platform,
  lifecycles: readonly WaitingLifecycle[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query<{ accountId: string; cases: number }>(
    {
      name: 'work-in-hand',
      text: `SELECT held.account_id AS "accountId", count(*)::int AS cases FROM (${sourcesOf(lifecycles)}) waits
      JOIN work_assignment held ON held.lifecycle = waits.lifecycle AND held.case_id = waits.case_id AND held.state = waits.state
      GROUP BY held.account_id`,
    },
    [clock.today(), clock.now()],
  )
  return new Map(rows.map(({ accountId, cases }) => [accountId, cases]))
}
