import { fen, period as toPeriod, FIVE_INSURANCES, oneOf } from '@shebao/kernel'
import type { FiveInsurance, Period } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { covers } from './assess-units.repository.ts'
import type { NoticeLine } from '../debt/index.ts'

/** How many people each unit has in a month; a unit without any is absent. */
export async function countEnrolled(
  { database }: Platform,
  employerIds: readonly string[],
  period: string,
): Promise<Map<string, number>> {
  const rows = await database.query<{ employer_id: string; people: number }>(
    {
      text: `SELECT employer_id, count(DISTINCT individual_id)::int AS people FROM enrolment own
      WHERE employer_id = ANY($1::uuid[]) AND ${covers('own')} GROUP BY employer_id`,
    },
    [employerIds, period],
  )
  return new Map(rows.map(({ employer_id: id, people }) => [id, people]))
}

export interface DeclaredMonth {
  period: string
  lines: NoticeLine[]
}

interface LineRow {
  employer_id: string
  period: string
  insurance: FiveInsurance
  people: number
  base: bigint
  employer: bigint
  personal: bigint
}

/**
 * The last month before this one that each unit declared: one with an ordinary notice, or a deemed one that was declared in
 * the end, which then counts with what was declared.
 */
export async function listLastDeclared(
  { database }: Platform,
  employerIds: readonly string[],
  before: string,
): Promise<Map<string, DeclaredMonth>> {
  const rows = await database.query<LineRow>(
    {
      name: 'billing-last-declared',
      text: `WITH declared AS (
        SELECT DISTINCT ON (employer_id) id, employer_id, period, kind, basis FROM payment_notice
        WHERE employer_id = ANY($1::uuid[]) AND period < $2 AND sequence = 0
          AND (kind = 'NORMAL' OR (kind = 'DEEMED' AND declaration_id IS NOT NULL))
        ORDER BY employer_id, period DESC
      )
      SELECT declared.employer_id, declared.period, line.insurance, line.people, line.base, line.employer, line.personal
      FROM declared JOIN payment_notice_line line ON line.notice_id = declared.id WHERE declared.kind = 'NORMAL'
      UNION ALL
      SELECT declared.employer_id, declared.period, line.insurance, line.people, line.base, line.employer, line.personal
      FROM declared CROSS JOIN LATERAL jsonb_to_recordset(declared.basis -> 'declared')
        AS line(insurance text, people int, base bigint, employer bigint, personal bigint) WHERE declared.kind = 'DEEMED'`,
    },
    [employerIds, before],
  )
  const months = new Map<string, DeclaredMonth>()
  for (const row of rows) {
    const month = months.get(row.employer_id) ?? { period: row.period, lines: [] }
    month.lines.push(asLine(row))
    months.set(row.employer_id, month)
  }
  return months
}

const asLine = (row: Omit<LineRow, 'employer_id' | 'period'>): NoticeLine => ({
  insurance: row.insurance,
  people: row.people,
  base: fen(Number(row.base)),
  employer: fen(Number(row.employer)),
  personal: fen(Number(row.personal)),
})

/** Months before this one that were deemed and that no declaration has settled since, the oldest first. */
export async function listDeemedMonths({ database }: Platform, employerId: string, before: string): Promise<Period[]> {
  const rows = await database.prisma.paymentNotice.findMany({
    where: { employerId, kind: 'DEEMED', declarationId: null, period: { lt: before } },
    orderBy: { period: 'asc' },
    select: { period: true },
  })
  return rows.map(({ period }) => toPeriod(period))
}

export interface DeemedNotice {
  /** The declaration that settled it, null before. */
  declarationId: string | null
  postedOn: string | null
  lines: NoticeLine[]
}

/** Held until the transaction ends. */
export async function lockDeemedNotice({ database }: Platform, noticeId: string): Promise<DeemedNotice> {
  await database.query(
    { name: 'billing-lock-notice', text: 'SELECT id FROM payment_notice WHERE id = $1 FOR UPDATE' },
    [noticeId],
  )
  const { declarationId, postedOn, lines } = await database.prisma.paymentNotice.findUniqueOrThrow({
    where: { id: noticeId },
    include: { lines: true },
  })
  return {
    declarationId,
    postedOn,
    lines: lines.map((line) => asLine({ ...line, insurance: oneOf(FIVE_INSURANCES, line.insurance, 'insurance') })),
  }
}
