import Papa from 'papaparse'
import { guardFormula, isFigure } from './formula-guard.ts'
import type { PersonnelDraft } from './personnel-draft.ts'
import { rosterTable } from './roster-columns.ts'
import type { RosterLanguage } from './roster-columns.ts'
import { metaCells } from './roster-meta.ts'
import type { RosterMeta } from './roster-meta.ts'
import { writeXlsx } from './write-xlsx.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** CSV for spreadsheet programs: UTF-8 with its mark (else Chinese ones take it for GBK), CRLF, formulas guarded. */
export function writeRosterCsv(
  people: readonly PersonnelDraft[],
  meta: RosterMeta,
  language: RosterLanguage = 'zh-CN',
): Uint8Array {
  const { heads, rows, figures } = rosterTable(people, language)
  const lines = [metaCells(meta), heads, ...rows].map((cells) =>
    cells.map((cell, column) => guardedCell(cell, figures[column] === true)),
  )
  const text = Papa.unparse(lines, { newline: '\r\n', quotes: (cell: string) => /^\s|\s$/.test(cell) })
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`)
}

/** Spreadsheet programs turn long digits into numbers and drop the last ones: `="…"` would stop them but nobody else reads it. */
function guardedCell(text: string, isFigureColumn: boolean): string {
  const isLongNumber = !isFigureColumn && /^\d{12,}$/.test(text)
  return isFigureColumn && isFigure(text) ? text : isLongNumber ? `'${text}` : guardFormula(text)
}

export function writeRosterXlsx(
  people: readonly PersonnelDraft[],
  meta: RosterMeta,
  language: RosterLanguage = 'zh-CN',
): Uint8Array {
  const { heads, rows, figures } = rosterTable(people, language)
  return writeXlsx({
    name: language === 'zh-CN' ? '人员名册' : 'Roster',
    rows: [metaCells(meta), heads, ...rows],
    headRow: 1,
    figures,
  })
}

/** The content of a roster as one text, the same for the same people in the same order: what its hash is worked out of. */
export function canonicalRosterText(people: readonly PersonnelDraft[]): string {
  const { heads, rows } = rosterTable(people, 'zh-CN')
  return [heads, ...rows].map((cells) => JSON.stringify(cells)).join('\n')
}
