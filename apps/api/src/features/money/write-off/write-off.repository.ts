import type { Prisma, WriteOff } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type WriteOffRow = WriteOff & {
  noticeNumber: string
  period: string
  employerName: string
  employerId: string
  requesterName: string
  deciderName: string | null
  dueOn: string
  noticePeople: number
  noticeStatus: string
  postedOn: string | null
}

const columns = `w.id, w.notice_id AS "noticeId", w.amount, w.ground, w.document_no AS "documentNo", w.explanation, w.status,
  w.requested_by AS "requestedBy", w.requested_at AS "requestedAt", w.decided_by AS "decidedBy", w.decided_at AS "decidedAt",
  w.refusal, notice.number AS "noticeNumber", notice.period,
  notice.due_on AS "dueOn", notice.people AS "noticePeople", notice.status AS "noticeStatus", notice.posted_on AS "postedOn", employer.name AS "employerName", employer.id AS "employerId",
  COALESCE(requester.display_name, '') AS "requesterName", decider.display_name AS "deciderName"`
const joined = `write_off w JOIN payment_notice notice ON notice.id = w.notice_id JOIN employer ON employer.id = notice.employer_id
  LEFT JOIN account requester ON requester.id = w.requested_by LEFT JOIN account decider ON decider.id = w.decided_by`

export async function findWriteOff({ database }: Platform, id: string): Promise<WriteOffRow | undefined> {
  const [row] = await database.query<WriteOffRow>(
    { name: 'write-off-find', text: `SELECT ${columns} FROM ${joined} WHERE w.id = $1` },
    [id],
  )
  return row
}

/** Held until the transaction ends. */
export async function lockWriteOff({ database }: Platform, id: string): Promise<WriteOffRow | undefined> {
  const [row] = await database.query<WriteOffRow>(
    { name: 'write-off-lock', text: `SELECT ${columns} FROM ${joined} WHERE w.id = $1 FOR UPDATE OF w` },
    [id],
  )
  return row
}

export async function hasOpenWriteOff({ database }: Platform, noticeId: string): Promise<boolean> {
  return (await database.prisma.writeOff.count({ where: { noticeId, status: 'REQUESTED' } })) > 0
}

export async function insertWriteOff(
  { database }: Platform,
  writeOff: Prisma.WriteOffUncheckedCreateInput,
): Promise<{ id: string }> {
  return database.prisma.writeOff.create({ data: writeOff, select: { id: true } })
}

export interface WriteOffDecision {
  status: string
  amount: number
  decidedBy: string
  decidedAt: Date
  refusal: string | null
}

export async function decide({ database }: Platform, id: string, decision: WriteOffDecision): Promise<void> {
  await database.prisma.writeOff.update({ where: { id }, data: { ...decision, amount: BigInt(decision.amount) } })
}

/** What waits first, then what was decided, newest first. */
export function listWriteOffs(
  { database }: Platform,
  of: { open: boolean; employerId: string | undefined; before: { at: Date; id: string } | undefined; limit: number },
): Promise<WriteOffRow[]> {
  return database.query<WriteOffRow>(
    {
      name: 'write-off-list',
      text: `SELECT ${columns} FROM ${joined} WHERE (w.status = 'REQUESTED') = $1 AND ($2::uuid IS NULL OR employer.id = $2)
        AND ($3::timestamp IS NULL OR (w.requested_at, w.id) < ($3, $4::uuid))
        ORDER BY w.requested_at DESC, w.id DESC LIMIT $5`,
    },
    [of.open, of.employerId ?? null, of.before?.at ?? null, of.before?.id ?? null, of.limit],
  )
}
