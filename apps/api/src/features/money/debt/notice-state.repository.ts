import { sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { NoticeLine } from './notice-line.ts'

/** The states of notices, written only here: sent, partly paid, posted, reopened, given up, reconciled. */

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

/** An agreement on later payment stands: no late fee from this day on. Those that are paused already stay so. */
export async function pauseLateFee({ database }: Platform, noticeIds: readonly string[], from: string): Promise<void> {
  await database.query(
    {
      name: 'billing-pause-late-fee',
      text: `UPDATE payment_notice SET late_fee_pauses = late_fee_pauses || jsonb_build_array(jsonb_build_object('from', $2::text))
        WHERE id = ANY($1::uuid[]) AND posted_on IS NULL AND late_fee_pauses -> -1 ->> 'from' IS NULL
          OR id = ANY($1::uuid[]) AND posted_on IS NULL AND late_fee_pauses -> -1 ->> 'to' IS NOT NULL`,
    },
    [noticeIds, from],
  )
}

/** It stands no more: its last day without late fee was this. */
export async function resumeLateFee({ database }: Platform, noticeIds: readonly string[], to: string): Promise<void> {
  await database.query(
    {
      name: 'billing-resume-late-fee',
      text: `UPDATE payment_notice SET late_fee_pauses = jsonb_set(late_fee_pauses, '{-1,to}', to_jsonb($2::text))
        WHERE id = ANY($1::uuid[]) AND late_fee_pauses -> -1 ->> 'from' IS NOT NULL AND late_fee_pauses -> -1 ->> 'to' IS NULL`,
    },
    [noticeIds, to],
  )
}

/**
 * Days that a decision of this number waives, in the place of what it waived before; none where it is taken back. They stand before an
 * agreement's own days, whose last one is the agreement that stands.
 */
export async function setWaivedDays(
  { database }: Platform,
  noticeIds: readonly string[],
  waiver: string,
  days: { from: string; to: string } | undefined,
): Promise<void> {
  await database.query(
    {
      name: 'billing-waive-late-fee',
      text: `UPDATE payment_notice SET late_fee_pauses = $3::jsonb || COALESCE((
          SELECT jsonb_agg(pause ORDER BY place) FROM jsonb_array_elements(late_fee_pauses) WITH ORDINALITY AS held(pause, place)
          WHERE pause ->> 'waiver' IS DISTINCT FROM $2), '[]')
        WHERE id = ANY($1::uuid[])`,
    },
    [noticeIds, waiver, JSON.stringify(days ? [{ ...days, waiver }] : [])],
  )
}

/** What a waiver alone settled owes again. */
export async function reopenSettled({ database }: Platform, noticeIds: readonly string[]): Promise<void> {
  await database.query(
    {
      name: 'billing-reopen-waived',
      text: `UPDATE payment_notice SET status = 'PARTIALLY_PAID', posted_on = NULL WHERE id = ANY($1::uuid[]) AND posted_on IS NOT NULL`,
    },
    [noticeIds],
  )
}

/** From here on the month counts as declared, with these lines. */
export async function markDeclared(
  { database }: Platform,
  noticeId: string,
  declared: { declarationId: string; lines: readonly NoticeLine[]; on: string },
): Promise<void> {
  const total: Fen = sumFen(declared.lines.flatMap(({ employer, personal }) => [employer, personal]))
  await database.query(
    {
      name: 'billing-mark-declared',
      text: `UPDATE payment_notice SET declaration_id = $2, basis = COALESCE(basis, '{}') || $3::jsonb WHERE id = $1`,
    },
    [
      noticeId,
      declared.declarationId,
      JSON.stringify({ declared: declared.lines, declaredTotal: total, declaredOn: declared.on }),
    ],
  )
}

export async function markSentToBank({ database }: Platform, noticeId: string): Promise<void> {
  await database.prisma.paymentNotice.update({ where: { id: noticeId }, data: { status: 'SENT_TO_BANK' } })
}

/** An attempt has ended without settling the notice: it is payable again, as far as nothing was paid before. */
export async function reopenNotice({ database }: Platform, noticeId: string): Promise<void> {
  await database.query(
    {
      name: 'billing-reopen-notice',
      text: `UPDATE payment_notice SET status = CASE WHEN EXISTS (
        SELECT 1 FROM notice_share_balance WHERE notice_id = $1 AND settled > 0) THEN 'PARTIALLY_PAID' ELSE 'UNPAID' END
      WHERE id = $1 AND posted_on IS NULL AND status <> 'WRITTEN_OFF'`,
    },
    [noticeId],
  )
}

/**
 * Paid notices whose money the day's payments were, or payments that the day accounts for, become RECONCILED, unless other money of theirs lies on a day that is still
 * open. Returns how many.
 */
export async function markNoticesReconciled({ database }: Platform, day: string): Promise<number> {
  const rows = await database.query<{ id: string }>(
    {
      name: 'reconciliation-notices-reconciled',
      text: `UPDATE payment_notice notice SET status = 'RECONCILED'
      WHERE status = 'POSTED' AND id IN (
        SELECT transfer.notice_id FROM ledger_transfer transfer JOIN payment ON payment.id = transfer.payment_id
        WHERE transfer.kind = 'ALLOCATION' AND (payment.value_date = $1
          OR payment.id IN (SELECT item.payment_id FROM reconciliation_item item WHERE item.day = $1)))
      AND NOT EXISTS (
        SELECT 1 FROM ledger_transfer transfer
        JOIN payment ON payment.id = transfer.payment_id
        JOIN reconciliation_day other ON other.day = payment.value_date AND other.day <> $1 AND other.status = 'OPEN'
        WHERE transfer.notice_id = notice.id AND transfer.kind = 'ALLOCATION')
      RETURNING id`,
    },
    [day],
  )
  return rows.length
}

/** Sets notices to what the ledger now says of them. */
export async function reopenNoticesFromLedger({ database }: Platform, noticeIds: readonly string[]): Promise<void> {
  await database.query(
    {
      name: 'billing-reopen-from-ledger',
      text: `UPDATE payment_notice notice SET
        status = CASE WHEN share.outstanding = 0 THEN notice.status WHEN share.settled > 0 THEN 'PARTIALLY_PAID' ELSE 'UNPAID' END,
        posted_on = CASE WHEN share.outstanding = 0 THEN notice.posted_on END,
        late_fee = share.late_fee, total = employer_total + personal_total + share.late_fee
      FROM (SELECT notice_id, SUM(outstanding) AS outstanding, SUM(settled) AS settled,
          COALESCE(SUM(charged) FILTER (WHERE insurance IS NULL), 0)::bigint AS late_fee
        FROM notice_share_balance WHERE notice_id = ANY($1::uuid[]) GROUP BY notice_id) share
      WHERE notice.id = share.notice_id`,
    },
    [noticeIds],
  )
}
