import Papa from 'papaparse'
import { guardFormula, isFigure } from './formula-guard.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Lines as a CSV file that spreadsheet programs open as they are: with a byte-order mark, nothing run as a formula, and long
 * numbers kept as text. Columns of figures stay figures.
 */
export function writeCsv(lines: readonly (readonly string[])[], figures: readonly boolean[]): Uint8Array {
  const guarded = lines.map((cells) => cells.map((cell, column) => guardedCell(cell, figures[column] === true)))
  const text = Papa.unparse(guarded, { newline: '\r\n', quotes: (cell: string) => /^\s|\s$/.test(cell) })
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`)
}

/** Spreadsheet programs turn long digits into numbers and drop the last ones: `="…"` would stop them but nobody else reads it. */
function guardedCell(text: string, isFigureColumn: boolean): string {
  const isLongNumber = !isFigureColumn && /^\d{12,}$/.test(text)
  return isFigureColumn && isFigure(text) ? text : isLongNumber ? `'${text}` : guardFormula(text)
}
