import type { ActorKind } from '../../../platform/audit.ts'
import type { Platform } from '../../../platform/platform.ts'

/** Looking at one person: the entry stands with them, or names them among several. */
export const personActions = [
  'FIND_PERSON',
  'FIND_AUDITED_PERSON',
  'READ_RECORD',
  'READ_ENROLMENT_HISTORY',
  'REVEAL_PERSON',
  'READ_SHARED_RECORD',
  'CARD_CODE_CHECKED',
  'READ_QUESTION_MONTH',
  'READ_TRANSFER',
  'CHECK_HOTLINE_CALLER',
  'READ_HOTLINE_CALLER',
  'READ_CALL_BACK_NUMBER',
  'HEAR_HOTLINE_CALLER',
  'RIGHTS_STATEMENT_HANDED_OUT',
  'CARD_LOOKED_UP',
  'READ_REFUND',
  'READ_BACK_PAYMENT',
  'READ_CARD_PASSWORD',
  'READ_QUESTION',
  'READ_SIMULATION',
  'READ_DERIVATION',
  'READ_DELIVERY_LOG',
  'READ_WORK',
] as const
/** Looking at a list that a person stands on: the entry stands with the unit, its declaration or its notice. */
export const listActions = [
  'READ_INSURED_PEOPLE',
  'READ_PERSONNEL',
  'OPEN_REVIEW',
  'DOWNLOAD_ROSTER',
  'COMPARE_ROSTER',
  'READ_NOTICE_PEOPLE',
  'READ_CONFIRMATIONS',
] as const
/** Looking at who reported an employer: the entry stands with the report, and the trail does not say whose that is. */
export const reportActions = ['READ_REPORTER'] as const
export type ReadingAction =
  | (typeof personActions)[number]
  | (typeof listActions)[number]
  | (typeof reportActions)[number]

export interface ReadingRow {
  seq: string
  at: Date
  actorKind: ActorKind
  role: string | null
  /** Of staff; a person complains of a number and need not know a name. */
  staffNo: string | null
  action: ReadingAction
  reason: string | null
  /** The unit whose list it was; the bank or hospital at whose desk it was. */
  employerName: string | null
  /** The agency that acted for the unit. */
  agencyName: string | null
}

const columns =
  'entry.seq, entry.at, entry.actor_kind, entry.actor_id, entry.role, entry.action, entry.reason, entry.change'

/**
 * Who looked at a person's data, newest first, their own looks left out. A list of a unit concerns the person in the months it insured
 * them; the people of a notice are known one by one.
 */
export function listReadings(
  { database }: Platform,
  { individualId, accountId, reportIds }: { individualId: string; accountId: string; reportIds: readonly string[] },
  { beforeSeq, limit }: { beforeSeq: string | undefined; limit: number },
): Promise<ReadingRow[]> {
  return database.query<ReadingRow>(
    {
      name: 'readings-of-person',
      gate: 'READINGS',
      text: `WITH unit AS (
        SELECT employer_id, min(from_period) AS first, max(coalesce(to_period, '9999-12')) AS last
        FROM enrolment WHERE individual_id = $1 AND superseded_at IS NULL GROUP BY employer_id),
      notice AS (SELECT DISTINCT notice_id, employer_id FROM premium_payment WHERE individual_id = $1 AND notice_id IS NOT NULL),
      reading AS (
        SELECT ${columns}, (entry.change ->> 'employerId')::uuid AS employer_id FROM audit_event entry
        WHERE entry.record_type = 'Individual' AND entry.record_id = $1::text AND entry.action = ANY($4::text[])
        UNION ALL
        SELECT ${columns}, NULL::uuid FROM audit_event entry
        WHERE entry.change ? 'records' AND entry.change -> 'records' ? $1::text AND entry.action = ANY($4::text[])
        UNION ALL
        SELECT ${columns}, unit.employer_id FROM unit JOIN audit_event entry
          ON entry.record_type = 'Employer' AND entry.record_id = unit.employer_id::text
          AND to_char(entry.at + interval '8 hours', 'YYYY-MM') BETWEEN unit.first AND unit.last
        WHERE entry.action = ANY($5::text[])
        UNION ALL
        SELECT ${columns}, unit.employer_id FROM unit JOIN declaration ON declaration.employer_id = unit.employer_id
          JOIN audit_event entry ON entry.record_type = 'Declaration' AND entry.record_id = declaration.id::text
          AND to_char(entry.at + interval '8 hours', 'YYYY-MM') BETWEEN unit.first AND unit.last
        WHERE entry.action = ANY($5::text[])
        UNION ALL
        SELECT ${columns}, NULL::uuid FROM audit_event entry
        WHERE entry.record_type = 'EmployerReport' AND entry.record_id = ANY($7::text[]) AND entry.action = ANY($8::text[])
        UNION ALL
        SELECT ${columns}, notice.employer_id FROM notice JOIN audit_event entry
          ON entry.record_type = 'PaymentNotice' AND entry.record_id = notice.notice_id::text
        WHERE entry.action = ANY($5::text[]))
      SELECT reading.seq::text AS seq, reading.at, reading.actor_kind AS "actorKind", reading.role, account.staff_no AS "staffNo",
        reading.action, reading.reason, coalesce(desk.name, unit_of.name) AS "employerName", agency.name AS "agencyName"
      FROM reading LEFT JOIN account ON account.id = reading.actor_id
        LEFT JOIN employer unit_of ON unit_of.id = reading.employer_id
        LEFT JOIN partner desk ON desk.id = (reading.change ->> 'partnerId')::uuid
        LEFT JOIN employer agency ON agency.id = (reading.change ->> 'agencyId')::uuid
      WHERE reading.actor_id IS DISTINCT FROM $6 AND ($2::bigint IS NULL OR reading.seq < $2::bigint)
      ORDER BY reading.seq DESC LIMIT $3`,
    },
    [individualId, beforeSeq ?? null, limit, personActions, listActions, accountId, reportIds, reportActions],
  )
}
