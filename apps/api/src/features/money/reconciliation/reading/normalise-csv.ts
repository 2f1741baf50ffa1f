import Papa from 'papaparse'
import { columnOf, headWordOf, isTrailerWord, isTreasuryWord } from './csv-words.ts'
import type { CsvColumn, CsvHeadWord } from './csv-words.ts'
import { StatementRefused } from './read-statement.types.ts'
import type { ReadingLimits, StatementSource } from './read-statement.types.ts'

type Named<Name extends string> = Partial<Record<Name, string>>

/** A CSV file with its parts named, whatever its layout. */
export interface CsvLines {
  source: StatementSource
  head: Named<CsvHeadWord>
  entries: { line: number; cells: Named<CsvColumn> }[]
  trailer: Named<CsvHeadWord>
  trailerLine: number
}

interface Row {
  line: number
  cells: string[]
}

/**
 * Two layouts. Files between machines say in the first field what a line is: `FILE`, `ENTRY`, `TOTAL`. Files for people have
 * lines of words and values (账号, 期初余额 …), a line of column words, the entries and a last line 合计 with count and sum.
 */
export function normaliseCsv(text: string, limits: ReadingLimits): CsvLines {
  const rows = readRows(text, limits)
  if (rows.length === 0) throw new StatementRefused({ code: 'EMPTY' })
  // Without a line break at its end the file may have been cut within its last figure.
  if (!/\n[\s,]*$/.test(text))
    throw new StatementRefused({ code: 'TRAILER_MISSING', line: rows.at(-1)?.line ?? 1, expected: '合计 / TOTAL' })
  return rows[0]?.cells[0] === 'FILE' ? readTagged(rows) : readTable(rows)
}

function readRows(text: string, limits: ReadingLimits): Row[] {
  const rows: Row[] = []
  let line = 0
  const delimiter = /^[^\n]*\t/.test(text) ? '\t' : ','
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors }) => {
      line += 1
      if (errors.length > 0)
        throw new StatementRefused({ code: 'UNKNOWN_LINE', line, stated: errors[0]?.message ?? '', expected: '"…"' })
      const cells = data.map((cell) => cell.trim())
      if (cells.every((cell) => cell === '')) return
      if (rows.length > limits.maxEntries + 100)
        throw new StatementRefused({ code: 'TOO_MANY_ENTRIES', expected: `≤ ${limits.maxEntries}` })
      rows.push({ line, cells })
    },
  })
  return rows
}

const taggedEntry: readonly CsvColumn[] = [
  'line',
  'bookedOn',
  'valueDate',
  'reference',
  'endToEndId',
  'direction',
  'amount',
  'payerName',
  'payerAccount',
  'remittance',
]

function readTagged(rows: readonly Row[]): CsvLines {
  const [file, ...others] = rows
  const [, source = '', statementNo = '', account = '', , day = '', currency = ''] = file?.cells ?? []
  if (source !== 'BANK' && source !== 'TREASURY')
    throw new StatementRefused({ code: 'NOT_A_STATEMENT', line: 1, stated: source, expected: 'BANK / TREASURY' })
  const last = others.at(-1)
  if (last?.cells[0] !== 'TOTAL')
    throw new StatementRefused({ code: 'TRAILER_MISSING', line: last?.line ?? 1, expected: 'TOTAL' })
  const entries = others.slice(0, -1).map(({ line, cells }) => {
    if (cells[0] !== 'ENTRY' || cells.length !== taggedEntry.length + 1)
      throw new StatementRefused({
        code: 'UNKNOWN_LINE',
        line,
        stated: cells.slice(0, 3).join(','),
        expected: `ENTRY (${taggedEntry.length + 1})`,
      })
    return { line, cells: Object.fromEntries(taggedEntry.map((name, index) => [name, cells[index + 1] ?? ''])) }
  })
  const [, count = '', sum = '', opening, closing] = last.cells
  return {
    source,
    head: { statementNo, account, day, currency },
    entries,
    trailer: {
      count,
      sum,
      ...(opening === undefined ? {} : { opening }),
      ...(closing === undefined ? {} : { closing }),
    },
    trailerLine: last.line,
  }
}

function readTable(rows: readonly Row[]): CsvLines {
  const headerAt = rows.findIndex(({ cells }) => cells.filter((cell) => columnOf(cell) !== undefined).length >= 4)
  const header = rows[headerAt]
  if (!header)
    throw new StatementRefused({ code: 'NOT_A_STATEMENT', stated: rows[0]?.cells.slice(0, 3).join(',') ?? '' })
  const columns = header.cells.map(columnOf)
  const trailerAt = rows.findIndex(({ cells }, index) => index > headerAt && isTrailerWord(cells[0] ?? ''))
  const trailerRow = rows[trailerAt]
  if (!trailerRow)
    throw new StatementRefused({ code: 'TRAILER_MISSING', line: rows.at(-1)?.line ?? 1, expected: '合计 / TOTAL' })
  const title = rows.slice(0, headerAt)
  return {
    source: title.some(({ cells }) => cells.some(isTreasuryWord)) ? 'TREASURY' : 'BANK',
    head: readPairs(title.flatMap(({ cells }) => cells)),
    entries: rows.slice(headerAt + 1, trailerAt).map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        columns.flatMap((column, index) => (column === undefined ? [] : [[column, cells[index] ?? '']])),
      ),
    })),
    // Balances may stand on lines of their own below the sum.
    trailer: readPairs(rows.slice(trailerAt).flatMap(({ cells }, index) => (index === 0 ? cells.slice(1) : cells))),
    trailerLine: trailerRow.line,
  }
}

/** `账号,6200…,币种,CNY` and `账号：6200…` alike. */
function readPairs(cells: readonly string[]): Named<CsvHeadWord> {
  const pairs: Named<CsvHeadWord> = {}
  cells.forEach((cell, index) => {
    const [word = '', ...rest] = cell.split(/[:：]/)
    const name = headWordOf(word)
    if (name === undefined || pairs[name] !== undefined) return
    const value = rest.length > 0 ? rest.join(':').trim() : (cells[index + 1] ?? '')
    if (value !== '') pairs[name] = value
  })
  return pairs
}
