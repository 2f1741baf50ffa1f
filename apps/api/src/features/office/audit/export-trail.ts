import type { TableFormat } from '@shebao/intake'
import type { Language } from '@shebao/kernel'
import { writeCsv, writeXlsx } from '@shebao/roster'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
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
      '对象',
      '对象编号',
      '原因',
      '内容',
    ],
    mark: (number: string, by: string, at: string) => `导出编号 ${number} · 导出人 ${by} · ${at} · 仅供本机构内部使用`,
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
      'Record',
      'Record id',
      'Reason',
      'Content',
    ],
    mark: (number: string, by: string, at: string) => `Export ${number} · by ${by} · ${at} · for the office's own use`,
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
    const lines = [mark, [...t.heads], ...rows.map(lineOf), ...(found.length > rows.length ? [[t.cut]] : []), mark]
    const figures = t.heads.map(() => false)
    const bytes =
      format === 'csv' ? writeCsv(lines, figures) : writeXlsx({ name: t.sheet, rows: lines, headRow: 1, figures })
    return { number, bytes }
  })
}

/** In the office's time. */
const timeOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 23).replace('T', ' ')

function lineOf(row: AuditRow): string[] {
  const cells = [row.seq, row.position, row.hash, timeOf(row.at), row.actorKind, row.actorId, row.actorName, row.role]
  const rest = [row.origin, row.action, row.recordType, row.recordId, row.reason, JSON.stringify(row.change)]
  return [...cells, ...rest].map((cell) => cell ?? '')
}
