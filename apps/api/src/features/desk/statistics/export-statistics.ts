import type { TableFormat } from '@shebao/intake'
import type { Language } from '@shebao/kernel'
import { writeCsv, writeXlsx } from '@shebao/roster'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { nextExportNumber } from './export.repository.ts'
import { readAges, readStatistics } from './read-statistics.ts'
import { readEmployersForFile } from './rows-behind.ts'
import type { SelectionArgs } from './statistic-selection.ts'
import { agesTable, employersTable, figuresTable } from './statistics-file.ts'
import type { FileTable } from './statistics-file.ts'
import type { StatisticDimension, StatisticMeasure } from './statistics-codes.ts'

export const exportedLists = ['figures', 'ages', 'employers'] as const
export type ExportedList = (typeof exportedLists)[number]

export interface ExportWanted extends SelectionArgs {
  list: ExportedList
  by: StatisticDimension
  order: StatisticMeasure
  language: Language
  format: TableFormat
  origin: string
}

/**
 * A file of what the page shows. It says on top who took it, when and under which number, and the trail says the same: what left the
 * office can be followed back to whoever took it.
 */
export async function exportStatistics(platform: Platform, asker: Viewer | undefined, wanted: ExportWanted) {
  const viewer = requireMay(asker, 'statistics:export')
  return platform.database.transaction(async () => {
    const table = await tableOf(platform, viewer, wanted)
    const number = await nextExportNumber(platform, platform.clock.today().slice(0, 4))
    const { from, to, insurance, industry, district } = wanted
    await platform.audit.record({
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      role: actingRole(viewer, 'statistics:export'),
      action: 'EXPORT_STATISTICS',
      recordType: 'StatisticExport',
      recordId: number,
      origin: wanted.origin,
      change: {
        by: wanted.list === 'figures' ? wanted.by : wanted.list,
        from,
        to,
        insurance: insurance ?? null,
        industry: industry ?? null,
        district: district ?? null,
        lines: table.lines.length - 1,
      },
    })
    const mark = watermark(wanted, { number, by: viewer.displayName, at: platform.clock.now() })
    return { number, bytes: write(wanted, [...mark, ...table.lines, ...mark.slice(0, 1)], mark.length, table.figures) }
  })
}

async function tableOf(platform: Platform, viewer: Viewer, wanted: ExportWanted): Promise<FileTable> {
  const { list, by, order, language } = wanted
  if (list === 'figures') return figuresTable(await readStatistics(platform, viewer, by, wanted), by, language)
  if (list === 'ages') return agesTable(await readAges(platform, viewer, wanted), language)
  return employersTable(await readEmployersForFile(platform, viewer, order, wanted), language)
}

/** In the office's time, to the minute. */
const minuteOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

function watermark(wanted: ExportWanted, { number, by, at }: { number: string; by: string; at: Date }): string[][] {
  const { from, to, insurance, industry, district, language } = wanted
  const narrowed = [insurance, industry, district].filter(Boolean).join(' · ')
  const [head, months] =
    language === 'en'
      ? [`Export ${number} · by ${by} · ${minuteOf(at)} · for the office's own use`, `Months ${from} to ${to}`]
      : [`导出编号 ${number} · 导出人 ${by} · ${minuteOf(at)} · 仅供本机构内部使用`, `月份 ${from} 至 ${to}`]
  return [[head], [narrowed ? `${months} · ${narrowed}` : months]]
}

function write(
  wanted: ExportWanted,
  lines: readonly (readonly string[])[],
  headRow: number,
  figures: readonly boolean[],
) {
  if (wanted.format === 'csv') return writeCsv(lines, figures)
  return writeXlsx({ name: wanted.language === 'en' ? 'Statistics' : '统计', rows: lines, headRow, figures })
}
