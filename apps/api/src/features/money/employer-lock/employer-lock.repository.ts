import type { EmployerLock, Prisma } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import { nextCaseNumber } from '../../../case/case-number.repository.ts'
import type { Platform } from '../../../platform/platform.ts'

export type EmployerLockRow = EmployerLock & {
  employerName: string
  proposerName: string
  deciderName: string | null
}

const columns = `held.id, held.number, held.employer_id AS "employerId", held.ground, held.explanation, held.status,
  held.proposed_by AS "proposedBy", held.proposed_at AS "proposedAt", held.decided_by AS "decidedBy", held.decided_at AS "decidedAt",
  held.locked_on AS "lockedOn", held.released_on AS "releasedOn", held.end_reason AS "endReason", employer.name AS "employerName",
  COALESCE(proposer.display_name, '') AS "proposerName", decider.display_name AS "deciderName"`
const joined = `employer_lock held JOIN employer ON employer.id = held.employer_id LEFT JOIN account proposer ON proposer.id = held.proposed_by
  LEFT JOIN account decider ON decider.id = held.decided_by`

export async function findEmployerLock({ database }: Platform, id: string): Promise<EmployerLockRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<EmployerLockRow>(
    { name: 'employer-lock-find', text: `SELECT ${columns} FROM ${joined} WHERE held.id = $1` },
    [id],
  )
  return row
}

/** Held until the transaction ends. */
export async function lockEmployerLock({ database }: Platform, id: string): Promise<EmployerLockRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<EmployerLockRow>(
    { name: 'employer-lock-hold', text: `SELECT ${columns} FROM ${joined} WHERE held.id = $1 FOR UPDATE OF held` },
    [id],
  )
  return row
}

/** The latest first. */
export function listEmployerLocks(
  { database }: Platform,
  { employerId, limit }: { employerId: string; limit: number },
): Promise<EmployerLockRow[]> {
  return database.query<EmployerLockRow>(
    {
      name: 'employer-lock-list',
      text: `SELECT ${columns} FROM ${joined} WHERE held.employer_id = $1 ORDER BY held.proposed_at DESC, held.id DESC LIMIT $2`,
    },
    [employerId, limit],
  )
}

export async function insertEmployerLock(
  platform: Platform,
  row: Omit<Prisma.EmployerLockUncheckedCreateInput, 'number'>,
): Promise<EmployerLockRow> {
  const { database } = platform
  const number = await nextCaseNumber(platform, 'employer-lock', row.employerId)
  const { id } = await database.prisma.employerLock.create({ data: { ...row, number }, select: { id: true } })
  const made = await findEmployerLock(platform, id)
  if (!made) throw new Error('The lock was not kept.')
  return made
}

export async function changeEmployerLock(
  { database }: Platform,
  id: string,
  data: Prisma.EmployerLockUncheckedUpdateInput,
): Promise<void> {
  await database.prisma.employerLock.update({ where: { id }, data })
}

/** Whether a lock of the employer is proposed or stands. */
export async function hasOpenLock({ database }: Platform, employerId: string): Promise<boolean> {
  const open = { in: ['PROPOSED', 'LOCKED', 'RELEASE_PROPOSED'] }
  return (await database.prisma.employerLock.count({ where: { employerId, status: open } })) > 0
}

const overdueOf = (employerId: string, day: string) =>
  `EXISTS (SELECT FROM payment_notice notice WHERE notice.employer_id = ${employerId} AND notice.posted_on IS NULL
    AND notice.status <> 'WRITTEN_OFF' AND notice.due_on < ${day})`

export async function isOverdue({ database, clock }: Platform, employerId: string): Promise<boolean> {
  const [row] = await database.query<{ overdue: boolean }>(
    { name: 'employer-lock-overdue', text: `SELECT ${overdueOf('$1::uuid', '$2')} AS overdue` },
    [employerId, clock.today()],
  )
  return row?.overdue ?? false
}

/** Locks for arrears of employers that owe nothing overdue any more. */
export function listLapsedLocks({ database, clock }: Platform, limit: number): Promise<{ id: string }[]> {
  return database.query<{ id: string }>(
    {
      name: 'employer-lock-lapsed',
      text: `SELECT held.id FROM employer_lock held WHERE held.ground = 'ARREARS' AND held.status IN ('LOCKED', 'RELEASE_PROPOSED')
        AND NOT ${overdueOf('held.employer_id', '$1')} ORDER BY held.id LIMIT $2`,
    },
    [clock.today(), limit],
  )
}
