import Papa from 'papaparse'
import { StatementRefused } from './read-statement.types.ts'
import type { ReadingLimits } from './read-statement.types.ts'

export interface CsvRow {
  /** Records are counted like the rows a spreadsheet program shows: a quoted line break begins no new one. */
  line: number
  cells: string[]
}

const delimiters = [',', '\t', ';', '|', '，'] as const
const previewRecords = 30

/** Every record that is not blank. A broken quote is named where it stands, before it can swallow the lines behind it. */
export function readCsvRows(text: string, limits: ReadingLimits, known: (cell: string) => boolean): CsvRow[] {
  const rows: CsvRow[] = []
  let line = 0
  Papa.parse<string[]>(text, {
    delimiter: guessDelimiter(text, known),
    step: ({ data, errors }) => {
      line += 1
      if (errors.length > 0)
        throw new StatementRefused({ code: 'UNKNOWN_LINE', line, stated: errors[0]?.message ?? '', expected: '"…"' })
      const cells = data.map(plainCell)
      if (cells.every((cell) => cell === '')) return
      if (rows.length > limits.maxEntries + 100)
        throw new StatementRefused({ code: 'TOO_MANY_ENTRIES', expected: `≤ ${limits.maxEntries}` })
      rows.push({ line, cells })
    },
  })
  return rows
}

/** `="0012"`, and a tab or an apostrophe in front: how exporters keep spreadsheet programs from reading a number. */
function plainCell(cell: string): string {
  const text = cell.trim()
  const quoted = /^="([^"]*)"$/.exec(text)
  return (quoted?.[1] ?? text.replace(/^'(?=\d)/, '')).trim()
}

/** Title lines may hold commas of their own: the delimiter is the one under which most known words appear. */
function guessDelimiter(text: string, known: (cell: string) => boolean): string {
  if (/^"?FILE"?,/.test(text)) return ','
  let best = { delimiter: ',', words: -1, cells: -1 }
  // A line without an end is no title: what is longer than this is no preview of a table.
  const start = text.slice(0, 64 * 1024)
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(start, { delimiter, preview: previewRecords })
    const words = Math.max(0, ...data.map((record) => record.filter((cell) => known(plainCell(cell))).length))
    const cells = data.reduce((sum, record) => sum + record.length, 0)
    if (words > best.words || (words === best.words && words < 2 && cells > best.cells))
      best = { delimiter, words, cells }
  }
  return best.delimiter
}
