import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { NoticeLine } from './notice-line.ts'

/** Writing many notices at once. Reading and paying stand in `notice.repository.ts` and `payment.repository.ts`. */

export interface NewNotice {
  id: string
  employerId: string
  declarationId: string | null
  period: string
  kind: 'NORMAL' | 'DIFFERENCE' | 'DEEMED' | 'BACK_PAYMENT'
  sequence: number
  runId: string | null
  bearsLateFee: boolean
  /** The work-injury class it is billed by, and the unit's own rate within it. */
  injuryClass: number | null
  injuryRatePpm: number | null
  basis: unknown
  people: number
  employerTotal: Fen
  personalTotal: Fen
  total: Fen
  issuedOn: string
  dueOn: string
  lines: readonly NoticeLine[]
}

/** Their numbers by their ids. Each is one of its employer, month, kind and sequence: a second one is an error. */
export async function insertNotices(
  { database }: Platform,
  notices: readonly NewNotice[],
): Promise<Map<string, string>> {
  if (notices.length === 0) return new Map()
  const rows = await database.query<{ id: string; number: string }>(
    {
      name: 'billing-insert-notices',
      text: `INSERT INTO payment_notice (id, number, employer_id, declaration_id, period, kind, sequence, run_id, bears_late_fee, basis,
        people, employer_total, personal_total, total, issued_on, due_on, injury_class, injury_rate_ppm)
      SELECT id, 'JF' || replace(period, '-', '') || lpad(nextval('payment_notice_number')::text, 6, '0'), employer_id, declaration_id,
        period, kind, sequence, run_id, bears_late_fee, basis, people, employer_total, personal_total, total, issued_on, due_on,
        injury_class, injury_rate_ppm
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::uuid[], $8::bool[], $9::jsonb[], $10::int[],
        $11::bigint[], $12::bigint[], $13::bigint[], $14::text[], $15::text[], $16::int[], $17::int[])
        AS notice(id, employer_id, declaration_id, period, kind, sequence, run_id, bears_late_fee, basis,
          people, employer_total, personal_total, total, issued_on, due_on, injury_class, injury_rate_ppm)
      RETURNING id, number`,
    },
    [
      notices.map(({ id }) => id),
      notices.map(({ employerId }) => employerId),
      notices.map(({ declarationId }) => declarationId),
      notices.map(({ period }) => period),
      notices.map(({ kind }) => kind),
      notices.map(({ sequence }) => sequence),
      notices.map(({ runId }) => runId),
      notices.map(({ bearsLateFee }) => bearsLateFee),
      notices.map(({ basis }) => (basis === null ? null : JSON.stringify(basis))),
      notices.map(({ people }) => people),
      notices.map(({ employerTotal }) => employerTotal),
      notices.map(({ personalTotal }) => personalTotal),
      notices.map(({ total }) => total),
      notices.map(({ issuedOn }) => issuedOn),
      notices.map(({ dueOn }) => dueOn),
      notices.map(({ injuryClass }) => injuryClass),
      notices.map(({ injuryRatePpm }) => injuryRatePpm),
    ],
  )
  await insertLines({ database }, notices)
  return new Map(rows.map(({ id, number }) => [id, number]))
}

async function insertLines(
  { database }: Pick<Platform, 'database'>,
  notices: readonly Pick<NewNotice, 'id' | 'lines'>[],
): Promise<void> {
  const lines = notices.flatMap((notice) => notice.lines.map((line) => ({ ...line, noticeId: notice.id })))
  await database.query(
    {
      name: 'billing-insert-lines',
      text: `INSERT INTO payment_notice_line (notice_id, insurance, people, base, employer, personal)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[], $4::bigint[], $5::bigint[], $6::bigint[])`,
    },
    [
      lines.map(({ noticeId }) => noticeId),
      lines.map(({ insurance }) => insurance),
      lines.map(({ people }) => people),
      lines.map(({ base }) => base),
      lines.map(({ employer }) => employer),
      lines.map(({ personal }) => personal),
    ],
  )
}

/** The next number of a notice of this kind and month, where there has been one. */
export async function findNoticeSequences(
  { database }: Platform,
  employerIds: readonly string[],
  period: string,
  kind: 'DIFFERENCE' | 'BACK_PAYMENT',
): Promise<Map<string, number>> {
  const rows = await database.query<{ employer_id: string; next: number }>(
    {
      name: 'billing-notice-sequences',
      text: `SELECT employer_id, max(sequence) + 1 AS next FROM payment_notice
      WHERE employer_id = ANY($1::uuid[]) AND period = $2 AND kind = $3 GROUP BY employer_id`,
    },
    [employerIds, period, kind],
  )
  return new Map(rows.map(({ employer_id: id, next }) => [id, next]))
}
