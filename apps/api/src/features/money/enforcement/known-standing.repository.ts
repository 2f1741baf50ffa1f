import { fen } from '@shebao/kernel'
import { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'
import type { EnforcementRow } from './enforcement.repository.ts'
import type { EnforcedDebt } from './read-due.ts'
import { standingSchema } from './standing.ts'

const amount = z.int().nonnegative().transform(fen)
const debtsSchema = z.array(
  z.object({
    noticeId: z.string(),
    number: z.string(),
    period: z.string(),
    dueOn: z.string(),
    principal: amount,
    lateFee: amount,
    settled: amount,
  }),
)

/** Cases that no step changed: as they were opened, or grew by a bill, with their bills as far as they are booked. */
export async function keepStandings({ database, clock }: Platform, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await database.query(
    {
      name: 'enforcement-keep-standings',
      text: `INSERT INTO enforcement_standing
        (case_id, known_from, revision, status, principal, late_fee, settled, computed_on, standing, debts, due_by)
      SELECT held.id, $2, held.revision, held.status, held.principal, held.late_fee, held.settled, held.computed_on, held.standing,
        bills.debts, held.due_by
      FROM enforcement_case held CROSS JOIN LATERAL (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('noticeId', notice.id, 'number', notice.number, 'period', notice.period,
          'dueOn', notice.due_on, 'principal', share.principal, 'lateFee', share.late_fee, 'settled', share.settled)
          ORDER BY notice.period, notice.number), '[]') AS debts
        FROM enforcement_debt debt JOIN payment_notice notice ON notice.id = debt.notice_id CROSS JOIN LATERAL (
          SELECT COALESCE(sum(outstanding) FILTER (WHERE insurance IS NOT NULL), 0) AS principal,
            COALESCE(sum(outstanding) FILTER (WHERE insurance IS NULL), 0) AS late_fee,
            COALESCE(sum(of_notice.settled + written_off), 0) AS settled
          FROM notice_share_balance of_notice WHERE of_notice.notice_id = notice.id) share
        WHERE debt.case_id = held.id) bills
      WHERE held.id = ANY($1::uuid[]) ORDER BY held.id`,
    },
    [ids, clock.now()],
  )
}

export type KnownStanding = Pick<
  EnforcementRow,
  'status' | 'revision' | 'principal' | 'lateFee' | 'settled' | 'computedOn' | 'standing' | 'dueBy' | 'changedAt'
> & { debts: readonly EnforcedDebt[] }

/** The last that was known of a case before an instant; nothing before it was opened. */
export async function findKnownStanding(
  { database }: Platform,
  caseId: string,
  until: Date,
): Promise<KnownStanding | undefined> {
  const row = await database.prisma.enforcementStanding.findFirst({
    where: { caseId, knownFrom: { lt: until } },
    orderBy: [{ knownFrom: 'desc' }, { id: 'desc' }],
  })
  if (!row) return undefined
  const { status, revision, principal, lateFee, settled, computedOn, dueBy, knownFrom } = row
  return {
    status,
    revision,
    principal,
    lateFee,
    settled,
    computedOn,
    dueBy,
    changedAt: knownFrom,
    standing: standingSchema.parse(row.standing),
    debts: debtsSchema.parse(row.debts),
  }
}
