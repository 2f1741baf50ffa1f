import type { TableFormat } from '@shebao/intake'
import { fen, formatYuan } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import {
  actionWords,
  keyWords,
  recordWords,
  rolesInWords,
  roleWords,
  sideWords,
  valueInWords,
  valueWords,
} from '@shebao/kernel/trail-words'
import { writeCsv, writeXlsx } from '@shebao/roster'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { AuditAction, AuditKey, AuditRecordType } from '../../../platform/audit-vocabulary.ts'
import type { ActorKind } from '../../../platform/audit.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findAuditRows } from './audit.repository.ts'
import type { AuditRow } from './audit.repository.ts'
import { nextTrailNumber } from './find-audited.repository.ts'
import { selectionOf } from './read-trail.ts'
import type { TrailFilter } from './read-trail.ts'

/** A file is made in memory and opened by people [PD]. */
export const mostEntriesOfFile = 20_000

const words = {
  'zh-CN': {
    sheet: '审计日志',
    heads: [
      '序号',
      '链上位置',
      '散列值',
      '时间',
      '主体',
      '账户',
      '姓名',
      '角色',
      '来源',
      '事项',
      '事项代码',
      '对象',
      '对象代码',
      '对象编号',
      '原因',
      '内容',
      '内容原文',
    ],
    mark: (number: string, by: string, at: string) => `导出编号 ${number} · 导出人 ${by} · ${at} · 仅供本机构内部使用`,
    yes: '是',
    no: '否',
    colon: '：',
    cut: `只列出最近的 ${mostEntriesOfFile} 条，请缩小范围后再导出。`,
  },
  en: {
    sheet: 'Audit trail',
    heads: [
      'No.',
      'Place',
      'Hash',
      'Time',
      'Side',
      'Account',
      'Name',
      'Role',
      'Origin',
      'Action',
      'Action code',
      'Record',
      'Record code',
      'Record id',
      'Reason',
      'Content',
      'Content as kept',
    ],
    mark: (number: string, by: string, at: string) => `Export ${number} · by ${by} · ${at} · for the office's own use`,
    yes: 'yes',
    no: 'no',
    colon: ': ',
    cut: `Only the latest ${mostEntriesOfFile} entries are listed; narrow the selection and export again.`,
  },
} as const

export interface TrailFile extends TrailFilter {
  language: Language
  format: TableFormat
  origin: string
}

/** Entries as a file, masked as they stand, with their hashes; it says who took it under which number, and the trail says the same. */
export async function exportTrail(
  platform: Platform,
  asker: Viewer | undefined,
  { language, format, origin, ...filter }: TrailFile,
) {
  const viewer = requireMay(asker, 'audit:read')
  return platform.database.transaction(async () => {
    const wanted = { ...(await selectionOf(platform, filter)), limit: mostEntriesOfFile + 1 }
    const found = await findAuditRows(platform, wanted)
    const rows = found.slice(0, mostEntriesOfFile)
    const number = await nextTrailNumber(platform, platform.clock.today().slice(0, 4))
    const { employerId, individualId } = wanted
    const others = (['recordType', 'recordId', 'actor', 'action'] as const).flatMap((name) => {
      const value = wanted[name]
      return value === undefined ? [] : [`${name} ${value}`]
    })
    await platform.audit.record({
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      role: actingRole(viewer, 'audit:read'),
      origin,
      action: 'EXPORT_AUDIT_TRAIL',
      recordType: 'AuditExport',
      recordId: number,
      change: {
        lines: rows.length,
        from: filter.from ?? null,
        to: filter.to ?? null,
        employerId: employerId ?? null,
        individualId: individualId ?? null,
        filter: others,
      },
    })
    const t = words[language]
    const mark = [t.mark(number, viewer.displayName, timeOf(platform.clock.now()).slice(0, 16))]
    const lines = [
      mark,
      [...t.heads],
      ...rows.map((row) => lineOf(row, language)),
      ...(found.length > rows.length ? [[t.cut]] : []),
      mark,
    ]
    const figures = t.heads.map(() => false)
    const bytes =
      format === 'csv' ? writeCsv(lines, figures) : writeXlsx({ name: t.sheet, rows: lines, headRow: 1, figures })
    return { number, bytes }
  })
}

/** In the office's time. */
const timeOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 23).replace('T', ' ')

/** What the trail keeps in codes, in words beside them: nothing that some feature writes is without. */
const codes: Record<
  Language,
  {
    action: Readonly<Record<AuditAction, string>>
    record: Readonly<Record<AuditRecordType, string>>
    key: Readonly<Record<AuditKey, string>>
    side: Readonly<Record<ActorKind, string>>
    role: typeof roleWords.en
    value: typeof valueWords.en
  }
> = {
  'zh-CN': {
    action: actionWords.zh,
    record: recordWords.zh,
    key: keyWords.zh,
    side: sideWords.zh,
    role: roleWords.zh,
    value: valueWords.zh,
  },
  en: {
    action: actionWords.en,
    record: recordWords.en,
    key: keyWords.en,
    side: sideWords.en,
    role: roleWords.en,
    value: valueWords.en,
  },
}

/** What was written by an earlier release in a word that is no more has none, and stands by its code alone. */
const wordFor = (known: Readonly<Record<string, string>>, code: string): string => known[code] ?? ''

function lineOf(row: AuditRow, language: Language): string[] {
  const { action, record, key, side, role, value: valueOf } = codes[language]
  const t = words[language]
  const say = {
    word: (code: keyof typeof valueOf) => valueOf[code],
    yuan: (amount: number) => formatYuan(fen(amount), { grouping: true }),
    yesOrNo: (yes: boolean) => (yes ? t.yes : t.no),
  }
  const kept: object = row.change && typeof row.change === 'object' ? row.change : {}
  const parts = Object.entries(kept).map(
    ([name, value]) => `${wordFor(key, name) || name}${t.colon}${valueInWords(name, value, say)}`,
  )
  const cells = [row.seq, row.position, row.hash, timeOf(row.at), side[row.actorKind]]
  const who = [row.actorId, row.actorName, row.role === null ? null : rolesInWords(row.role, (one) => role[one])]
  const what = [row.origin, wordFor(action, row.action), row.action, wordFor(record, row.recordType), row.recordType]
  const rest = [row.recordId, row.reason, parts.join('; '), JSON.stringify(row.change)]
  return [...cells, ...who, ...what, ...rest].map((cell) => cell ?? '')
}
