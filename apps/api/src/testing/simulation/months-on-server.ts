import { addMonths, FIVE_INSURANCES, period } from '@shebao/kernel'
import type { TestPlatform } from '../test-platform.ts'
import { somebodies } from './month-moves.ts'

/** What the database has of these units' months, each under the name that the model has it by. */
export async function readMonths(platform: TestPlatform, units: readonly string[]): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  const { prisma } = platform.database
  const declared = await prisma.declaration.findMany({ where: { employerId: { in: [...units] }, kind: 'MONTHLY' } })
  for (const { id, status, version } of declared) words.set(id, `${status} ${version}`)
  await readInsured(platform, units, words)
  await readBilled(platform, units, words)
  return words
}

const numbers = ({ vault }: TestPlatform) =>
  somebodies.map(({ idNumber }) => ({ idNumber, hash: vault.lookupHash('person-id', idNumber) }))

async function readInsured(platform: TestPlatform, units: readonly string[], words: Map<string, string>) {
  const { database } = platform
  const people = numbers(platform)
  const last = addMonths(period(platform.clock.today().slice(0, 7)), 6)
  const rows = await database.query<{ unit: string; person: number; month: string; said: string }>(
    {
      text: `SELECT e.employer_id AS unit, array_position($2::bytea[], i.id_hash) AS person, to_char(month, 'YYYY-MM') AS month,
          string_agg(concat(e.average_wage, ' ', concat_ws(',', ${FIVE_INSURANCES.map((one) => `CASE WHEN e.${one.toLowerCase()} THEN '${one}' END`).join(', ')}), ' ', e.employment_form), ' and ') AS said
        FROM enrolment e JOIN individual i ON i.id = e.individual_id,
          generate_series(to_date(e.from_period, 'YYYY-MM'), to_date(LEAST(e.to_period, $3), 'YYYY-MM'), interval '1 month') AS month
        WHERE e.employer_id = ANY($1::uuid[]) AND e.superseded_at IS NULL
          AND (e.pension OR e.medical OR e.unemployment OR e.work_injury OR e.maternity) GROUP BY 1, 2, 3`,
    },
    [units, people.map(({ hash }) => Buffer.from(hash)), last],
  )
  for (const { unit, person, month, said } of rows)
    words.set(`insured ${unit} ${people[person - 1]?.idNumber} ${month}`, said)
}

/** Everything that was billed and credited for a month of somebody; and what a unit owes of it, apart from late fees. */
async function readBilled(platform: TestPlatform, units: readonly string[], words: Map<string, string>) {
  const { database } = platform
  const people = numbers(platform)
  const columns = ['pension', 'medical', 'unemployment', 'work_injury', 'maternity'].flatMap((one) => [
    `sum(${one}_employer)`,
    one === 'work_injury' || one === 'maternity' ? '0' : `sum(${one}_personal)`,
  ])
  const rows = await database.query<{ unit: string; person: number; month: string; said: string; cost: bigint }>(
    {
      text: `SELECT p.employer_id AS unit, array_position($2::bytea[], i.id_hash) AS person, p.period AS month,
          concat_ws(' ', ${columns.join(', ')}) AS said, (${columns.join(' + ')})::bigint AS cost
        FROM premium_payment p JOIN individual i ON i.id = p.individual_id WHERE p.employer_id = ANY($1::uuid[]) GROUP BY 1, 2, 3`,
    },
    [units, people.map(({ hash }) => Buffer.from(hash))],
  )
  for (const { unit, person, month, said, cost } of rows)
    if (cost !== 0n) words.set(`billed ${unit} ${people[person - 1]?.idNumber} ${month}`, said)
  const owed = await database.query<{ unit: string; owed: bigint }>(
    {
      text: `SELECT unit::text, ((SELECT COALESCE(sum(amount), 0) FROM ledger_entry JOIN ledger_account a ON a.id = account_id
            WHERE a.code IN ('RECEIVABLE:' || unit, 'CREDIT:' || unit))
          - (SELECT COALESCE(sum(late_fee), 0) FROM payment_notice n WHERE n.employer_id = unit))::bigint AS owed
        FROM unnest($1::uuid[]) AS unit`,
    },
    [units],
  )
  for (const { unit, owed: sum } of owed) if (sum !== 0n) words.set(`owed ${unit}`, String(sum))
}
