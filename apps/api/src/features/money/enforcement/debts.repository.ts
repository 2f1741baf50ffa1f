import type { Platform } from '../../../platform/platform.ts'
import { sharesOfNotice } from '../ledger/index.ts'

/** A bill of a case, as far as the late fee needs it. */
export interface EnforcedNotice {
  id: string
  number: string
  period: string
  region: string
  dueOn: string
  postedOn: string | null
  bearsLateFee: boolean
  lateFeePauses: unknown
  employerTotal: bigint
  personalTotal: bigint
  lateFee: bigint
}

export function listEnforcedNotices({ database }: Platform, caseId: string): Promise<EnforcedNotice[]> {
  return database.query<EnforcedNotice>(
    {
      name: 'enforcement-notices',
      text: `SELECT notice.id, notice.number, notice.period, employer.region, notice.due_on AS "dueOn",
        notice.posted_on AS "postedOn", notice.bears_late_fee AS "bearsLateFee",
        notice.late_fee_pauses AS "lateFeePauses", notice.employer_total AS "employerTotal",
        notice.personal_total AS "personalTotal", notice.late_fee AS "lateFee"
      FROM enforcement_debt debt JOIN payment_notice notice ON notice.id = debt.notice_id
        JOIN employer ON employer.id = notice.employer_id
      WHERE debt.case_id = $1 ORDER BY notice.period, notice.number`,
    },
    [caseId],
  )
}

/** The number of the case that is enforcing a bill now. */
export async function findRunningCase({ database }: Platform, noticeId: string): Promise<string | undefined> {
  const debt = await database.prisma.enforcementDebt.findFirst({
    where: { noticeId, endedAt: null },
    select: { of: { select: { number: true } } },
  })
  return debt?.of.number
}

const unpaid = `SELECT notice.id, notice.employer_id, sum(share.outstanding) FILTER (WHERE share.insurance IS NOT NULL) AS principal,
    sum(share.outstanding) FILTER (WHERE share.insurance IS NULL) AS late_fee, sum(share.settled + share.written_off) AS settled
  FROM payment_notice notice ${sharesOfNotice}
  WHERE notice.posted_on IS NULL AND notice.status <> 'WRITTEN_OFF' AND notice.due_on < $1
    AND NOT EXISTS (SELECT FROM enforcement_debt debt JOIN enforcement_case held ON held.id = debt.case_id
      WHERE debt.notice_id = notice.id AND (debt.ended_at IS NULL OR held.status = 'TERMINATED'))
  GROUP BY notice.id, notice.employer_id HAVING sum(share.outstanding) > 0`

/** Further bills of units whose case nobody has looked into yet join it. Returns the cases that grew. */
export async function joinOverdueNotices({ database }: Platform, today: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    {
      name: 'enforcement-join',
      text: `WITH unpaid AS (${unpaid}), joined AS (
          INSERT INTO enforcement_debt (case_id, notice_id)
          SELECT held.id, unpaid.id FROM unpaid JOIN enforcement_case held ON held.employer_id = unpaid.employer_id
            AND held.status = 'OVERDUE' ON CONFLICT DO NOTHING RETURNING case_id, notice_id
        ), added AS (
          SELECT joined.case_id, sum(unpaid.principal) AS principal, sum(unpaid.settled) AS settled
          FROM joined JOIN unpaid ON unpaid.id = joined.notice_id GROUP BY joined.case_id)
        UPDATE enforcement_case held SET principal = held.principal + added.principal, settled = held.settled + added.settled,
          standing = jsonb_set(held.standing, '{settledBefore}',
            to_jsonb((held.standing->>'settledBefore')::bigint + added.settled))
        FROM added WHERE held.id = added.case_id RETURNING held.id`,
    },
    [today],
  )
  return rows.map(({ id }) => id)
}

export interface OpenedEnforcement {
  id: string
  number: string
  amount: bigint
}

