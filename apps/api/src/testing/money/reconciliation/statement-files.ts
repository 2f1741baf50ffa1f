import { buildCamt053, buildStatementCsv, buildTreasuryCsv, statementOf } from '@shebao/sandbox-bank/statement'
import type { BookedEntry } from '@shebao/sandbox-bank/statement'
import { findNeighbours } from '../../../features/money/reconciliation/statement-state.repository.ts'
import type { Platform } from '../../../platform/platform.ts'
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

/**
 * The same file, opening with what the account held at the end of the last statement before its day: tests that share an office make
 * files by themselves, and each of the bank's begins where the one before ended.
 */
export async function continuing(platform: Platform, text: string): Promise<string> {
  const day = /^FILE,BANK,[^,]*,[^,]*,[^,]*,(\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? camtDay(text)
  if (day === undefined) return text
  const { before } = await findNeighbours(platform, { account: account.number, day })
  const shift = (opening: string) => (before?.closing ?? 0n) - fenOf(opening)
  const moved = (figure: string, by: bigint) => yuanOf(fenOf(figure) + by)
  return text
    .replace(
      /^TOTAL,([^,]*),([^,]*),([^,]*),([^,\r]*)/m,
      (_whole, count: string, sum: string, opening: string, closing: string) =>
        `TOTAL,${count},${sum},${moved(opening, shift(opening))},${moved(closing, shift(opening))}`,
    )
    .replaceAll(camtBalance, (_whole, head: string, figure: string) => {
      const opening = new RegExp(camtBalance.source).exec(text)?.[2] ?? '0'
      return `${head}${moved(figure, shift(opening))}`
    })
}

const camtBalance = /(<Cd>(?:OPBD|CLBD)<\/Cd><\/CdOrPrtry><\/Tp><Amt Ccy="CNY">)([\d.]+)/g
const camtDay = (text: string) => /<Cd>CLBD<\/Cd>.*?<Dt><Dt>(\d{4}-\d{2}-\d{2})/s.exec(text)?.[1]
const fenOf = (figure: string) => BigInt(Math.round(Number(figure) * 100))
function yuanOf(amount: bigint): string {
  const size = amount < 0n ? -amount : amount
  return `${amount < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}
