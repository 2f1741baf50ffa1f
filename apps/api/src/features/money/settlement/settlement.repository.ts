import type { Platform } from '../../../platform/platform.ts'
import { listSettledParts } from '../ledger/balances.repository.ts'
import type { SettledPart } from '../ledger/balances.repository.ts'

/** A notice that still owes something, with what has lowered it so far. */
export interface OpenNotice {
  id: string
  number: string
  employerId: string
  region: string
  period: string
  kind: string
  status: string
  dueOn: string
  bearsLateFee: boolean
  employerTotal: bigint
  personalTotal: bigint
  lateFee: bigint
  postedOn: null
  settled: SettledPart[]
}

interface OpenRow {
  id: string
  number: string
  employer_id: string
  region: string
  period: string
  kind: string
  status: string
  due_on: string
  bears_late_fee: boolean
  employer_total: bigint
  personal_total: bigint
  late_fee: bigint
}

/**
 * The employer's open notices, oldest month first, held until the transaction ends; only those of `noticeIds` when given.
 * Locked in the order of their ids, so that two payments at once wait for each other and never in a ring.
 */
export async function lockOpenNotices(
  platform: Platform,
  employerId: string,
  noticeIds?: readonly string[],
): Promise<OpenNotice[]> {
  const rows = await platform.database.query<OpenRow>(
    {
      name: 'billing-lock-open-notices',
      text: `SELECT notice.id, number, employer_id, employer.region, period, kind, status, due_on, bears_late_fee,
        employer_total, personal_total, late_fee
      FROM payment_notice notice JOIN employer ON employer.id = notice.employer_id
      WHERE employer_id = $1 AND posted_on IS NULL AND status <> 'WRITTEN_OFF' AND ($2::uuid[] IS NULL OR notice.id = ANY($2))
      ORDER BY notice.id FOR UPDATE OF notice`,
    },
    [employerId, noticeIds ?? null],
  )
  const settled = Map.groupBy(
    await listSettledParts(
      platform,
      rows.map(({ id }) => id),
    ),
    ({ noticeId }) => noticeId,
  )
  return rows
    .map((row) => ({
      id: row.id,
      number: row.number,
      employerId: row.employer_id,
      region: row.region,
      period: row.period,
      kind: row.kind,
      status: row.status,
      dueOn: row.due_on,
      bearsLateFee: row.bears_late_fee,
      employerTotal: row.employer_total,
      personalTotal: row.personal_total,
      lateFee: row.late_fee,
      postedOn: null,
      settled: settled.get(row.id) ?? [],
    }))
    .toSorted((a, b) => order(a).localeCompare(order(b)))
}

/** Oldest month first; within a month the ordinary notice before its differences [PD]. */
const order = ({ period, kind, number }: OpenNotice) => `${period}|${kind === 'NORMAL' ? 0 : 1}|${number}`

export interface SettledNotice {
  id: string
  status: 'PARTIALLY_PAID' | 'POSTED'
  postedOn: string | null
  lateFee: bigint
}

/** State, booked late fee and total of many notices in one statement. */
export async function updateSettledNotices({ database }: Platform, notices: readonly SettledNotice[]): Promise<void> {
  await database.query(
    {
      name: 'billing-settle-notices',
      text: `UPDATE payment_notice notice SET status = settled.status, posted_on = settled.posted_on,
        late_fee = settled.late_fee, total = employer_total + personal_total + settled.late_fee
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[]) AS settled(id, status, posted_on, late_fee)
      WHERE notice.id = settled.id`,
    },
    [
      notices.map(({ id }) => id),
      notices.map(({ status }) => status),
      notices.map(({ postedOn }) => postedOn),
      notices.map(({ lateFee }) => lateFee),
    ],
  )
}

/** Everyone's month of these notices counts as paid from here on. */
export async function markMonthsPaid(
  { database }: Platform,
  noticeIds: readonly string[],
  postedOn: string,
): Promise<void> {
  if (noticeIds.length === 0) return
  await database.query(
    {
      name: 'billing-months-paid',
      text: `UPDATE premium_payment SET status = CASE WHEN kind = 'BACK_PAYMENT' THEN 'BACK_PAID' ELSE 'PAID' END, posted_on = $2
      WHERE notice_id = ANY($1::uuid[]) AND status IN ('UNPAID', 'DEFERRED')`,
    },
    [noticeIds, postedOn],
  )
}

/** The debt is given up: no money came, so `posted_on` stays empty and the people's months stay unpaid. */
export async function markWrittenOff({ database }: Platform, noticeId: string, lateFee: number): Promise<void> {
  await database.query(
    {
      name: 'billing-write-off',
      text: `UPDATE payment_notice SET status = 'WRITTEN_OFF', late_fee = $2, total = employer_total + personal_total + $2
        WHERE id = $1`,
    },
    [noticeId, lateFee],
  )
}
