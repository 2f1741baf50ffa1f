import type { Platform } from '../platform/platform.ts'

/** Cases of an employer that have a number of their own: its letters, the agency's sequence, and whether the year stands in the agency's. */
const kinds = {
  'back-payment': { letters: 'BJ', sequence: 'back_payment_number', withYear: false },
  cancellation: { letters: 'ZX', sequence: 'cancellation_number', withYear: false },
  'employer-lock': { letters: 'SD', sequence: 'employer_lock_number', withYear: true },
  'online-filing': { letters: 'WS', sequence: 'online_filing_number', withYear: false },
  'particulars-change': { letters: 'BG', sequence: 'particulars_change_number', withYear: false },
  refund: { letters: 'TF', sequence: 'refund_number', withYear: false },
  waiver: { letters: 'HM', sequence: 'waiver_number', withYear: true },
} as const
export type NumberedCase = keyof typeof kinds

/**
 * The number of a new case, such as `TF2026000001CY` of the office with the code CY: dense for each office, kind and year. Of an employer
 * whose district no office has, or of none, the agency's series goes on: `TF00000001`. Cases of SIL 63, opened many at once, ask the
 * same function of the database. Belongs into the transaction that keeps the case. [PD, ADR 61]
 */
export async function nextCaseNumber(
  { database, clock }: Platform,
  kind: NumberedCase,
  employerId: string | null,
): Promise<string> {
  const { letters, sequence, withYear } = kinds[kind]
  const [next] = await database.query<{ number: string }>(
    {
      name: 'case-next-number',
      gate: 'CASE_BOOK',
      text: 'SELECT case_number($1, $2, $3, $4::uuid, $5::date) AS number',
    },
    [letters, sequence, withYear, employerId, clock.today()],
  )
  if (!next) throw new Error('The database gave no number.')
  return next.number
}
