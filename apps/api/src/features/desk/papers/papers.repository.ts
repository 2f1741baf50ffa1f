import type { Platform } from '../../../platform/platform.ts'

export const printableKinds = [
  'ANNUAL_INSPECTION_FORM',
  'MONTHLY_DECLARATION_FORM',
  'PAYMENT_NOTICE',
  'PAYMENT_VOUCHER',
  'PAYMENT_RECEIPT',
  'UNIT_CERTIFICATE',
] as const
export type PrintableKind = (typeof printableKinds)[number]

/** One paper that an employer can have printed; a certificate for each year in which it was billed. */
export interface Paper {
  kind: PrintableKind
  subjectId: string
  /** Of a form; of a certificate the year. */
  version: number
  /** Empty of a certificate, which gets its number when it is printed. */
  number: string
  /** Year, month, months or day. */
  concerning: string
  day: string
}

export interface PaperFilter {
  kinds: readonly PrintableKind[]
  /** Issued in this year. */
  year?: string | undefined
}

/** Where a page of the list ended. */
export type PaperKey = readonly [day: string, kind: string, number: string, subjectId: string, version: number]

/** What was issued to an employer or can be, newest first. */
export async function listPapers(
  { database, clock }: Platform,
  employerId: string,
  { kinds, year }: PaperFilter,
  after: PaperKey | undefined,
  limit: number,
): Promise<Paper[]> {
  const filters = ['kind = ANY($2)']
  const values: unknown[] = [employerId, kinds, limit]
  if (year !== undefined) filters.push(`left(day, 4) = $${values.push(year)}`)
  if (after) {
    const places = after.map((value) => `$${values.push(value)}`)
    filters.push(`(day, kind, number, "subjectId"::text, version) < (${places.join(', ')}::int)`)
  }
  const papers = await database.query<Paper>(
    {
      name: `papers-list-${year === undefined ? '' : 'year'}-${after ? 'after' : ''}`,
      text: `SELECT kind, "subjectId", version, number, concerning, day FROM (
        SELECT 'ANNUAL_INSPECTION_FORM' AS kind, declaration.id AS "subjectId", version.version, version.form_no AS number,
          declaration.year::text AS concerning, (version.submitted_at + interval '8 hours')::date::text AS day
        FROM declaration JOIN declaration_version version ON version.declaration_id = declaration.id
        WHERE declaration.employer_id = $1 AND declaration.kind = 'ANNUAL_INSPECTION'
        UNION ALL SELECT 'MONTHLY_DECLARATION_FORM', declaration.id, version.version, version.form_no,
          declaration.period, (version.submitted_at + interval '8 hours')::date::text
        FROM declaration JOIN declaration_version version ON version.declaration_id = declaration.id
        WHERE declaration.employer_id = $1 AND declaration.kind = 'MONTHLY'
        UNION ALL SELECT 'PAYMENT_NOTICE', id, 1, number, period, issued_on FROM payment_notice WHERE employer_id = $1
        UNION ALL SELECT 'PAYMENT_VOUCHER', id, 1, number, period, posted_on FROM payment_notice
          WHERE employer_id = $1 AND posted_on IS NOT NULL
        UNION ALL SELECT 'PAYMENT_RECEIPT', id, 1, 'SK' || replace(received, '-', '') || '-' || upper(right(id::text, 12)), received, received
          FROM (SELECT id, COALESCE(value_date, (COALESCE(settled_at, created_at) + interval '8 hours')::date::text) AS received
            FROM payment WHERE employer_id = $1 AND status = 'SUCCESS') taken
        UNION ALL SELECT 'UNIT_CERTIFICATE', $1::uuid, left(period, 4)::int, '', left(period, 4), max(issued_on)
          FROM payment_notice WHERE employer_id = $1 GROUP BY left(period, 4)
      ) paper WHERE ${filters.join(' AND ')}
      ORDER BY day DESC, kind DESC, number DESC, "subjectId"::text DESC, version DESC LIMIT $3`,
    },
    values,
  )
  return papers.map((paper) =>
    paper.kind === 'UNIT_CERTIFICATE' ? { ...paper, concerning: certified(paper.version, clock.today()) } : paper,
  )
}

/** The months of a year that a certificate can be about today, as 2026-01/2026-11. */
function certified(year: number, today: string): string {
  const [last, thisMonth] = [`${year}-12`, today.slice(0, 7)]
  return `${year}-01/${last < thisMonth ? last : thisMonth}`
}

/** The years in which anything was issued, newest first: an employer has one for each year that it has been one. */
export async function listPaperYears({ database }: Platform, employerId: string): Promise<string[]> {
  const rows = await database.query<{ year: string }>(
    {
      name: 'papers-years',
      text: `SELECT DISTINCT year FROM (
        SELECT left(issued_on, 4) AS year FROM payment_notice WHERE employer_id = $1
        UNION ALL SELECT left((version.submitted_at + interval '8 hours')::date::text, 4) FROM declaration
          JOIN declaration_version version ON version.declaration_id = declaration.id WHERE declaration.employer_id = $1
      ) years ORDER BY year DESC LIMIT 100`,
    },
    [employerId],
  )
  return rows.map(({ year }) => year)
}

/** Which of these an employer can have printed; whatever is not its own is not among them. */
export async function keepOwnPapers(
  platform: Platform,
  employerId: string,
  asked: readonly Pick<Paper, 'kind' | 'subjectId' | 'version'>[],
): Promise<Paper[]> {
  const subjects = new Set(asked.map(nameOf))
  const own: Paper[] = []
  let after: PaperKey | undefined
  for (;;) {
    const page = await listPapers(platform, employerId, { kinds: printableKinds }, after, pageRows)
    own.push(...page.filter((paper) => subjects.has(nameOf(paper))))
    const last = page.at(-1)
    if (!last || page.length < pageRows || own.length === subjects.size) return own
    after = keyOf(last)
  }
}

const pageRows = 1_000
const nameOf = ({ kind, subjectId, version }: Pick<Paper, 'kind' | 'subjectId' | 'version'>) =>
  `${kind} ${subjectId} ${version}`
export const keyOf = ({ day, kind, number, subjectId, version }: Paper): PaperKey => [
  day,
  kind,
  number,
  subjectId,
  version,
]
