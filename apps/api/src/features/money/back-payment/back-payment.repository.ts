import type { BackPayment, Prisma } from '@shebao/prisma/client'
import { nextCaseNumber } from '../../../case/case-number.repository.ts'
import type { Platform } from '../../../platform/platform.ts'

export type BackPaymentRow = BackPayment & { employerName: string; region: string }

const columns = `b.id, b.number, b.employer_id AS "employerId", b.reason, b.evidence, b.document_no AS "documentNo",
  b.evidence_note AS "evidenceNote", b.route, b.status, b.people, b.premium, b.late_fee AS "lateFee", b.applied_by AS "appliedBy",
  b.applied_at AS "appliedAt", b.checked_by AS "checkedBy", b.checked_at AS "checkedAt", b.finding, b.decided_by AS "decidedBy",
  b.decided_at AS "decidedAt", b.rejection_reason AS "rejectionReason", employer.name AS "employerName", employer.region`
const joined = 'back_payment b JOIN employer ON employer.id = b.employer_id'

export async function findBackPayment({ database }: Platform, id: string): Promise<BackPaymentRow | undefined> {
  const [row] = await database.query<BackPaymentRow>(
    { name: 'back-payment-find', text: `SELECT ${columns} FROM ${joined} WHERE b.id = $1` },
    [id],
  )
  return row
}

/** Held until the transaction ends: of two people at one request the second sees what the first did. */
export async function lockBackPayment({ database }: Platform, id: string): Promise<BackPaymentRow | undefined> {
  const [row] = await database.query<BackPaymentRow>(
    { name: 'back-payment-lock', text: `SELECT ${columns} FROM ${joined} WHERE b.id = $1 FOR UPDATE OF b` },
    [id],
  )
  return row
}

export interface NewMonth {
  individualId: string
  period: string
  /** Fen. */
  wage: number
  insurances: readonly string[]
}

export async function insertBackPayment(
  platform: Platform,
  request: Omit<Prisma.BackPaymentUncheckedCreateInput, 'number' | 'months'>,
  months: readonly NewMonth[],
): Promise<{ id: string; number: string }> {
  const { database } = platform
  const number = await nextCaseNumber(platform, 'back-payment', request.employerId)
  const { id } = await database.prisma.backPayment.create({ data: { ...request, number }, select: { id: true } })
  await database.query(
    {
      name: 'back-payment-insert-months',
      text: `INSERT INTO back_payment_month (back_payment_id, individual_id, period, average_wage, insurances)
      SELECT $1, month.individual_id, month.period, month.wage, string_to_array(month.insurances, ',')
      FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::text[]) AS month(individual_id, period, wage, insurances)`,
    },
    [
      id,
      months.map(({ individualId }) => individualId),
      months.map(({ period }) => period),
      months.map(({ wage }) => wage),
      months.map(({ insurances }) => insurances.join(',')),
    ],
  )
  return { id, number }
}

export interface MonthRow {
  individualId: string
  period: string
  wage: bigint
  noticeId: string | null
}

/** By person and month; a request has at most some thousand. */
export function listMonths({ database }: Platform, backPaymentId: string): Promise<MonthRow[]> {
  return database.query<MonthRow>(
    {
      name: 'back-payment-months',
      text: `SELECT individual_id AS "individualId", period, average_wage AS wage, notice_id AS "noticeId" FROM back_payment_month
      WHERE back_payment_id = $1 ORDER BY individual_id, period`,
    },
    [backPaymentId],
  )
}

/** A run of months of one person at one wage, as it was applied for. */
export interface SpanRow {
  individualId: string
  nameMasked: string
  idMasked: string
  personal: Uint8Array
  wage: bigint
  first: string
  last: string
  months: number
}

export function listSpans({ database }: Platform, backPaymentId: string): Promise<SpanRow[]> {
  return database.query<SpanRow>(
    {
      name: 'back-payment-spans',
      text: `SELECT month.individual_id AS "individualId", name_masked AS "nameMasked", id_masked AS "idMasked", personal, average_wage AS wage,
        min(period) AS first, max(period) AS last, count(*)::int AS months
      FROM (SELECT *, substr(period, 1, 4)::int * 12 + substr(period, 6, 2)::int
          - row_number() OVER (PARTITION BY individual_id, average_wage ORDER BY period) AS island
        FROM back_payment_month WHERE back_payment_id = $1) month
      JOIN individual person ON person.id = month.individual_id
      GROUP BY month.individual_id, name_masked, id_masked, personal, average_wage, island ORDER BY min(period), month.individual_id LIMIT 1000`,
    },
    [backPaymentId],
  )
}

export interface IssuedNotice {
  id: string
  number: string
  period: string
  status: string
}

export function listIssuedNotices({ database }: Platform, backPaymentId: string): Promise<IssuedNotice[]> {
  return database.query<IssuedNotice>(
    {
      name: 'back-payment-notices',
      text: `SELECT DISTINCT notice.id, notice.number, notice.period, notice.status FROM back_payment_month month
      JOIN payment_notice notice ON notice.id = month.notice_id WHERE month.back_payment_id = $1 ORDER BY notice.period`,
    },
    [backPaymentId],
  )
}

export async function nameNotices(
  { database }: Platform,
  backPaymentId: string,
  notices: ReadonlyMap<string, string>,
): Promise<void> {
  await database.query(
    {
      name: 'back-payment-name-notices',
      text: `UPDATE back_payment_month month SET notice_id = issued.id
      FROM unnest($2::text[], $3::uuid[]) AS issued(period, id) WHERE month.back_payment_id = $1 AND month.period = issued.period`,
    },
    [backPaymentId, [...notices.keys()], [...notices.values()]],
  )
}

export async function updateBackPayment(
  { database }: Platform,
  id: string,
  change: Prisma.BackPaymentUncheckedUpdateInput,
): Promise<void> {
  await database.prisma.backPayment.update({ where: { id }, data: change })
}

export interface BackPaymentKey {
  appliedAt: Date
  id: string
}

/** An employer's requests, newest first. */
export function listBackPaymentsOf(
  { database }: Platform,
  employerId: string,
  before: BackPaymentKey | undefined,
  limit: number,
): Promise<BackPaymentRow[]> {
  return database.query<BackPaymentRow>(
    {
      name: 'back-payment-of-employer',
      text: `SELECT ${columns} FROM ${joined} WHERE b.employer_id = $1
        AND ($2::timestamp IS NULL OR (b.applied_at, b.id) < ($2, $3::uuid)) ORDER BY b.applied_at DESC, b.id DESC LIMIT $4`,
    },
    [employerId, before?.appliedAt ?? null, before?.id ?? null, limit],
  )
}

/** Oldest first. */
export function listBackPaymentsIn(
  { database }: Platform,
  states: readonly string[],
  after: BackPaymentKey | undefined,
  limit: number,
): Promise<BackPaymentRow[]> {
  return database.query<BackPaymentRow>(
    {
      name: 'back-payment-queue',
      text: `SELECT ${columns} FROM ${joined} WHERE b.status = ANY($1)
        AND ($2::timestamp IS NULL OR (b.applied_at, b.id) > ($2, $3::uuid)) ORDER BY b.applied_at, b.id LIMIT $4`,
    },
    [states, after?.appliedAt ?? null, after?.id ?? null, limit],
  )
}

export async function listAccountNames({ database }: Platform, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.query<{ id: string; name: string }>(
    {
      name: 'back-payment-names',
      gate: 'NAMES',
      text: 'SELECT id, display_name AS name FROM account WHERE id = ANY($1::uuid[])',
    },
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
