import type { Platform } from '../../../platform/platform.ts'
import { covers, declaredMonth } from '../../money/assessment/index.ts'
import type { UndeclaredState } from './undeclared-codes.ts'

export interface UndeclaredRow {
  id: string
  name: string
  registrationNo: string
  industry: string
  /** People enrolled in the month. */
  people: number
  reminders: number
  lastRemindedOn: string | null
  /** It has begun a declaration of the month, or was given one back. */
  begun: boolean
  /** The last day of the month was moved to this one for it. */
  extendedTo: string | null
  /** A proposal to deem the month waits for another person. */
  proposed: boolean
  /** The deemed bill of the month. */
  noticeId: string | null
  noticeNumber: string | null
  noticeTotal: bigint | null
}

export interface UndeclaredSelection {
  region: string
  period: string
  /** Part of the name, or the beginning of a number. */
  text?: string | undefined
  industry?: string | undefined
  state?: UndeclaredState | undefined
  /** These alone. */
  ids?: readonly string[] | undefined
  after?: readonly [string, string] | undefined
  limit: number
}

/** A percent sign or underline in a name is that sign. */
const escaped = (text: string) => text.replaceAll(/[\\%_]/g, String.raw`\$&`)

// A month that somebody handed in, or whose bill was written from a declaration, is declared.
const undeclared = `unit.region = $1
  AND EXISTS (SELECT FROM enrolment own WHERE own.employer_id = unit.id AND ${covers('own')})
  AND NOT EXISTS (SELECT FROM declaration filed WHERE ${declaredMonth('filed', 'unit.id', '$2')})
  AND NOT EXISTS (SELECT FROM payment_notice billed WHERE billed.employer_id = unit.id AND billed.period = $2 AND billed.kind = 'NORMAL')`
const deemedNotice = `LEFT JOIN payment_notice notice ON notice.employer_id = unit.id AND notice.period = $2 AND notice.kind = 'DEEMED'
  AND notice.sequence = 0`

/** Employers with people in the month that have not declared it, by name; what a page shows is counted for the page alone. */
export function listUndeclared({ database }: Platform, wanted: UndeclaredSelection): Promise<UndeclaredRow[]> {
  const [name = null, id = null] = wanted.after ?? []
  return database.query<UndeclaredRow>(
    {
      name: 'undeclared-list',
      text: `WITH page AS (
        SELECT unit.id, unit.name, unit.registration_no AS "registrationNo", unit.industry, notice.id AS "noticeId",
          notice.number AS "noticeNumber", notice.total AS "noticeTotal"
        FROM employer unit ${deemedNotice} WHERE ${undeclared}
          AND ($3::text IS NULL OR unit.name ILIKE $3 OR unit.registration_no LIKE $4 OR unit.credit_code LIKE $4)
          AND ($5::text IS NULL OR unit.industry = $5) AND ($6::text IS NULL OR ($6 = 'DEEMED') = (notice.id IS NOT NULL))
          AND ($7::uuid[] IS NULL OR unit.id = ANY($7)) AND ($8::text IS NULL OR (unit.name COLLATE "C", unit.id) > ($8, $9::uuid))
        ORDER BY unit.name COLLATE "C", unit.id LIMIT $10
      )
      SELECT page.*, people.people, told.reminders, told.last AS "lastRemindedOn",
        EXISTS (SELECT FROM declaration begun WHERE begun.employer_id = page.id AND begun.kind = 'MONTHLY' AND begun.period = $2
          AND begun.status <> 'CANCELLED') AS begun,
        (SELECT max(given.to_on) FROM waiver given WHERE given.employer_id = page.id AND given.period = $2
          AND given.kind = 'FILING_DEADLINE' AND given.status IN ('STANDING', 'ENDED')) AS "extendedTo",
        EXISTS (SELECT FROM deemed_assessment d WHERE d.employer_id = page.id AND d.period = $2 AND d.status = 'PROPOSED') AS proposed
      FROM page
      CROSS JOIN LATERAL (SELECT count(DISTINCT individual_id)::int AS people FROM enrolment own
        WHERE own.employer_id = page.id AND ${covers('own')}) people
      CROSS JOIN LATERAL (SELECT count(*)::int AS reminders, max(reminded_on) AS last FROM filing_reminder
        WHERE employer_id = page.id AND period = $2) told
      ORDER BY page.name COLLATE "C", page.id`,
    },
    [
      wanted.region,
      wanted.period,
      wanted.text ? `%${escaped(wanted.text)}%` : null,
      wanted.text ? `${escaped(wanted.text.toUpperCase())}%` : null,
      wanted.industry ?? null,
      wanted.state ?? null,
      wanted.ids ?? null,
      name,
      id,
      wanted.limit,
    ],
  )
}

export interface UndeclaredCounts {
  employers: number
  deemed: number
}

export async function countUndeclared(
  { database }: Platform,
  { region, period }: Pick<UndeclaredSelection, 'region' | 'period'>,
): Promise<UndeclaredCounts> {
  const [counts] = await database.query<UndeclaredCounts>(
    {
      name: 'undeclared-count',
      text: `SELECT count(*)::int AS employers, count(notice.id)::int AS deemed FROM employer unit ${deemedNotice} WHERE ${undeclared}`,
    },
    [region, period],
  )
  return counts ?? { employers: 0, deemed: 0 }
}

/** Writes down that these were reminded today; answers those that had not been. Of two who press at once, one reminds. */
export async function insertReminders(
  { database }: Platform,
  reminder: { employerIds: readonly string[]; period: string; on: string; by: string },
): Promise<string[]> {
  const rows = await database.query<{ employer_id: string }>(
    {
      name: 'undeclared-remind',
      text: `INSERT INTO filing_reminder (employer_id, period, reminded_on, reminded_by)
        SELECT id, $2, $3, $4::uuid FROM unnest($1::uuid[]) AS given(id) ORDER BY id
        ON CONFLICT DO NOTHING RETURNING employer_id`,
    },
    [reminder.employerIds, reminder.period, reminder.on, reminder.by],
  )
  return rows.map(({ employer_id: id }) => id)
}

/** Months since this one that a unit was reminded of. */
export async function listRemindedMonths({ database }: Platform, employerId: string, since: string): Promise<string[]> {
  const rows = await database.prisma.filingReminder.findMany({
    where: { employerId, period: { gte: since } },
    distinct: ['period'],
    orderBy: { period: 'asc' },
    select: { period: true },
  })
  return rows.map(({ period }) => period)
}
