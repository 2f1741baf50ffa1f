import Papa from 'papaparse'
import type { Cell, SheetRow, Workbook } from './cell.ts'
import { decodeText } from './decode-text.ts'
import { FileProblemError } from './file-problem.ts'
import type { FileLimits } from './file-problem.ts'
import { countKnownHeaders } from './header-words.ts'

const DELIMITERS = [',', '\t', ';', '|', '，'] as const
const PREVIEW_RECORDS = 30

/** Records are numbered like the rows a spreadsheet program shows: a quoted line break does not start a new one. */
export function readCsv(bytes: Uint8Array, fileName: string, limits: FileLimits): Workbook {
  const decoded = decodeText(bytes)
  if (decoded === undefined) throw new FileProblemError('NOT_A_SPREADSHEET', { detected: 'binary' })
  const hint = /^sep=(.)\r?\n/i.exec(decoded.text)
  const text = hint === null ? decoded.text : decoded.text.slice(hint[0].length)
  const delimiter = hint?.[1] ?? guessDelimiter(text)
  const rows: SheetRow[] = []
  let record = 0
  let filled = 0
  Papa.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: false,
    step: ({ data }) => {
      record++
      const cells = data.map(textCell)
      if (!cells.some((cell) => cell !== undefined)) return
      filled++
      if (filled <= limits.maxRows) rows.push({ row: record, cells })
    },
  })
  if (filled > limits.maxRows) throw new FileProblemError('TOO_MANY_ROWS', { rows: filled, maxRows: limits.maxRows })
  const sheet = { name: '', hidden: false, rows, merges: [], uncomputedFormulas: 0 }
  return { kind: 'CSV', fileName, sheets: [sheet], date1904: false, encoding: decoded.encoding, delimiter }
}

function textCell(value: string): Cell | undefined {
  // `="0012"` is how web systems keep spreadsheet programs from reading an identifier as a number.
  const text = /^="[^"]*"$/.test(value.trim()) ? value.trim().slice(2, -1) : value
  return text.trim() === '' ? undefined : { kind: 'text', text }
}

/** Title lines may hold commas of their own, so the delimiter is the one under which most column words appear. */
function guessDelimiter(text: string): string {
  let best = { delimiter: ',', known: -1, cells: -1 }
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: PREVIEW_RECORDS })
    const known = Math.max(0, ...data.map((record) => countKnownHeaders(record)))
    const cells = data.reduce((sum, record) => sum + record.length, 0)
    if (known > best.known || (known === best.known && known < 2 && cells > best.cells))
      best = { delimiter, known, cells }
  }
  return best.delimiter
}
