import { period as periodOf } from '@shebao/kernel'
import type { Platform } from '@shebao/api/src/platform/platform.ts'

/** The first of the months that are billed. */
export const firstMonth = periodOf('2023-12')
const peopleOfUnit = 50

/**
 * So many people for so many months, fifty to an employer, every industry in every district, with their bills and the ledger, through the product's own triggers. Every
 * thirtieth bill but those of the first third is not paid.
 */
export async function fillOffice({ database }: Platform, people: number, months: number): Promise<void> {
  const units = Math.max(3, Math.round(people / peopleOfUnit))
  // Filling takes what it takes: the product's limit is for what the product does.
  const run = (text: string, values: readonly unknown[] = []) =>
    text.startsWith('VACUUM')
      ? database.query({ text }, values)
      : database.transaction(async () => {
          await database.query({ text: 'SET LOCAL statement_timeout = 0' })
          return database.query({ text }, values)
        })
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
  await run(`CREATE TABLE bench_place AS SELECT person.id AS individual_id, unit.id AS employer_id, 500000 + 100 * (person.n % 9000) AS wage
    FROM (SELECT id, row_number() OVER () AS n FROM individual) person
    JOIN (SELECT id, row_number() OVER () AS n FROM employer) unit ON unit.n = 1 + person.n % ${units}`)
  for (let month = 0; month < months; month += 1) {
    const period = `to_char(date '${firstMonth}-01' + ${month} * interval '1 month', 'YYYY-MM')`
    const due = `to_char(date '${firstMonth}-25' + ${month} * interval '1 month', 'YYYY-MM-DD')`
    // oxlint-disable-next-line no-await-in-loop -- a month after the other, as they are billed
    await billMonth(run, { period, due, open: month >= months / 3 })
  }
  for (const table of [
    'premium_payment',
    'payment_notice',
    'payment_notice_line',
    'ledger_entry',
    'ledger_transfer',
    'ledger_account',
  ])
    // oxlint-disable-next-line no-await-in-loop -- one table after the other
    await run(`VACUUM ANALYZE ${table}`)
}

type Run = (text: string) => Promise<unknown>

const share = (name: string, ppm: number) => `(wage * ${ppm} / 1000000)::bigint AS ${name}`

async function billMonth(
  run: Run,
  { period, due, open }: { period: string; due: string; open: boolean },
): Promise<void> {
  await run(`INSERT INTO premium_payment (individual_id, period, employer_id, status, average_wage, pension_base, pension_employer, pension_personal,
      medical_base, medical_employer, medical_personal, unemployment_base, unemployment_employer, unemployment_personal, work_injury_base,
      work_injury_employer, maternity_base, maternity_employer)
    SELECT individual_id, ${period}, employer_id, 'UNPAID', wage, wage, ${share('a', 160_000)}, ${share('b', 80_000)}, wage, ${share('c', 98_000)},
      ${share('d', 20_000)}, wage, ${share('e', 5_000)}, ${share('f', 5_000)}, wage, ${share('g', 2_000)}, wage, ${share('h', 8_000)}
    FROM bench_place`)
  await run(`CREATE TABLE bench_bill AS
    SELECT gen_random_uuid() AS id, employer_id, row_number() OVER () AS n, count(*)::int AS people, sum(wage)::bigint AS base,
      sum(pension_employer + pension_personal)::bigint AS pension, sum(medical_employer + medical_personal)::bigint AS medical,
      sum(unemployment_employer + unemployment_personal)::bigint AS unemployment, sum(work_injury_employer)::bigint AS work_injury,
      sum(maternity_employer)::bigint AS maternity
    FROM premium_payment JOIN bench_place USING (individual_id, employer_id) WHERE period = ${period} GROUP BY employer_id`)
  const unpaid = open ? 'n % 30 = 0' : 'false'
  await run(`INSERT INTO payment_notice (id, number, employer_id, period, people, employer_total, personal_total, total, status, issued_on, due_on)
    SELECT id, ${period} || '-' || n, employer_id, ${period}, people, pension + medical + unemployment + work_injury + maternity, 0,
      pension + medical + unemployment + work_injury + maternity, CASE WHEN ${unpaid} THEN 'UNPAID' ELSE 'POSTED' END, ${due}, ${due} FROM bench_bill`)
  await run(`CREATE TABLE bench_line AS SELECT bill.id AS notice_id, bill.employer_id, bill.people, bill.base, bill.n, line.insurance, line.amount
    FROM bench_bill bill CROSS JOIN LATERAL (VALUES ('PENSION', pension), ('MEDICAL', medical), ('UNEMPLOYMENT', unemployment),
      ('WORK_INJURY', work_injury), ('MATERNITY', maternity)) line (insurance, amount)`)
  await run(`INSERT INTO payment_notice_line (notice_id, insurance, people, base, employer, personal)
    SELECT notice_id, insurance, people, base, amount, 0 FROM bench_line`)
  await run(`INSERT INTO ledger_account (id, code, kind, employer_id) SELECT gen_random_uuid(), 'RECEIVABLE:' || id, 'RECEIVABLE', id FROM employer
    ON CONFLICT (code) DO NOTHING`)
  await run(
    `INSERT INTO ledger_account (id, code, kind) VALUES (gen_random_uuid(), 'BANK:BENCH', 'BANK') ON CONFLICT (code) DO NOTHING`,
  )
  await post(run, 'CHARGE', 1, 'true', period)
  await post(run, 'ALLOCATION', -1, `NOT (${unpaid})`, period)
  await run('DROP TABLE bench_bill, bench_line')
}

/** One transfer a bill: what the employer owes by insurance, and all of it on the other side. */
async function post(run: Run, kind: string, sign: number, which: string, period: string): Promise<void> {
  await run(`WITH transfer AS (
      INSERT INTO ledger_transfer (id, kind, idempotency_key, occurred_on, notice_id)
      SELECT gen_random_uuid(), '${kind}', '${kind}:' || id, ${period} || '-25', id FROM bench_bill WHERE ${which} RETURNING id, notice_id),
    entry AS (
      SELECT transfer.id AS transfer_id, account.id AS account_id, ${sign} * line.amount AS amount, line.insurance
      FROM transfer JOIN bench_line line USING (notice_id) JOIN ledger_account account ON account.code = 'RECEIVABLE:' || line.employer_id)
    INSERT INTO ledger_entry (transfer_id, account_id, amount, period, insurance, side)
    SELECT transfer_id, account_id, amount, ${period}, insurance, 'EMPLOYER' FROM entry
    UNION ALL
    SELECT transfer_id, (SELECT id FROM ledger_account WHERE code = 'BANK:BENCH'), -sum(amount), NULL, NULL, NULL FROM entry GROUP BY transfer_id`)
}
