import { oneOf } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'

/**
 * What keeps a unit in the register. INSURED: people are insured with it. UNBILLED: a month in which somebody was insured has no bill
 * yet. NOTICE: a bill is not paid in full, late fees included. CREDIT: money of it waits to go back. WAITING_MONEY: money that came
 * has settled nothing yet. RECONCILIATION: a payment that counts is not on the bank's statement. PAPER_COPY: the paper of an accepted
 * declaration has not come. DEBIT_AGREEMENT: the bank may still debit it. MANDATE: it acts for another unit. The rest are cases that
 * are open: FINE is one that is being decided on or was not paid (SIL 86, R765 10).
 */
export const obstacleKinds = [
  'INSURED',
  'UNBILLED',
  'NOTICE',
  'CREDIT',
  'WAITING_MONEY',
  'RECONCILIATION',
  'PAPER_COPY',
  'DEBIT_AGREEMENT',
  'MANDATE',
  'ANNUAL_DECLARATION',
  'MONTHLY_DECLARATION',
  'REFUND',
  'BACK_PAYMENT',
  'WRITE_OFF',
  'PARTICULARS_CHANGE',
  'ONLINE_FILING',
  'FINE',
] as const
export type ObstacleKind = (typeof obstacleKinds)[number]

export interface Obstacle {
  kind: ObstacleKind
  /** Of the case or the bill, where it has one. */
  id: string | null
  number: string | null
  /** The month of a bill or a declaration, or the year of an annual one. */
  period: string | null
  /** People, or cases. */
  count: number
  /** Fen, of CREDIT, WAITING_MONEY and a FINE that was decided on. */
  amount: bigint | null
}

/** More of a kind are counted by it no more; what is left shows when these are settled [PD]. */
const mostOfAKind = 50

/** `$1` the unit, `$2` the month of its last day, `$3` today. */
const standing = `
  SELECT 'INSURED' AS kind, NULL::text AS id, NULL::text AS number, NULL::text AS period, count(DISTINCT individual_id)::int AS count, NULL::bigint AS amount
    FROM enrolment WHERE employer_id = $1::uuid AND superseded_at IS NULL AND (to_period IS NULL OR to_period > $2)
    HAVING count(*) > 0
  UNION ALL SELECT 'UNBILLED', NULL, NULL, last.period, 1, NULL FROM (
      SELECT max(LEAST(COALESCE(to_period, $2), $2)) AS period FROM enrolment
        WHERE employer_id = $1::uuid AND superseded_at IS NULL AND from_period <= $2) last
    WHERE last.period IS NOT NULL AND NOT EXISTS (SELECT FROM payment_notice billed
      WHERE billed.employer_id = $1::uuid AND billed.kind IN ('NORMAL', 'DEEMED', 'OPENING') AND billed.period >= last.period)
  UNION ALL (SELECT 'NOTICE', id::text, number, period, 1, NULL FROM payment_notice
    WHERE employer_id = $1::uuid AND status IN ('UNPAID', 'SENT_TO_BANK', 'PARTIALLY_PAID') ORDER BY period LIMIT ${mostOfAKind})
  UNION ALL (SELECT CASE kind WHEN 'MONTHLY' THEN 'MONTHLY_DECLARATION' ELSE 'ANNUAL_DECLARATION' END, id::text, NULL,
      COALESCE(period, year::text), 1, NULL FROM declaration
    WHERE employer_id = $1::uuid AND status IN ('SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'PRINTED', 'PAPER_FILED')
      AND NOT (kind = 'MONTHLY' AND status = 'APPROVED') ORDER BY year LIMIT ${mostOfAKind})
  UNION ALL (SELECT 'REFUND', id::text, number, NULL, 1, NULL FROM refund
    WHERE employer_id = $1::uuid AND status IN ('APPLIED', 'VERIFIED', 'APPROVED') ORDER BY number LIMIT ${mostOfAKind})
  UNION ALL (SELECT 'BACK_PAYMENT', id::text, number, NULL, 1, NULL FROM back_payment
    WHERE employer_id = $1::uuid AND status IN ('APPLIED', 'CHECKED') ORDER BY number LIMIT ${mostOfAKind})
  UNION ALL (SELECT 'WRITE_OFF', w.id::text, notice.number, notice.period, 1, NULL FROM write_off w
    JOIN payment_notice notice ON notice.id = w.notice_id
    WHERE notice.employer_id = $1::uuid AND w.status = 'REQUESTED' ORDER BY notice.period LIMIT ${mostOfAKind})
  UNION ALL (SELECT 'PARTICULARS_CHANGE', id::text, number, NULL, 1, NULL FROM particulars_change
    WHERE employer_id = $1::uuid AND status IN ('REQUESTED', 'CHECKED') ORDER BY number LIMIT ${mostOfAKind})
  UNION ALL (SELECT 'ONLINE_FILING', id::text, number, NULL, 1, NULL FROM online_filing
    WHERE employer_id = $1::uuid AND status = 'APPLIED' ORDER BY number LIMIT ${mostOfAKind})
  UNION ALL (SELECT 'FINE', enforcement_id::text, number, NULL, 1, amount FROM fine_case
    WHERE employer_id = $1::uuid AND status IN ('PROPOSED', 'NOTICED', 'DECIDED') ORDER BY number LIMIT ${mostOfAKind})
  UNION ALL (SELECT 'RECONCILIATION', id::text, day, NULL, 1, NULL FROM reconciliation_item
    WHERE employer_id = $1::uuid AND resolution IS NULL AND outcome = 'SYSTEM_ONLY' ORDER BY day LIMIT ${mostOfAKind})
  UNION ALL (SELECT 'PAPER_COPY', declaration_id::text, form_no, NULL, 1, NULL FROM paper_copy
    WHERE employer_id = $1::uuid AND status = 'AWAITED' ORDER BY expected_on LIMIT ${mostOfAKind})
  UNION ALL (SELECT 'DEBIT_AGREEMENT', id::text, agreement_no, NULL, 1, NULL FROM debit_agreement
    WHERE employer_id = $1::uuid AND status IN ('PENDING', 'ACTIVE') ORDER BY agreement_no LIMIT ${mostOfAKind})
  UNION ALL SELECT 'MANDATE', NULL, NULL, NULL, count(*)::int, NULL FROM mandate
    WHERE agency_id = $1::uuid AND status IN ('OFFERED', 'ACCEPTED') AND valid_to >= $3 HAVING count(*) > 0`

interface Row extends Omit<Obstacle, 'kind'> {
  kind: string
}

/** Everything that stands in the way on the last day a unit is to have in the register. */
export async function listObstacles(
  { database, clock }: Platform,
  employerId: string,
  lastDay: string,
): Promise<Obstacle[]> {
  const rows = await database.query<Row>({ name: 'cancellation-obstacles', text: standing }, [
    employerId,
    lastDay.slice(0, 7),
    clock.today(),
  ])
  return rows.map(({ kind, ...row }) => ({ ...row, kind: oneOf(obstacleKinds, kind, 'obstacle') }))
}
