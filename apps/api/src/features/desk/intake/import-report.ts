import { oneOf } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { importColumns, importKinds, problemSentence } from '@shebao/intake'
import type { Columns } from '@shebao/intake'
import { writeCsv, writeXlsx } from '@shebao/roster'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findImport, listReportRows } from './import.repository.ts'
import type { ReportRow } from './import.repository.ts'

const heads: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['行号', '列', '内容', '级别', '问题'],
  en: ['Row', 'Column', 'Value', 'Level', 'Problem'],
}
const sheetNames: Readonly<Record<Language, string>> = { 'zh-CN': '检查结果', en: 'Report' }
const levels = { ERROR: { 'zh-CN': '错误', en: 'error' }, WARNING: { 'zh-CN': '提示', en: 'warning' } } as const

export const reportFormats = ['csv', 'xlsx'] as const
export type ReportFormat = (typeof reportFormats)[number]

const rowsAtOnce = 5_000

/** Every problem of every row as a table: what is personal is masked, and nothing is run as a formula. */
export async function writeImportReport(
  platform: Platform,
  id: string,
  { language, format }: { language: Language; format: ReportFormat },
): Promise<Uint8Array> {
  const found = await findImport(platform, id)
  if (!found) throw notFound('import')
  const columns: Columns = importColumns[oneOf(importKinds, found.kind, 'kind of import')]
  const lines = [heads[language]]
  for await (const row of reportRows(platform, id)) lines.push(...linesOf(row, columns, language))
  const figures = [true]
  return format === 'csv'
    ? writeCsv(lines, figures)
    : writeXlsx({ name: sheetNames[language], rows: lines, headRow: 0, figures })
}

/** Behind the last row number each time: a file of fifty thousand rows is not asked for at once. */
async function* reportRows(platform: Platform, id: string): AsyncGenerator<ReportRow> {
  for (let after = 0; ;) {
    const page = await listReportRows(platform, id, { filter: 'ALL', after, limit: rowsAtOnce })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < rowsAtOnce) return
    after = last.rowNo
  }
}

function linesOf({ rowNo, shown, problems }: ReportRow, columns: Columns, language: Language): string[][] {
  return problems.map((problem) => {
    const column = problem.column === null ? undefined : columns[problem.column]
    return [
      String(rowNo),
      column ? (language === 'zh-CN' ? column.zh : column.en) : '',
      problem.column === null ? '' : (shown[problem.column] ?? ''),
      levels[problem.level][language],
      problemSentence(problem, language, column),
    ]
  })
}
