import Papa from 'papaparse'
import { plainYuan, sumOf } from './statement.ts'
import type { BookedEntry, DayStatement } from './statement.ts'

/**
 * The same statement as CSV, UTF-8, lines ending in CR LF. The first field says what a line is:
 * `FILE,BANK,statement number,account number,account name,day,currency`, then for each booking
 * `ENTRY,line,booking day,value date,reference,end-to-end id,CREDIT or DEBIT,amount,payer,payer's account,remittance`, at last
 * `TOTAL,count,sum,opening balance,closing balance`. Amounts are yuan with two decimals; a DEBIT lowers the sum.
 */
export function buildStatementCsv(statement: DayStatement): string {
  const { opening, closing } = statement
  return csv([
    fileLine('BANK', statement),
    ...statement.entries.map(entryLine),
    [...totalLine(statement), plainYuan(opening), plainYuan(closing)],
  ])
}

/**
 * What reached the treasury on a day (国库入库清单): the same lines with `TREASURY` in the first, and no balances in the last,
 * `TOTAL,count,sum`.
 */
export function buildTreasuryCsv(statement: DayStatement): string {
  return csv([fileLine('TREASURY', statement), ...statement.entries.map(entryLine), totalLine(statement)])
}

function fileLine(source: 'BANK' | 'TREASURY', { number, account, day }: DayStatement): string[] {
  return ['FILE', source, number, account.number, account.name, day, 'CNY']
}

function entryLine(entry: BookedEntry, index: number): string[] {
  return [
    'ENTRY',
    String(index + 1),
    entry.bookedOn,
    entry.valueDate,
    entry.reference,
    entry.endToEndId ?? '',
    entry.amount < 0 ? 'DEBIT' : 'CREDIT',
    plainYuan(Math.abs(entry.amount)),
    entry.payerName,
    entry.payerAccount,
    entry.remittance,
  ]
}

const totalLine = ({ entries }: DayStatement) => ['TOTAL', String(entries.length), plainYuan(sumOf(entries))]

function csv(rows: readonly string[][]): string {
  return `${Papa.unparse([...rows], { newline: '\r\n' })}\r\n`
}
