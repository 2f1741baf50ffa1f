import { seededRandom } from '@shebao/test-support/identifiers'
import type { SeedTools } from './bulk-insert.ts'
import { makeUuid } from './demo-people.ts'

/** Two banks, a hospital, and the two other bodies of SIL 63, each with one operator. */
const partners = [
  { kind: 'BANK', number: 'YH01', name: '示范银行', linked: true, operatorNo: 'C1001', operator: '钱柜员' },
  {
    kind: 'DEPARTMENT',
    number: 'XZ01',
    name: '示范区人力资源和社会保障局',
    linked: false,
    operatorNo: 'D1001',
    operator: '严裁决',
  },
  { kind: 'COURT', number: 'FY01', name: '示范区人民法院', linked: false, operatorNo: 'F1001', operator: '秦执行' },
  { kind: 'HOSPITAL', number: 'YY01', name: '示范区人民医院', linked: false, operatorNo: 'H1001', operator: '孙收费' },
  // Answers inquiries and allocations of SIL 63 through the interface of the sandbox bank.
  { kind: 'BANK', number: 'YH02', name: '沙箱银行', linked: false, operatorNo: 'C1002', operator: '施接口' },
] as const

export async function seedPartners(tools: SeedTools, today: string, passwordHash: string): Promise<void> {
  const random = seededRandom(17)
  const rows = partners.map((partner) => ({ ...partner, id: makeUuid(random), accountId: makeUuid(random) }))
  await tools.query(
    {
      text: `WITH given AS (
          SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bool[], $6::uuid[], $7::text[], $8::text[])
            AS g(id, kind, number, name, linked, account_id, operator_no, operator)
        ), made AS (
          INSERT INTO partner (id, kind, number, name, linked, created_by, created_at)
          SELECT g.id, g.kind, g.number, g.name, g.linked, account.id, $9::timestamp FROM given g
            JOIN account ON account.staff_no = 'S1003'
        ), signs_in AS (
          INSERT INTO account (id, kind, operator_no, display_name, password_hash)
          SELECT account_id, 'PARTNER', operator_no, operator, $10 FROM given
        )
        INSERT INTO membership (id, account_id, role, scope_kind, scope_id, valid_from)
        SELECT gen_random_uuid(), account_id, 'OPERATOR', 'PARTNER', id, '2020-01-01' FROM given`,
    },
    [
      rows.map(({ id }) => id),
      rows.map(({ kind }) => kind),
      rows.map(({ number }) => number),
      rows.map(({ name }) => name),
      rows.map(({ linked }) => linked),
      rows.map(({ accountId }) => accountId),
      rows.map(({ operatorNo }) => operatorNo),
      rows.map(({ operator }) => operator),
      `${today}T00:00:00`,
      passwordHash,
    ],
  )
}
