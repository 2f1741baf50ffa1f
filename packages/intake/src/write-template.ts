import type { Language } from '@shebao/kernel'
import { writeXlsx } from '@shebao/roster'
import type { Columns } from './column.ts'

const heads = 0

/** The head row of a kind with an example below it; `*` marks what must be filled in. */
export function writeTemplate(name: string, columns: Columns, language: Language): Uint8Array {
  const all = Object.values(columns)
  const head = all.map(({ zh, en, required }) => `${language === 'zh-CN' ? zh : en}${required ? '*' : ''}`)
  return writeXlsx({
    name,
    rows: [head, all.map(({ sample }) => sample)],
    headRow: heads,
    figures: all.map(({ type }) => type === 'AMOUNT'),
  })
}
