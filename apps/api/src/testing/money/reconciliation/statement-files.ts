import { buildCamt053, buildStatementCsv, buildTreasuryCsv, statementOf } from '@shebao/sandbox-bank/statement'
import type { BookedEntry } from '@shebao/sandbox-bank/statement'
import { demonstrationPayee } from '../../../features/register/office/payee.ts'

const account = demonstrationPayee

/** One line of a file, of whichever day it is put into. */
export function line(reference: string, amount: number, change: Partial<BookedEntry> = {}): BookedEntry {
  return {
    reference,
    endToEndId: null,
    amount,
    directDebit: false,
    bookedOn: '',
    valueDate: '',
    payerName: '示例付款人',
    payerAccount: '6200123456789012',
    remittance: '社保费',
    ...change,
  }
}

const onDay = (day: string, lines: readonly BookedEntry[]) =>
  lines.map((one) => ({ ...one, bookedOn: day, valueDate: day }))

/** The bank's own file of a day. `opening`: what the account held before, so that files of equal lines differ. */
export function bankFile(
  day: string,
  lines: readonly BookedEntry[],
  opening = 0,
  format: 'CSV' | 'CAMT053' = 'CSV',
): string {
  const before = opening === 0 ? [] : [{ ...line('before', opening), bookedOn: '2020-01-01', valueDate: '2020-01-01' }]
  const statement = statementOf(account, [...before, ...onDay(day, lines)], day)
  return format === 'CSV' ? buildStatementCsv(statement) : buildCamt053(statement)
}

export function treasuryFile(day: string, lines: readonly BookedEntry[]): string {
  return buildTreasuryCsv(statementOf(account, onDay(day, lines), day))
}
