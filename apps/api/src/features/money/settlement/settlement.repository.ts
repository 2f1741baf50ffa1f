import type { Platform } from '../../../platform/platform.ts'
import { listSettledParts } from '../ledger/index.ts'
import type { SettledPart } from '../ledger/index.ts'

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
  lateFeePauses: unknown
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
  late_fee_pauses: unknown
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
        late_fee_pauses, employer_total, personal_total, late_fee
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
      lateFeePauses: row.late_fee_pauses,
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
