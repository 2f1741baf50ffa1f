import type { Platform } from '../../../platform/platform.ts'
import { exceptionKinds, exceptionStates } from './exception-codes.ts'
import type { ExceptionKind, ExceptionState } from './exception-codes.ts'
import { oneOf } from '@shebao/kernel'

/** An exception for one unit, wherever the office keeps it. */
export interface ExceptionRow {
  kind: ExceptionKind
  /** Of the case that it is. */
  id: string
  number: string
  employerId: string
  employerName: string
  registrationNo: string
  state: ExceptionState
  /** A waiver's and a write-off's ground, by its code; an agreement or a withdrawal has its law alone. */
  ground: string | null
  documentNo: string | null
  explanation: string | null
  period: string | null
  fromOn: string | null
  toOn: string | null
  amount: bigint | null
  proposerName: string | null
  proposedAt: Date
  deciderName: string | null
  decidedAt: Date | null
}
type StoredRow = Omit<ExceptionRow, 'kind' | 'state'> & { kind: string; state: string }

export interface ExceptionSelection {
  employerId?: string | undefined
  /** The whole number of an exception, a bill or a unit. */
  number?: string | undefined
  kind?: ExceptionKind | undefined
  state?: ExceptionState | undefined
  /** What was proposed, or refused, is the office's own affair until it holds. */
  decidedOnly: boolean
  before?: { at: Date; id: string } | undefined
  limit: number
}

const day = (instant: string) => `to_char(${instant} + interval '8 hours', 'YYYY-MM-DD')`
const lastEvent = (lifecycle: string, event: string, id: string) =>
  `LEFT JOIN LATERAL (SELECT account_id, at FROM case_event WHERE lifecycle = '${lifecycle}' AND event = '${event}' AND case_id = ${id}::text
    ORDER BY seq DESC LIMIT 1)`

// One row for each of the places where an exception is kept: what was waived or extended, what was given up, what was deferred by agreement,
// and who hands in on paper for its approval was withdrawn.
const everywhere = `
  SELECT w.kind, w.id, w.number, w.employer_id,
    CASE WHEN w.status = 'ENDED' OR (w.status = 'STANDING' AND w.to_on < $1) THEN 'OVER' ELSE w.status END AS state,
    w.ground, w.document_no, w.explanation, w.period, w.from_on, w.to_on, w.amount, w.proposed_by, w.proposed_at, w.decided_by, w.decided_at
  FROM waiver w
  UNION ALL SELECT 'WRITE_OFF', given.id, notice.number, notice.employer_id,
    CASE given.status WHEN 'REQUESTED' THEN 'PROPOSED' WHEN 'CONFIRMED' THEN 'STANDING' ELSE given.status END,
    given.ground, given.document_no, given.explanation, notice.period, ${day('given.decided_at')}, NULL, given.amount,
    given.requested_by, given.requested_at, given.decided_by, given.decided_at
  FROM write_off given JOIN payment_notice notice ON notice.id = given.notice_id
  UNION ALL SELECT 'DEFERRAL', held.id, held.number, held.employer_id,
    CASE WHEN held.status = 'DEFERRED' THEN 'STANDING' WHEN held.standing #>> '{deferral,breachedOn}' IS NOT NULL THEN 'REVOKED' ELSE 'OVER' END,
    NULL, NULL, NULL, NULL, held.standing #>> '{deferral,on}', held.standing #>> '{deferral,instalments,-1,dueOn}',
    held.principal + held.late_fee, prepared.account_id, signed.at, signed.account_id, signed.at
  FROM enforcement_case held ${lastEvent('enforcement', 'SIGN_DEFERRAL', 'held.id')} signed ON true
    ${lastEvent('enforcement', 'PREPARE_PAPER', 'held.id')} prepared ON prepared.at <= signed.at
  WHERE held.standing ? 'deferral' AND signed.at IS NOT NULL
  UNION ALL SELECT 'PAPER_FILING', filing.id, filing.number, filing.employer_id,
    CASE WHEN EXISTS (SELECT FROM online_filing later WHERE later.employer_id = filing.employer_id AND later.status = 'STANDING') THEN 'OVER' ELSE 'STANDING' END,
    NULL, NULL, filing.end_reason, NULL, filing.valid_to, NULL, NULL, NULL, filing.ended_at, withdrawn.account_id, filing.ended_at
  FROM online_filing filing ${lastEvent('online-filing', 'WITHDRAW', 'filing.id')} withdrawn ON true
  WHERE filing.status = 'ENDED'
  UNION ALL SELECT 'LOCK', held.id, held.number, held.employer_id,
    CASE held.status WHEN 'RELEASE_PROPOSED' THEN 'STANDING' WHEN 'LOCKED' THEN 'STANDING' WHEN 'RELEASED' THEN 'OVER' ELSE held.status END,
    held.ground, NULL, held.explanation, NULL, held.locked_on, held.released_on, NULL, held.proposed_by, held.proposed_at,
    held.decided_by, held.decided_at
  FROM employer_lock held`

/** The latest proposed first. Few units have any: all of one kind are a few hundred a year. */
export async function listExceptions(
  { database, clock }: Platform,
  wanted: ExceptionSelection,
): Promise<ExceptionRow[]> {
  const rows = await database.query<StoredRow>(
    {
      name: 'exception-list',
      text: `SELECT one.kind, one.id::text, COALESCE(one.number, '') AS number, one.employer_id AS "employerId", unit.name AS "employerName",
          unit.registration_no AS "registrationNo", one.state, one.ground, one.document_no AS "documentNo", one.explanation,
          one.period, one.from_on AS "fromOn", one.to_on AS "toOn", one.amount, proposer.display_name AS "proposerName",
          one.proposed_at AS "proposedAt", decider.display_name AS "deciderName", one.decided_at AS "decidedAt"
        FROM (${everywhere}) AS one JOIN employer unit ON unit.id = one.employer_id
          LEFT JOIN account proposer ON proposer.id = one.proposed_by LEFT JOIN account decider ON decider.id = one.decided_by
        WHERE ($2::uuid IS NULL OR one.employer_id = $2) AND ($3::text IS NULL OR $3 IN (one.number, unit.registration_no, unit.credit_code))
          AND ($4::text IS NULL OR one.kind = $4) AND ($5::text IS NULL OR one.state = $5)
          AND (NOT $6 OR one.state NOT IN ('PROPOSED', 'REFUSED'))
          AND ($7::timestamp IS NULL OR (one.proposed_at, one.id) < ($7, $8::uuid))
        ORDER BY one.proposed_at DESC, one.id DESC LIMIT $9`,
    },
    [
      clock.today(),
      wanted.employerId ?? null,
      wanted.number ?? null,
      wanted.kind ?? null,
      wanted.state ?? null,
      wanted.decidedOnly,
      wanted.before?.at ?? null,
      wanted.before?.id ?? null,
      wanted.limit,
    ],
  )
  return rows.map((row) => ({
    ...row,
    kind: oneOf(exceptionKinds, row.kind, 'exception'),
    state: oneOf(exceptionStates, row.state, 'state of an exception'),
  }))
}
