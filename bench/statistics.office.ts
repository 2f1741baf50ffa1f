import type { Platform } from '@shebao/api/src/platform/platform.ts'
import { dayOfMonth, fillerOf, insertMonths, monthAt, registerPeople } from './months.office.ts'
import type { Fill } from './months.office.ts'

/**
 * So many people for so many months, every industry in every district, with their bills and the ledger, through the product's own
 * triggers. Every thirtieth bill but those of the first third is not paid.
 */
export async function fillOffice({ database }: Platform, people: number, months: number): Promise<void> {
  const run = fillerOf(database)
  await registerPeople(run, people)
  for (let month = 0; month < months; month += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a month after the other, as they are billed
    await billMonth(run, { people, period: monthAt(month), due: dayOfMonth(month, 25), open: month >= months / 3 })
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

async function billMonth(
  run: Fill,
  { people, period, due, open }: { people: number; period: string; due: string; open: boolean },
): Promise<void> {
  await insertMonths(run, period, people)
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
async function post(run: Fill, kind: string, sign: number, which: string, period: string): Promise<void> {
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
