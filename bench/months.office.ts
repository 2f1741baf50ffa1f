import { period as periodOf } from '@shebao/kernel'
import type { Platform } from '@shebao/api/src/platform/platform.ts'

/** The first of the months that are billed. */
export const firstMonth = periodOf('2023-12')
/** SQL of the month so many after the first, and of a day in it. */
export const monthAt = (month: number) => `to_char(date '${firstMonth}-01' + ${month} * interval '1 month', 'YYYY-MM')`
export const dayOfMonth = (month: number, day: number) =>
  `to_char(date '${firstMonth}-${day}' + ${month} * interval '1 month', 'YYYY-MM-DD')`

export type Fill = (text: string, values?: readonly unknown[]) => Promise<unknown>

/** Filling takes what it takes: the product's limit of time is for what the product does. */
export const fillerOf =
  (database: Platform['database']): Fill =>
  (text, values = []) =>
    text.startsWith('VACUUM')
      ? database.query({ text }, values)
      : database.transaction(async () => {
          await database.query({ text: 'SET LOCAL statement_timeout = 0' })
          return database.query({ text }, values)
        })

const peopleOfUnit = 50

/** So many people, fifty to an employer, each industry in each district; `bench_place` has who works where, and for how much. */
export async function registerPeople(run: Fill, people: number): Promise<void> {
  const units = Math.max(3, Math.round(people / peopleOfUnit))
  await run(
    `INSERT INTO employer (id, registration_no, credit_code, name, region, unit_type, industry, injury_class, registered_address,
      legal_rep_name, legal_rep_personal, legal_rep_id_masked, bank_name, bank_account_name, bank_account_cipher, bank_account_masked, registered_on)
    SELECT gen_random_uuid(), (110101 + n / 20 % 16)::text || lpad(n::text, 6, '0'), 'C' || n, '示范单位' || n, '110000',
      (ARRAY['ENTERPRISE', 'INSTITUTION', 'OTHER'])[1 + n % 3], chr(65 + n % 20), 1 + n % 8, '-', '-', '\\x00', '-', '-', '-', '\\x00', '-',
      '2020-01-01'
    FROM generate_series(1, $1::int) n`,
    [units],
  )
  await run(
    `INSERT INTO individual (id, id_type, id_hash, id_masked, name_masked, personal, sex, birth_date)
    SELECT gen_random_uuid(), 'RESIDENT_ID', decode(md5(n::text), 'hex'), '1*2', '张*', '\\x00', CASE n % 2 WHEN 0 THEN 'MALE' ELSE 'FEMALE' END,
      '1990-01-01' FROM generate_series(1, $1::int) n`,
    [people],
  )
  await run(`CREATE TABLE bench_place AS SELECT person.id AS individual_id, person.n AS place, unit.id AS employer_id, 500000 + 100 * (person.n % 9000) AS wage
    FROM (SELECT id, row_number() OVER () AS n FROM individual) person
    JOIN (SELECT id, row_number() OVER () AS n FROM employer) unit ON unit.n = 1 + person.n % ${units}`)
}

const share = (name: string, ppm: number) => `(wage * ${ppm} / 1000000)::bigint AS ${name}`

/** How many are written in one transaction, which the driver gives two minutes. */
const peopleAtOnce = 250_000

/** A month of everybody in `bench_place`, who are so many. */
export async function insertMonths(run: Fill, period: string, people: number): Promise<void> {
  for (let from = 0; from < people; from += peopleAtOnce)
    // oxlint-disable-next-line no-await-in-loop -- one transaction after the other
    await insertPart(run, period, [from, from + peopleAtOnce])
}

async function insertPart(run: Fill, period: string, places: readonly [number, number]): Promise<void> {
  const text = `INSERT INTO premium_payment (individual_id, period, employer_id, status, average_wage, pension_base, pension_employer, pension_personal,
      medical_base, medical_employer, medical_personal, unemployment_base, unemployment_employer, unemployment_personal, work_injury_base,
      work_injury_employer, maternity_base, maternity_employer)
    SELECT individual_id, ${period}, employer_id, 'UNPAID', wage, wage, ${share('a', 160_000)}, ${share('b', 80_000)}, wage, ${share('c', 98_000)},
      ${share('d', 20_000)}, wage, ${share('e', 5_000)}, ${share('f', 5_000)}, wage, ${share('g', 2_000)}, wage, ${share('h', 8_000)}
    FROM bench_place WHERE place > $1::int AND place <= $2::int`
  await run(text, places)
}
