import { oneOf } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { importColumns, importKinds, problemSentence } from '@shebao/intake'
import type { Columns } from '@shebao/intake'
import { writeCsv } from '@shebao/roster'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findImport, listReportRows } from './import.repository.ts'

const heads: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['行号', '列', '内容', '级别', '问题'],
  en: ['Row', 'Column', 'Value', 'Level', 'Problem'],
}
const levels = { ERROR: { 'zh-CN': '错误', en: 'error' }, WARNING: { 'zh-CN': '提示', en: 'warning' } } as const

/** A file of so many rows is looked at on the screen, or corrected and brought again. */
const mostRows = 100_000

/** Every problem of every row as CSV: what is personal is masked, and nothing is run as a formula. */
export async function writeImportReport(platform: Platform, id: string, language: Language): Promise<Uint8Array> {
  const found = await findImport(platform, id)
  if (!found) throw notFound('import')
  const columns: Columns = importColumns[oneOf(importKinds, found.kind, 'kind of import')]
  const rows = await listReportRows(platform, id, { filter: 'ALL', after: 0, limit: mostRows })
  const lines = rows.flatMap(({ rowNo, shown, problems }) =>
    problems.map((problem) => {
      const column = problem.column === null ? undefined : columns[problem.column]
      return [
        String(rowNo),
        column ? (language === 'zh-CN' ? column.zh : column.en) : '',
        problem.column === null ? '' : (shown[problem.column] ?? ''),
        levels[problem.level][language],
        problemSentence(problem, language, column),
      ]
    }),
  )
  return writeCsv([heads[language], ...lines], [true])
}
