import type { DeemedAssessment, Prisma } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type DeemedAssessmentRow = DeemedAssessment & {
  employerName: string
  registrationNo: string
  proposerName: string
  deciderName: string | null
}

const columns = `d.id, d.employer_id AS "employerId", d.period, d.way, d.based_on AS "basedOn", d.people, d.wage, d.lines, d.total, d.grounds,
  d.status, d.proposed_by AS "proposedBy", d.proposed_at AS "proposedAt", d.decided_by AS "decidedBy", d.decided_at AS "decidedAt",
  d.refusal, d.notice_id AS "noticeId", employer.name AS "employerName", employer.registration_no AS "registrationNo",
  COALESCE(proposer.display_name, '') AS "proposerName", decider.display_name AS "deciderName"`
const joined = `deemed_assessment d JOIN employer ON employer.id = d.employer_id
  LEFT JOIN account proposer ON proposer.id = d.proposed_by LEFT JOIN account decider ON decider.id = d.decided_by`

/** Held until the transaction ends. */
export async function lockDeemedAssessment(
  { database }: Platform,
  id: string,
): Promise<DeemedAssessmentRow | undefined> {
  const [row] = await database.query<DeemedAssessmentRow>(
    { name: 'deemed-lock', text: `SELECT ${columns} FROM ${joined} WHERE d.id = $1 FOR UPDATE OF d` },
    [id],
  )
  return row
}

export async function findDeemedAssessment(
  { database }: Platform,
  id: string,
): Promise<DeemedAssessmentRow | undefined> {
  const [row] = await database.query<DeemedAssessmentRow>(
    { name: 'deemed-find', text: `SELECT ${columns} FROM ${joined} WHERE d.id = $1` },
    [id],
  )
  return row
}

/** The newest first. */
export function listDeemedAssessments(
  { database }: Platform,
  of: { open: boolean; before: { at: Date; id: string } | undefined; limit: number },
): Promise<DeemedAssessmentRow[]> {
  return database.query<DeemedAssessmentRow>(
    {
      name: 'deemed-list',
      text: `SELECT ${columns} FROM ${joined} WHERE (d.status = 'PROPOSED') = $1
        AND ($2::timestamp IS NULL OR (d.proposed_at, d.id) < ($2, $3::uuid)) ORDER BY d.proposed_at DESC, d.id DESC LIMIT $4`,
    },
    [of.open, of.before?.at ?? null, of.before?.id ?? null, of.limit],
  )
}

/** Units whose month waits for a decision already. */
export async function listProposed(
  { database }: Platform,
  employerIds: readonly string[],
  period: string,
): Promise<ReadonlySet<string>> {
  const rows = await database.prisma.deemedAssessment.findMany({
    where: { employerId: { in: [...employerIds] }, period, status: 'PROPOSED' },
    select: { employerId: true },
  })
  return new Set(rows.map(({ employerId }) => employerId))
}

export function insertDeemedAssessment(
  { database }: Platform,
  data: Prisma.DeemedAssessmentUncheckedCreateInput,
): Promise<{ id: string }> {
  return database.prisma.deemedAssessment.create({ data, select: { id: true } })
}

export interface DeemedDecision {
  status: string
  decidedBy: string
  decidedAt: Date
  refusal: string | null
  noticeId: string | null
}

export async function decideDeemedRow({ database }: Platform, id: string, decision: DeemedDecision): Promise<void> {
  await database.prisma.deemedAssessment.update({ where: { id }, data: decision })
}
