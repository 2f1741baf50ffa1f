import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationKind } from '../declaration/index.ts'

export const queueStates = ['SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'FILED', 'OVERDUE', 'OPEN'] as const
export type QueueState = (typeof queueStates)[number]

export interface QueueRow {
  id: string
  employerId: string
  employerName: string
  registrationNo: string
  creditCode: string
  kind: string
  year: number
  /** The month of a monthly declaration. */
  period: string | null
  filing: string
  status: string
  state: QueueState
  version: number
  formNo: string | null
  people: number | null
  verdict: string | null
  warnings: number | null
  dueOn: string
  submittedAt: Date | null
  firstSubmittedAt: Date | null
  /** When it came into the state it waits in. */
  since: Date
  recommended: boolean
  holderId: string | null
  holderName: string | null
  /** 0 when it goes before everything that merely waits. */
  urgency: number
}

export interface QueueSelection {
  states: readonly QueueState[]
  /** A whole registration number, credit code or form number; then states do not matter. */
  number: string | undefined
  /** The same as written, for form numbers: their hyphens belong to them. */
  formNo: string | undefined
  employerId: string | undefined
  kind: DeclarationKind | undefined
  /** Of what was returned, only what is past its last day. */
  onlyUrgentReturned: boolean
  today: string
  newestFirst: boolean
  after: { urgency: number; since: Date; id: string } | undefined
  /** Holds seen after this moment count. */
  heldAfter: Date
  limit: number
}

const drafts = `('WITHDRAWN', 'NOT_STARTED', 'UNIT_DONE', 'PERSONNEL_OPEN', 'ROSTER_DOWNLOADED', 'COMPARED', 'READY')`

/** $1: today. A declaration that was sent back stays RETURNED while its employer works on it again. */
const stateOf = `CASE
  WHEN d.status IN ('SUBMITTED', 'UNDER_REVIEW') THEN d.status
  WHEN d.status = 'RETURNED' OR (d.version > 0 AND d.status IN ${drafts}) THEN 'RETURNED'
  WHEN d.status = 'APPROVED' AND d.kind = 'MONTHLY' THEN 'FILED'
  WHEN d.status IN ('APPROVED', 'PRINTED') THEN 'APPROVED'
  WHEN d.status IN ('PAPER_FILED', 'CLOSED') THEN 'FILED'
  WHEN d.due_on < $1 THEN 'OVERDUE'
  ELSE 'OPEN' END`

/** Every inspection is due; a monthly declaration is there once it was handed in, for where nothing changes none is. */
const inQueue = `(d.kind = 'ANNUAL_INSPECTION' OR (d.version > 0 AND d.status <> 'CANCELLED'))`

const queue = `SELECT d.id, d.employer_id AS "employerId", e.name AS "employerName", e.registration_no AS "registrationNo",
    e.credit_code AS "creditCode", d.kind, d.year, d.period, d.filing, d.status, s.state, d.version, v.form_no AS "formNo", v.people, v.verdict,
    jsonb_array_length(v.warnings) AS warnings, d.due_on AS "dueOn", v.submitted_at AS "submittedAt",
    (SELECT min(first.submitted_at) FROM declaration_version first WHERE first.declaration_id = d.id) AS "firstSubmittedAt",
    CASE s.state WHEN 'RETURNED' THEN COALESCE(t.returned_at, v.submitted_at) WHEN 'APPROVED' THEN COALESCE(t.approved_at, v.submitted_at)
      WHEN 'FILED' THEN COALESCE(t.filed_at, t.approved_at, v.submitted_at) WHEN 'OVERDUE' THEN d.due_on::timestamp WHEN 'OPEN' THEN d.due_on::timestamp
      ELSE COALESCE(v.submitted_at, d.submitted_at) END AS since,
    (s.state = 'UNDER_REVIEW' AND t.recommended) AS recommended,
    h.account_id AS "holderId", a.display_name AS "holderName",
    CASE WHEN s.state = 'RETURNED' AND d.due_on < $1 THEN 0 ELSE 1 END AS urgency
  FROM declaration d
  JOIN employer e ON e.id = d.employer_id
  CROSS JOIN LATERAL (SELECT ${stateOf} AS state) s
  LEFT JOIN declaration_version v ON v.declaration_id = d.id AND v.version = d.version
  LEFT JOIN review_hold h ON h.declaration_id = d.id AND h.seen_at > $2 AND s.state IN ('SUBMITTED', 'UNDER_REVIEW')
  LEFT JOIN account a ON a.id = h.account_id
  CROSS JOIN LATERAL (SELECT max(at) FILTER (WHERE event IN ('RETURN', 'RETURN_PAPER')) AS returned_at,
      max(at) FILTER (WHERE event = 'APPROVE') AS approved_at, max(at) FILTER (WHERE event = 'FILE_PAPER') AS filed_at,
      COALESCE(bool_or(event = 'RECOMMEND' AND revision = d.version), false) AS recommended
    FROM case_event WHERE lifecycle = CASE d.kind WHEN 'MONTHLY' THEN 'monthly-declaration' ELSE 'annual-declaration' END AND case_id = d.id::text) t
  WHERE ${inQueue}`

export function findQueuePage({ database }: Platform, wanted: QueueSelection): Promise<QueueRow[]> {
  const [order, beyond] = wanted.newestFirst ? ['DESC', '<'] : ['ASC', '>']
  return database.query<QueueRow>(
    {
      name: `review-queue-${order}`,
      text: `SELECT * FROM (${queue}
        AND ($3::text[] IS NULL OR s.state = ANY($3))
        AND (NOT $10::boolean OR s.state <> 'RETURNED' OR d.due_on < $1) AND ($4::uuid IS NULL OR d.employer_id = $4)
        AND ($12::text IS NULL OR d.kind = $12)
        AND ($5::text IS NULL OR e.registration_no = $5 OR e.credit_code = $5 OR EXISTS (
          SELECT 1 FROM declaration_version f WHERE f.declaration_id = d.id AND f.form_no = $11))) q
      WHERE ($6::int IS NULL OR (urgency, since, id) ${beyond} ($6::int, $7::timestamp, $8::uuid))
      ORDER BY urgency ${order}, since ${order}, id ${order} LIMIT $9`,
    },
    [
      wanted.today,
      wanted.heldAfter,
      wanted.number ? null : wanted.states,
      wanted.employerId ?? null,
      wanted.number ?? null,
      wanted.after?.urgency ?? null,
      wanted.after?.since ?? null,
      wanted.after?.id ?? null,
      wanted.limit,
      wanted.onlyUrgentReturned && !wanted.number,
      wanted.formNo ?? null,
      wanted.kind ?? null,
    ],
  )
}

export interface QueueCount {
  state: QueueState
  count: number
  /** Of these, how many go before everything that merely waits. */
  urgent: number
}

export function countQueue(
  { database }: Platform,
  today: string,
  kind: DeclarationKind | undefined,
): Promise<QueueCount[]> {
  return database.query<QueueCount>(
    {
      name: 'review-queue-counts',
      text: `SELECT state, count(*)::int AS count, (count(*) FILTER (WHERE state = 'RETURNED' AND due_on < $1))::int AS urgent
      FROM (SELECT d.due_on, ${stateOf} AS state FROM declaration d WHERE ${inQueue} AND ($2::text IS NULL OR d.kind = $2)) q GROUP BY state`,
    },
    [today, kind ?? null],
  )
}
