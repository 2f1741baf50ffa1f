import type { Platform } from '../../../platform/platform.ts'
import type { Register } from './identify-payer.ts'

/** Employers and notices that these numbers and names belong to, in two queries. */
export async function loadRegister(
  { database }: Platform,
  numbers: readonly string[],
  names: readonly string[],
): Promise<Register> {
  const employers = await database.query<{ id: string; registration_no: string; credit_code: string; name: string }>(
    {
      name: 'reconciliation-employers-named',
      text: `SELECT id, registration_no, credit_code, name FROM employer
      WHERE registration_no = ANY($1::text[]) OR credit_code = ANY($1::text[]) OR name = ANY($2::text[])`,
    },
    [numbers, names],
  )
  const notices = await database.query<{ id: string; number: string; employer_id: string }>(
    {
      name: 'reconciliation-notices-named',
      text: 'SELECT id, number, employer_id FROM payment_notice WHERE number = ANY($1::text[])',
    },
    [numbers],
  )
  const byName = Map.groupBy(employers, ({ name }) => name)
  return {
    employers: new Map(
      employers.flatMap((row) => [[row.registration_no, row.id] as const, [row.credit_code, row.id] as const]),
    ),
    notices: new Map(notices.map((row) => [row.number, { id: row.id, employerId: row.employer_id }])),
    names: new Map(
      [...byName].flatMap(([name, rows]) => (rows.length === 1 && rows[0] ? [[name, rows[0].id] as const] : [])),
    ),
  }
}
