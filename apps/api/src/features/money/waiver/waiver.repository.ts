import type { Prisma, Waiver } from '@shebao/prisma/client'
import { isUuid } from '../../../access/uuid.ts'
import { nextCaseNumber } from '../../../case/case-number.repository.ts'
import type { Platform } from '../../../platform/platform.ts'

export type WaiverRow = Waiver & {
  employerName: string
  registrationNo: string
  region: string
  proposerName: string
  deciderName: string | null
  enderName: string | null
}

const columns = `w.id, w.number, w.employer_id AS "employerId", w.kind, w.ground, w.document_no AS "documentNo", w.explanation, w.period,
  w.notice_ids AS "noticeIds", w.from_on AS "fromOn", w.to_on AS "toOn", w.amount, w.settled_ids AS "settledIds", w.status, w.proposed_by AS "proposedBy",
  w.proposed_at AS "proposedAt", w.decided_by AS "decidedBy", w.decided_at AS "decidedAt", w.refusal, w.ended_by AS "endedBy",
  w.ended_at AS "endedAt", w.end_reason AS "endReason", employer.name AS "employerName",
  employer.registration_no AS "registrationNo", employer.region, COALESCE(proposer.display_name, '') AS "proposerName",
  decider.display_name AS "deciderName", ender.display_name AS "enderName"`
const joined = `waiver w JOIN employer ON employer.id = w.employer_id LEFT JOIN account proposer ON proposer.id = w.proposed_by
  LEFT JOIN account decider ON decider.id = w.decided_by LEFT JOIN account ender ON ender.id = w.ended_by`

export async function findWaiver({ database }: Platform, id: string): Promise<WaiverRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<WaiverRow>(
    { name: 'waiver-find', text: `SELECT ${columns} FROM ${joined} WHERE w.id = $1` },
    [id],
  )
  return row
}

/** Held until the transaction ends. */
export async function lockWaiver({ database }: Platform, id: string): Promise<WaiverRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await database.query<WaiverRow>(
    { name: 'waiver-lock', text: `SELECT ${columns} FROM ${joined} WHERE w.id = $1 FOR UPDATE OF w` },
    [id],
  )
  return row
}

export async function insertWaiver(
  platform: Platform,
  row: Omit<Prisma.WaiverUncheckedCreateInput, 'number'>,
): Promise<WaiverRow> {
  const { database } = platform
  const number = await nextCaseNumber(platform, 'waiver', row.employerId)
  const { id } = await database.prisma.waiver.create({ data: { ...row, number }, select: { id: true } })
  const made = await findWaiver(platform, id)
  if (!made) throw new Error('The exception was not kept.')
  return made
}

export async function changeWaiver(
  { database }: Platform,
  id: string,
  data: Prisma.WaiverUncheckedUpdateInput,
): Promise<void> {
  await database.prisma.waiver.update({ where: { id }, data })
}

/** The same exception asked for twice: of a month, or with one of the bills, that is proposed and not decided. */
export async function hasOpenWaiver(
  { database }: Platform,
  { employerId, period, noticeIds }: { employerId: string; period: string | null; noticeIds: readonly string[] },
): Promise<boolean> {
  const open = await database.prisma.waiver.count({
    where: {
      employerId,
      status: 'PROPOSED',
      OR: [{ period: period ?? '' }, { noticeIds: { hasSome: [...noticeIds] } }],
    },
  })
  return open > 0
}

/** The books of a day are closed: nothing that was decided on it is taken back. */
export async function isDayClosed({ database }: Platform, day: string): Promise<boolean> {
  const [row] = await database.query<{ closed: boolean }>(
    {
      name: 'waiver-day-closed',
      text: `SELECT EXISTS (SELECT FROM reconciliation_day WHERE day = $1 AND status = 'CLOSED') AS closed`,
    },
    [day],
  )
  return row?.closed ?? false
}