/** A case for every unit (of these alone, where they are named) with an overdue bill that is in none: with its bills, its first event and what the ledger says. */
export async function openEnforcements(
  { database, clock }: Platform,
  { standing, limit, employerIds }: { standing: unknown; limit: number; employerIds?: readonly string[] },
): Promise<OpenedEnforcement[]> {
  return database.query<OpenedEnforcement>(
    {
      name: 'enforcement-open',
      text: `WITH unpaid AS (${unpaid}), unit AS (
          SELECT employer_id, sum(principal) AS principal, sum(COALESCE(late_fee, 0)) AS late_fee, sum(settled) AS settled
          FROM unpaid WHERE $5::uuid[] IS NULL OR employer_id = ANY($5) GROUP BY employer_id ORDER BY employer_id LIMIT $2
        ), opened AS (
          INSERT INTO enforcement_case (id, number, employer_id, status, opened_at, principal, late_fee, settled, computed_on, standing, changed_at)
          SELECT gen_random_uuid(), case_number('QZ', 'enforcement_number', true, employer_id, $1::text::date), employer_id, 'OVERDUE', $3,
            COALESCE(principal, 0), late_fee, settled, $1, jsonb_set($4::jsonb, '{settledBefore}', to_jsonb(settled)), $3
          FROM unit RETURNING id, number, employer_id, principal + late_fee AS amount
        ), held AS (
          INSERT INTO enforcement_debt (case_id, notice_id)
          SELECT opened.id, unpaid.id FROM opened JOIN unpaid USING (employer_id) RETURNING 1)
        SELECT id, number, amount FROM opened`,
    },
    [clock.today(), limit, clock.now(), JSON.stringify(standing), employerIds ?? null],
  )
}

export interface CaseStanding {
  employerId: string
  employerName: string
  /** A bill of it is past its due date and open. */
  overdue: boolean
  /** The case that runs. */
  caseId: string | null
  caseNumber: string | null
}

/** Whether a case of each unit runs, and whether anything of it is overdue. */
export function listCaseStandings(
  { database, clock }: Platform,
  employerIds: readonly string[],
): Promise<CaseStanding[]> {
  return database.query<CaseStanding>(
    {
      name: 'enforcement-standings',
      text: `SELECT unit.id AS "employerId", unit.name AS "employerName", held.id AS "caseId", held.number AS "caseNumber",
        EXISTS (SELECT FROM payment_notice notice WHERE notice.employer_id = unit.id AND notice.posted_on IS NULL
          AND notice.status <> 'WRITTEN_OFF' AND notice.due_on < $2) AS overdue
      FROM employer unit LEFT JOIN LATERAL (SELECT id, number FROM enforcement_case running WHERE running.employer_id = unit.id
          AND running.status NOT IN ('CLOSED_PAID', 'CLOSED_OFFSET', 'TERMINATED') ORDER BY running.opened_at DESC LIMIT 1) held ON true
      WHERE unit.id = ANY($1::uuid[]) ORDER BY unit.name, unit.id`,
    },
    [employerIds, clock.today()],
  )
}

export interface MovedEnforcement {
  id: string
  status: string
  owed: boolean
}

/** Running cases whose bills were paid, or given up, since they were last read. */
export function listMovedEnforcements(
  { database }: Platform,
  after: string | undefined,
  limit: number,
): Promise<MovedEnforcement[]> {
  return database.query<MovedEnforcement>(
    {
      name: 'enforcement-moved',
      text: `SELECT held.id, held.status, bool_or(notice.posted_on IS NULL AND notice.status <> 'WRITTEN_OFF') AS owed
      FROM enforcement_case held JOIN enforcement_debt debt ON debt.case_id = held.id AND debt.ended_at IS NULL
        JOIN payment_notice notice ON notice.id = debt.notice_id
      WHERE held.status NOT IN ('CLOSED_PAID', 'CLOSED_OFFSET', 'TERMINATED') AND ($1::uuid IS NULL OR held.id > $1)
      GROUP BY held.id, held.status
      HAVING held.settled <> (SELECT COALESCE(sum(share.settled + share.written_off), 0) FROM enforcement_debt own
          JOIN payment_notice notice ON notice.id = own.notice_id ${sharesOfNotice} WHERE own.case_id = held.id)
        OR bool_and(notice.posted_on IS NOT NULL OR notice.status = 'WRITTEN_OFF')
      ORDER BY held.id LIMIT $2`,
    },
    [after ?? null, limit],
  )
}

/** Cases in which a limit that days alone decide on ended before today. */
export function listLapsedEnforcements(
  { database, clock }: Platform,
  after: string | undefined,
  limit: number,
): Promise<{ id: string; status: string }[]> {
  return database.query<{ id: string; status: string }>(
    {
      name: 'enforcement-lapsed',
      text: `SELECT id, status FROM enforcement_case WHERE status IN ('ORDERED', 'DEFERRED', 'SUSPENDED') AND due_by < $1
        AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
    },
    [clock.today(), after ?? null, limit],
  )
}
