import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { permissions } from '../access/permission-table.ts'
import type { Grant, Permission, Reach } from '../access/permission-table.ts'
import { scopeOf } from '../access/token-scopes.ts'
import { nounWords } from '../access/permission-words.ts'
import type { Noun } from '../access/permission-words.ts'
import { partnerKinds, staffRoles } from '../access/viewer.ts'
import type { ClerkDuty, PartnerKind, SessionStage } from '../access/viewer.ts'
import { matrixFile, printMatrix } from './print-matrix.ts'
import { listGuardedFields } from './permission-of-field.ts'
import { schema } from './schema.ts'

export const permissionsFile = join(import.meta.dirname, '../../../../docs/permissions.md')

const columns = [
  'Clerk<br>单位经办人',
  'Token<br>接口令牌',
  'Insured<br>参保人',
  'Officer<br>经办',
  'Reviewer<br>复核',
  'Head<br>负责人',
  'Auditor<br>审计',
  'Administrator<br>系统管理员',
  'Collection officer<br>征缴专员',
  'Tax officer<br>税务征收',
  'Hotline agent<br>12333 座席',
  'Window agent<br>窗口',
  'Partner<br>合作机构',
  'Job<br>系统作业',
]
const noteOf: Readonly<Record<SessionStage, string>> = {
  FULL: '',
  MUST_CHANGE_PASSWORD: '¹',
  MUST_PROVE_SECOND_FACTOR: '²',
  MUST_ENROL_SECOND_FACTOR: '³',
}
const dutyWords: Readonly<Record<ClerkDuty, string>> = {
  ADMINISTER: 'administer 管理',
  PREPARE: 'prepare 编制',
  SUBMIT: 'submit 提交',
  PAY: 'pay 缴费',
}
const cell = (reach: Reach | undefined) => reach ?? '–'
const partnerWords: Readonly<Record<PartnerKind, string>> = {
  BANK: 'bank 银行',
  HOSPITAL: 'hospital 医院',
  DEPARTMENT: 'department 行政部门',
  COURT: 'court 法院',
}
/** Which partner's operators, where not those of every one. */
function partnerCell({ partner = {} }: Grant): string {
  const held = partnerKinds.filter((kind) => partner[kind])
  const [first] = held
  if (!first) return '–'
  return held.length === partnerKinds.length
    ? cell(partner[first])
    : `${cell(partner[first])}<br>${held.map((kind) => partnerWords[kind]).join('<br>')}`
}

/** The permission table as it is committed; a test fails when the file says something else. */
export function printPermissions(): string {
  const fields = Map.groupBy(listGuardedFields(schema), ({ held }) => held)
  const fieldsOf = (held: Permission | 'public') =>
    (fields.get(held) ?? [])
      .map(({ name }) => `\`${name.replace(/^(Query|Mutation)\./, '')}\``)
      .toSorted()
      .join(' ')
  const rows = (Object.entries(permissions) as [Permission, Grant][]).map(([name, grant]) => {
    const clerk = grant.duty ? `${cell(grant.clerk)}<br>${dutyWords[grant.duty]}` : cell(grant.clerk)
    const token = grant.clerk ? (scopeOf(name) ?? 'a person 本人') : '–'
    const before = [grant.insured, ...staffRoles.map((role) => grant.staff?.[role])].map(cell)
    const reaches = [...before, partnerCell(grant), cell(grant.system)]
    const early = (grant.during ?? []).map((stage) => ` ${noteOf[stage]}`).join('')
    const proof = grant.afterProof ? ' ⁴' : ''
    return `| \`${name}\`${early}${proof} | ${wordsOf(name)} | ${[clerk, token, ...reaches].join(' | ')} | ${fieldsOf(name)} |`
  })
  return `# Permissions 权限表

Printed from \`apps/api/src/access/permission-table.ts\` by \`node apps/api/src/graphql/print-permissions.ts\`; edit the table, not this page.

**own** 本方: only rows of the employer acted for, or of the person. **any** 全部: every row. **–**: not at all. Another's row behaves as if it did not exist.
A token of the employer's own software needs the scope 范围 that its cell names, besides what its clerk may; *a person* 本人: never by software.
A clerk's cell also names the duty 办事员职责 that it takes; a clerk without it reads and is told so.
Who may take a step is also a matter of the case's state and of who took part before (four eyes): that is the case's own table.
Anyone, signed in or not, may ask 任何人: ${fieldsOf('public')}.

| Permission | About 事项 | ${columns.join(' | ')} | Fields of the contract |
|---|---|${columns.map(() => ':-:').join('|')}|---|
${rows.join('\n')}

¹ Also before the initial password was changed 首次登录改密前. ² Also before the second factor was proved 第二因素验证前. ³ Also before the required second factor was enrolled 第二因素登记前. ⁴ Within ten minutes of proving the second factor, asked for again otherwise 须在十分钟内验证过第二因素.
`
}

function wordsOf(permission: Permission): string {
  const { en, zh } = nounWords[permission.slice(0, permission.indexOf(':')) as Noun]
  return `${en} ${zh}`
}

if (import.meta.main) {
  writeFileSync(permissionsFile, printPermissions())
  writeFileSync(matrixFile, printMatrix())
}
