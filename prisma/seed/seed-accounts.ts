import { bulkInsert } from './bulk-insert.ts'
import type { SeedTools } from './bulk-insert.ts'
import { demoStaff } from './demo-employers.ts'
import { makeUuid } from './demo-people.ts'
import type { DemoUnit } from './demo-people.ts'
import { seededRandom } from '@shebao/test-support/identifiers'

/**
 * A clerk for each unit and the staff of the office, each with the memberships they act in. Insured people need no row: an
 * account is made from the initial password when one first signs in.
 */
export async function seedAccounts(tools: SeedTools, units: readonly DemoUnit[], passwordHash: string): Promise<void> {
  const random = seededRandom(11)
  const columns = { id: 'uuid', kind: 'text', staff_no: 'text', display_name: 'text', password_hash: 'text' } as const
  const clerks = units.map((unit) => ({ id: makeUuid(random), unit }))
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
}

async function seedMemberships(
  tools: SeedTools,
  clerks: readonly { accountId: string; employerId: string }[],
): Promise<void> {
  await tools.query(
    {
      text: `INSERT INTO membership (id, account_id, role, scope_kind, scope_id, valid_from)
      SELECT gen_random_uuid(), account_id, 'CLERK', 'EMPLOYER', employer_id, '2020-01-01'
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
