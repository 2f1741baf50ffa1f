import { bulkInsert } from './bulk-insert.ts'
import type { SeedTools } from './bulk-insert.ts'
import { demoStaff } from './demo-employers.ts'
import { makeUuid } from './demo-people.ts'
import type { DemoUnit } from './demo-people.ts'
import { seededRandom } from '@shebao/test-support/identifiers'

/** What an office hands to each of its people on paper; in the demo office it is the same for everybody. */
export const demoOneTimeCode = 'DEMO-2026'
const codesValidForYears = 10

/**
 * A clerk for each unit that has had its letter, and the staff of the office, each with the memberships they act in. Insured people need no account: one
 * is made when they first sign in. Each has the one-time code that this takes.
 */
export async function seedAccounts(
  tools: SeedTools,
  units: readonly DemoUnit[],
  today: string,
  passwordHash: string,
): Promise<void> {
  const random = seededRandom(11)
  const columns = { id: 'uuid', kind: 'text', staff_no: 'text', display_name: 'text', password_hash: 'text' } as const
  const clerks = units.filter(({ withoutAccount }) => !withoutAccount).map((unit) => ({ id: makeUuid(random), unit }))
  await bulkInsert(tools, 'account', columns, [
    ...clerks.map(({ id, unit }) => ({
      id,
      kind: 'EMPLOYER',
      staff_no: null,
      display_name: unit.name,
      password_hash: passwordHash,
    })),
    ...demoStaff.map((staff) => ({
      id: makeUuid(random),
      kind: 'STAFF',
      staff_no: staff.staffNo,
      display_name: staff.displayName,
      password_hash: passwordHash,
    })),
  ])
  await seedMemberships(
    tools,
    clerks.map(({ id, unit }) => ({ accountId: id, employerId: unit.id })),
  )
  await seedOneTimeCodes(tools, units, today)
}

async function seedOneTimeCodes(tools: SeedTools, units: readonly DemoUnit[], today: string): Promise<void> {
  const random = seededRandom(12)
  const people = new Set(units.flatMap(({ enrolments }) => enrolments.map(({ person }) => person.id)))
  const code = demoOneTimeCode.replaceAll('-', '')
  const expires = `${Number(today.slice(0, 4)) + codesValidForYears}${today.slice(4, 7)}-01T00:00:00`
  await bulkInsert(
    tools,
    'one_time_code',
    {
      id: 'uuid',
      purpose: 'text',
      individual_id: 'uuid',
      code_hash: 'bytea',
      issued_at: 'timestamp',
      expires_at: 'timestamp',
    },
    [...people].map((individualId) => ({
      id: makeUuid(random),
      purpose: 'INSURED_FIRST_PASSWORD',
      individual_id: individualId,
      code_hash: tools.lookupHash('one-time-code', `INSURED_FIRST_PASSWORD:${individualId}:${code}`),
      issued_at: `${today}T00:00:00`,
      expires_at: expires,
    })),
  )
}

async function seedMemberships(
  tools: SeedTools,
  clerks: readonly { accountId: string; employerId: string }[],
): Promise<void> {
  await tools.query(
    {
      text: `INSERT INTO membership (id, account_id, role, scope_kind, scope_id, valid_from, duties)
      SELECT gen_random_uuid(), account_id, 'CLERK', 'EMPLOYER', employer_id, '2020-01-01', '{ADMINISTER,PREPARE,SUBMIT,PAY}'::text[]
      FROM unnest($1::uuid[], $2::uuid[]) clerk(account_id, employer_id)`,
    },
    [clerks.map(({ accountId }) => accountId), clerks.map(({ employerId }) => employerId)],
  )
  const held = demoStaff.flatMap(({ staffNo, roles }) => roles.map((role) => ({ staffNo, role })))
  await tools.query(
    {
      text: `INSERT INTO membership (id, account_id, role, scope_kind, scope_id, valid_from)
      SELECT gen_random_uuid(), account.id, held.role, 'OFFICE', office.id, '2020-01-01'
      FROM unnest($1::text[], $2::text[]) held(staff_no, role) JOIN account USING (staff_no) CROSS JOIN office`,
    },
    [held.map(({ staffNo }) => staffNo), held.map(({ role }) => role)],
  )
}
