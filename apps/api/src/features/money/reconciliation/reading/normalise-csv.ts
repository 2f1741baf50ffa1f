import { readCsvRows } from './csv-rows.ts'
import type { CsvRow } from './csv-rows.ts'
import { columnReader, headWordOf, isTrailerWord, isTreasuryWord } from './csv-words.ts'
import type { CsvColumn, CsvHeadWord, CsvLayout } from './csv-words.ts'
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
  /** Whether there is a column for the bank's reference at all. */
  referenced: boolean
}

/**
 * Two layouts. Files between machines say in the first field what a line is: `FILE`, `ENTRY`, `TOTAL`. Files for people have
 * lines of words and values (账号, 期初余额 …), a line of column words, the entries and a last line 合计 with count and sum;
 * what such a file leaves out a person may state instead.
 */
export function normaliseCsv(text: string, limits: ReadingLimits, layout?: CsvLayout): CsvLines {
  const columnOf = columnReader(layout)
  const rows = readCsvRows(text, limits, (cell) => columnOf(cell) !== undefined || headWordOf(cell) !== undefined)
  if (rows.length === 0) throw new StatementRefused({ code: 'EMPTY' })
  const tagged = rows[0]?.cells[0] === 'FILE'
  // Without a line break at its end the file may have been cut within its last figure.
  if (!endsWithLine(text) && (tagged || !statesTotal(layout)))
    throw new StatementRefused(
      { code: 'TRAILER_MISSING', line: rows.at(-1)?.line ?? 1, expected: '合计 / TOTAL' },
      ...(tagged ? [] : [preview(rows)]),
    )
  return tagged ? readTagged(rows) : readTable(rows, columnOf, layout)
}

/** Walked by hand: an expression would try every line of a file of blank ones. */
function endsWithLine(text: string): boolean {
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const character = text.charAt(at)
    if (character === '\n') return true
    if (!/[\s,;|]/.test(character)) return false
  }
  return false
}

const statesTotal = (layout: CsvLayout | undefined) =>
  layout?.stated?.count !== undefined && layout.stated.sum !== undefined

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

function readTagged(rows: readonly CsvRow[]): CsvLines {
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
    referenced: true,
  }
}

function readTable(rows: readonly CsvRow[], columnOf: ReturnType<typeof columnReader>, layout?: CsvLayout): CsvLines {
  const headerAt = rows.findIndex(({ cells }) => isHeader(cells.map(columnOf)))
  const header = rows[headerAt]
  if (!header)
    throw new StatementRefused(
      { code: 'COLUMNS_UNKNOWN', stated: rows[0]?.cells.slice(0, 3).join(',').slice(0, 60) ?? '' },
      preview(rows),
    )
  const columns = header.cells.map(columnOf)
  const trailerAt = rows.findIndex(({ cells }, index) => index > headerAt && isTrailerWord(cells[0] ?? ''))
  const trailerRow = rows[trailerAt]
  if (!trailerRow && !statesTotal(layout))
    throw new StatementRefused(
      {
        code: 'TRAILER_MISSING',
        line: rows.at(-1)?.line ?? 1,
        expected: '合计,笔数,2,金额,3203.00 / TOTAL,Count,2,Sum,3203.00',
      },
      preview(rows),
    )
  const entries = rows.slice(headerAt + 1, trailerRow ? trailerAt : undefined)
  const title = rows.slice(0, headerAt)
  const below = trailerRow ? rows.slice(trailerAt) : []
  refuseStray([...title, ...below.slice(1)])
  const repeated = columns.find((column, index) => column !== undefined && columns.indexOf(column) !== index)
  if (repeated !== undefined && repeated !== 'remittance')
    throw new StatementRefused({ code: 'COLUMNS_UNKNOWN', line: header.line, stated: repeated }, preview(rows))
  return {
    source:
      title.some(({ cells }) => isTreasuryWord(cells.join(' '))) || isTreasuryWord(header.cells.join(' '))
        ? 'TREASURY'
        : 'BANK',
    head: { ...layout?.stated, ...readPairs(title.flatMap(({ cells }) => cells)) },
    entries: entries.map(({ line, cells }) => ({ line, cells: namedCells(columns, cells) })),
    // Balances may stand on lines of their own below the sum.
    trailer: {
      ...layout?.stated,
      ...readPairs(below.flatMap(({ cells }, index) => (index === 0 ? cells.slice(1) : cells))),
    },
    trailerLine: trailerRow?.line ?? header.line,
    referenced: columns.includes('reference'),
  }
}

const isHeader = (columns: readonly (CsvColumn | undefined)[]) =>
  columns.filter((column) => column !== undefined).length >= 3 &&
  columns.some((column) => column === 'amount' || column === 'credit' || column === 'debit') &&
  columns.some((column) => column === 'bookedOn' || column === 'valueDate')

function namedCells(columns: readonly (CsvColumn | undefined)[], cells: readonly string[]): Named<CsvColumn> {
  const named: Named<CsvColumn> = {}
  columns.forEach((column, index) => {
    if (column === undefined) return
    const before = named[column]
    named[column] = before ? `${before} ${cells[index] ?? ''}`.trim() : (cells[index] ?? '')
  })
  return named
}

/** Money above the columns or below the sum is no part of what was counted: it is named, never left out. */
function refuseStray(rows: readonly CsvRow[]): void {
  for (const { line, cells } of rows) {
    const words = cells.some((cell) => headWordOf(cell.split(/[:：]/)[0] ?? '') !== undefined)
    const dated = cells.some((cell) => /^\d{4}[-/]?\d{2}[-/]?\d{2}/.test(cell))
    const paid = cells.some((cell) => /^[+-]?[\d,]+\.\d{2}$/.test(cell))
    if (!words && dated && paid)
      throw new StatementRefused({ code: 'UNKNOWN_LINE', line, stated: cells.slice(0, 3).join(',').slice(0, 60) })
  }
}

const preview = (rows: readonly CsvRow[]) =>
  rows.slice(0, 12).map(({ cells }) => cells.slice(0, 40).map((cell) => cell.slice(0, 60)))

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
