import type { Prisma, Refund } from '@shebao/prisma/client'
import type { RefundShare, RefundState } from '@shebao/premium'
import { nextCaseNumber } from '../../../case/case-number.repository.ts'
import type { Platform } from '../../../platform/platform.ts'

export type RefundRow = Omit<Refund, 'shares'> & {
  shares: RefundShare[]
  employerName: string | null
  /** Of the person whose month it is; null for money that is no month's. */
  nameMasked: string | null
  idMasked: string | null
  personal: Uint8Array | null
}

const columns = `r.id, r.number, r.employer_id AS "employerId", r.source, r.individual_id AS "individualId", r.period,
  r.month_kind AS "monthKind", r.month_sequence AS "monthSequence", r.payment_id AS "paymentId", r.item_id AS "itemId", r.reason,
  r.explanation, r.corrected_wage AS "correctedWage", r.shares, r.account_masked AS "accountMasked", r.evidence, r.amount,
  r.personal_share AS "personalShare", r.status, r.benefit_drawn AS "benefitDrawn", r.receipt_signed AS "receiptSigned",
  r.applied_by AS "appliedBy", r.applied_at AS "appliedAt", r.verified_by AS "verifiedBy", r.verified_at AS "verifiedAt",
  r.approved_by AS "approvedBy", r.approved_at AS "approvedAt", r.paid_out_by AS "paidOutBy", r.paid_out_at AS "paidOutAt",
  r.bank_reference AS "bankReference", r.rejected_by AS "rejectedBy", r.rejected_at AS "rejectedAt",
  r.rejection_reason AS "rejectionReason", employer.name AS "employerName", person.name_masked AS "nameMasked",
  person.id_masked AS "idMasked", person.personal`
const joined = `refund r LEFT JOIN employer ON employer.id = r.employer_id LEFT JOIN individual person ON person.id = r.individual_id`

export async function findRefund({ database }: Platform, id: string): Promise<RefundRow | undefined> {
  const [row] = await database.query<RefundRow>(
    { name: 'refund-find', text: `SELECT ${columns} FROM ${joined} WHERE r.id = $1` },
    [id],
  )
  return row
}

/** Held until the transaction ends: of two people at one refund the second sees what the first did. */
export async function lockRefund({ database }: Platform, id: string): Promise<RefundRow | undefined> {
  const [row] = await database.query<RefundRow>(
    { name: 'refund-lock', text: `SELECT ${columns} FROM ${joined} WHERE r.id = $1 FOR UPDATE OF r` },
    [id],
  )
  return row
}

export async function insertRefund(
  platform: Platform,
  refund: Omit<Prisma.RefundUncheckedCreateInput, 'number' | 'shares'> & { shares: readonly RefundShare[] },
): Promise<{ id: string; number: string }> {
  const { database } = platform
  const number = await nextCaseNumber(platform, 'refund', refund.employerId ?? null)
  return database.prisma.refund.create({
    data: { ...refund, number, shares: refund.shares.map((share) => ({ ...share })) },
    select: { id: true, number: true },
  })
}

export type RefundChange = Prisma.RefundUncheckedUpdateInput

export async function updateRefund({ database }: Platform, id: string, change: RefundChange): Promise<void> {
  await database.prisma.refund.update({ where: { id }, data: change })
}

export interface RefundKey {
  appliedAt: Date
  id: string
}

/** An employer's refunds, newest first. */
export function listRefundsOf(
  { database }: Platform,
  employerId: string,
  before: RefundKey | undefined,
  limit: number,
): Promise<RefundRow[]> {
  return database.query<RefundRow>(
    {
      name: 'refund-of-employer',
      text: `SELECT ${columns} FROM ${joined} WHERE r.employer_id = $1
        AND ($2::timestamp IS NULL OR (r.applied_at, r.id) < ($2, $3::uuid)) ORDER BY r.applied_at DESC, r.id DESC LIMIT $4`,
    },
    [employerId, before?.appliedAt ?? null, before?.id ?? null, limit],
  )
}

/** What waits in the office, oldest first. */
export function listRefundsIn(
  { database }: Platform,
  states: readonly RefundState[],
  after: RefundKey | undefined,
  limit: number,
): Promise<RefundRow[]> {
  return database.query<RefundRow>(
    {
      name: 'refund-queue',
      text: `SELECT ${columns} FROM ${joined} WHERE r.status = ANY($1)
        AND ($2::timestamp IS NULL OR (r.applied_at, r.id) > ($2, $3::uuid)) ORDER BY r.applied_at, r.id LIMIT $4`,
    },
    [states, after?.appliedAt ?? null, after?.id ?? null, limit],
  )
}

export function countRefunds({ database }: Platform): Promise<{ status: string; count: number }[]> {
  return database.query({
    name: 'refund-counts',
    text: 'SELECT status, count(*)::int AS count FROM refund GROUP BY status',
  })
}

export async function isBankReferenceUsed({ database }: Platform, bankReference: string): Promise<boolean> {
  return (await database.prisma.refund.findFirst({ where: { bankReference }, select: { id: true } })) !== null
}

/** Waits for another application for the same money and then finds it. */
export async function lockSubject({ database }: Platform, subject: string): Promise<void> {
  await database.query({ name: 'refund-lock-subject', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))' }, [
    `refund|${subject}`,
  ])
}

/** The number of the refund of the same money that is under way. */
export async function findLiveRefund(
  { database }: Platform,
  of: { individualId?: string; employerId?: string; period?: string; paymentId?: string; itemId?: string },
  source: string,
): Promise<string | undefined> {
  const [row] = await database.query<{ number: string }>(
    {
      name: 'refund-live',
      text: `SELECT number FROM refund WHERE source = $1
        AND status = ANY(CASE WHEN $1 = 'SUSPENSE' THEN ARRAY['APPLIED', 'VERIFIED', 'APPROVED', 'PAID_OUT'] ELSE ARRAY['APPLIED', 'VERIFIED', 'APPROVED'] END)
        AND ($2::uuid IS NULL OR individual_id = $2) AND ($3::uuid IS NULL OR employer_id = $3) AND ($4::text IS NULL OR period = $4)
        AND ($5::uuid IS NULL OR payment_id = $5) AND ($6::uuid IS NULL OR item_id = $6) LIMIT 1`,
    },
    [
      source,
      of.individualId ?? null,
      of.employerId ?? null,
      of.period ?? null,
      of.paymentId ?? null,
      of.itemId ?? null,
    ],
  )
  return row?.number
}

/** Names of the people who took the steps, for the timeline. */
export async function listAccountNames({ database }: Platform, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.query<{ id: string; name: string }>(
    {
      name: 'refund-names',
      gate: 'NAMES',
      text: 'SELECT id, display_name AS name FROM account WHERE id = ANY($1::uuid[])',
    },
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
