import { contentReference } from './content-reference.ts'
import { isCreditWord, isDebitWord } from './csv-words.ts'
import type { CsvLayout } from './csv-words.ts'
import { normaliseCsv } from './normalise-csv.ts'
import type { CsvLines } from './normalise-csv.ts'
import { checkTotals } from './check-totals.ts'
import type { ReadEntry, ReadingLimits, ReadStatement } from './read-statement.types.ts'
import { createValueReader, optionalText, outgoing } from './read-value.ts'
import type { ValueReader } from './read-value.ts'
import type { Fen } from '@shebao/kernel'

/** A statement or treasury list as CSV, in either of the layouts of `normalise-csv.ts`. */
export function readCsvStatement(
  text: string,
  limits: ReadingLimits,
  layout?: CsvLayout,
): { statement: ReadStatement; problems: ValueReader['problems'] } {
  const values = createValueReader()
  const lines = normaliseCsv(text, limits, layout)
  const { head, trailer } = lines
  const currency = head.currency?.trim() || 'CNY'
  if (!['CNY', 'RMB', '人民币', '元', '人民币元'].includes(currency))
    values.wrong({ code: 'WRONG_CURRENCY', stated: currency, expected: 'CNY' })
  const entries = lines.entries.map((entry) => readEntry(entry, lines.referenced, values))
  const bank = lines.source === 'BANK'
  const balance = (name: 'opening' | 'closing') => {
    const stated = trailer[name] ?? head[name]
    if (stated === undefined && !bank) return null
    if (stated === undefined) values.wrong({ code: 'MISSING', field: name })
    return stated === undefined ? null : values.amount(stated, name, lines.trailerLine)
  }
  const opening = balance('opening')
  const closing = balance('closing')
  const count = values.text(trailer.count, 'count', lines.trailerLine)
  if (count !== '' && !/^\d{1,9}$/.test(count))
    values.wrong({ code: 'BAD_VALUE', line: lines.trailerLine, field: 'count', stated: count, expected: '0…' })
  const sum = values.amount(trailer.sum, 'sum', lines.trailerLine)
  const statement: ReadStatement = {
    source: lines.source,
    format: 'CSV',
    account: values.text(head.account, 'account').replaceAll(/[\s-]/g, ''),
    statementNo: values.text(head.statementNo, 'statementNo'),
    day: values.date(head.day, 'day'),
    openingBalance: opening,
    closingBalance: closing,
    entries,
    pending: 0,
  }
  const checked = checkTotals(
    { count: Number(count), sum, ...(opening === null || closing === null ? {} : { opening, closing }) },
    entries,
    entries,
  )
  return { statement, problems: [...values.problems, ...(values.problems.length === 0 ? checked : [])] }
}

function readEntry({ line, cells }: CsvLines['entries'][number], referenced: boolean, values: ValueReader): ReadEntry {
  const said = {
    lineNo: line,
    endToEndId: optionalText(cells.endToEndId, 100),
    amount: readSigned(cells, line, values),
    valueDate: values.date(cells.valueDate || cells.bookedOn, 'valueDate', line),
    payerName: optionalText(cells.payerName, 140),
    payerAccount: optionalText(cells.payerAccount, 40),
    remittance: optionalText(cells.remittance),
  }
  return {
    ...said,
    reference: referenced ? values.text(cells.reference, 'reference', line, 100) : contentReference(said),
  }
}

/** One column with a direction beside it, or a column for each direction. */
function readSigned(cells: CsvLines['entries'][number]['cells'], line: number, values: ValueReader): Fen {
  if (cells.amount === undefined) {
    const [credit, debit] = [cells.credit?.trim() ?? '', cells.debit?.trim() ?? '']
    const isZero = (text: string) => /^0*(\.0*)?$/.test(text)
    if (isZero(credit) === isZero(debit))
      values.wrong({
        code: 'BAD_VALUE',
        line,
        field: 'credit / debit',
        stated: `${credit} / ${debit}`,
        expected: '1234.56',
      })
    return isZero(credit) ? outgoing(values.amount(debit || '0', 'debit', line)) : values.amount(credit, 'credit', line)
  }
  const amount = values.amount(cells.amount, 'amount', line)
  const direction = cells.direction?.trim()
  if (direction === undefined) return amount
  if (!isCreditWord(direction) && !isDebitWord(direction))
    values.wrong({ code: 'BAD_VALUE', line, field: 'direction', stated: direction, expected: 'CREDIT / DEBIT' })
  if (amount < 0) values.wrong({ code: 'BAD_VALUE', line, field: 'amount', stated: cells.amount, expected: '≥ 0.00' })
  return isDebitWord(direction) ? outgoing(amount) : amount
}
