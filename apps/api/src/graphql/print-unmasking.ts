import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getNamedType, isObjectType, isUnionType } from 'graphql'
import { staffMay } from '../access/permissions.ts'
import { staffRoles } from '../access/viewer.ts'
import type { StaffRole } from '../access/viewer.ts'
import type { InClear, Personal } from './personal.ts'
import { personalOf } from './note-shown.ts'
import { schema } from './schema.ts'

export const unmaskingFile = join(import.meta.dirname, '../../../../docs/unmasking.md')

const roleWords: Readonly<Record<StaffRole, string>> = {
  OFFICER: 'officer 经办',
  REVIEWER: 'reviewer 复核',
  HEAD: 'head 负责人',
  COLLECTION_OFFICER: 'collection officer 征收',
  AUDITOR: 'auditor 审计',
  ADMINISTRATOR: 'administrator 系统管理员',
  TAX_OFFICER: 'tax officer 税务征收',
  HOTLINE_AGENT: 'hotline agent 热线',
  WINDOW_AGENT: 'window agent 窗口',
}

export interface UnmaskedPlace {
  /** `Type.field`; of a type the field that hands it out. */
  name: string
  inClear: InClear
  actions: readonly string[]
  /** It takes a reason, by itself or within its input. */
  asksReason: boolean
}

/** Every field of the contract that shows in clear what is masked elsewhere. */
export function listUnmasking(): UnmaskedPlace[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  return types.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type)
      const handedOut = isUnionType(named) ? named.getTypes() : [named]
      const marks = [personalOf(field), ...handedOut.map((one) => personalOf(one))]
      const asksReason = field.args.some((argument) => {
        const input = getNamedType(argument.type)
        return argument.name === 'reason' || ('getFields' in input && 'reason' in input.getFields())
      })
      return marks.flatMap((mark) => {
        const inClear = clearOf(mark)
        return mark && inClear
          ? [{ name: `${type.name}.${field.name}`, inClear, actions: actionsOf(mark), asksReason }]
          : []
      })
    }),
  )
}

const clearOf = (mark: Personal<unknown> | undefined): InClear | undefined =>
  mark && 'inClear' in mark ? mark.inClear : undefined

function actionsOf(mark: Personal<unknown>): readonly string[] {
  if (mark.how === 'SHOWN') return [mark.action]
  return mark.how === 'NOTED' ? mark.actions : []
}

/** The places as they are committed; a test fails when the file says something else. */
export function printUnmasking(): string {
  const rows = listUnmasking().map(({ name, inClear: { to, reason }, actions }) => {
    const who = staffRoles.filter((role) => staffMay([role], to)).map((role) => roleWords[role])
    const why = reason === 'ASKED' ? 'asked, and kept 须填写并记录' : `${reason.en} ${reason.zh}`
    return `| \`${name}\` | ${who.join('<br>')} | \`${to}\` | ${why} | ${actions.map((action) => `\`${action}\``).join(' ')} |`
  })
  return `# What is shown in clear 明文查看

Printed from the marks of the contract (\`graphql/personal.ts\`) by \`node apps/api/src/graphql/print-unmasking.ts\`; edit the marks, not this page.

Names, numbers, telephones and accounts of people stand masked before staff. These fields alone show some of them in clear. Each look goes
into the audit trail under its action, with who looked, in which role, and the reason where one is asked for.

Files are no fields: papers and scans of a case, court files, recordings and lists hold people in clear for whoever may open them, and an opened one is in the
trail as well. Route by route, with its action, they stand in \`testing/walk-of-routes.ts\`, which fails for a route that is not in it.
文件（文书、附件、卷宗、录音、清单）不在此表，逐条接口及其日志事项见该文件。

| Field 字段 | Who 谁 | Permission 权限 | Reason 理由 | Log action 日志事项 |
|---|---|---|---|---|
${rows.toSorted().join('\n')}
`
}

if (import.meta.main) writeFileSync(unmaskingFile, printUnmasking())
