import { formatYuan, sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { isDebit, readAmount } from './camt-amount.ts'
import type { ReadEntry } from './read-statement.types.ts'
import { optionalText, outgoing } from './read-value.ts'
import type { ValueReader } from './read-value.ts'
import { findElement, textAt } from './xml-elements.ts'
import type { XmlElement } from './xml-elements.ts'

export interface CamtEntry {
  amount: Fen
  /** Not booked (Sts other than BOOK): announced, and not money yet. */
  pending: boolean
  /** One for each transaction of a batch that the bank booked as one sum. */
  parts: ReadEntry[]
}

export function readCamtEntry(element: XmlElement, line: number, values: ValueReader): CamtEntry {
  const problemsBefore = values.problems.length
  const size = readAmount(element, 'Ntry', line, values)
  const amount = isDebit(element, 'Ntry', line, values) ? outgoing(size) : size
  const status = textAt(element, 'Sts/Cd') ?? textAt(element, 'Sts')
  if (status !== 'BOOK') return { amount, pending: true, parts: [] }
  const valueDate = values.date(textAt(element, 'ValDt/Dt|ValDt/DtTm|BookgDt/Dt|BookgDt/DtTm'), 'ValDt', line)
  const details = element.children
    .filter(({ name }) => name === 'NtryDtls')
    .flatMap(({ children }) => children.filter(({ name }) => name === 'TxDtls'))
  const transactions = details.length > 1 ? details : [details[0] ?? element]
  const parts = transactions.map((detail) => ({
    ...readParty(detail, amount < 0),
    lineNo: line,
    reference: readReference(element, detail, details.length > 1, line, values),
    endToEndId: provided(textAt(detail, 'Refs/EndToEndId')),
    // A single part repeats the entry's amount, if it says one at all.
    amount: details.length > 1 || findElement(detail, 'Amt') ? readPart(detail, amount < 0, line, values) : amount,
    valueDate,
    remittance: readRemittance(element, detail),
  }))
  const sum = sumFen(parts.map((part) => part.amount))
  // What could not be read would only make a wrong sum.
  if (sum !== amount && values.problems.length === problemsBefore)
    values.wrong({
      code: 'SUM_MISMATCH',
      line,
      field: 'NtryDtls/TxDtls',
      stated: formatYuan(amount),
      expected: formatYuan(sum),
    })
  return { amount, pending: false, parts }
}

/** In version 2 the amount of a part stands under AmtDtls/TxAmt, later in the part itself. */
function readPart(detail: XmlElement, debit: boolean, line: number, values: ValueReader): Fen {
  const holder = findElement(detail, 'Amt') ? detail : (findElement(detail, 'AmtDtls/TxAmt') ?? detail)
  const size = readAmount(holder, 'TxDtls', line, values)
  return debit ? outgoing(size) : size
}

function readReference(
  entry: XmlElement,
  detail: XmlElement,
  ofBatch: boolean,
  line: number,
  values: ValueReader,
): string {
  const own = textAt(detail, 'Refs/AcctSvcrRef|Refs/TxId|Refs/InstrId')
  const ofEntry = textAt(entry, 'AcctSvcrRef|NtryRef')
  return values.text(provided(own) ?? (ofBatch ? undefined : ofEntry), 'AcctSvcrRef', line, 100)
}

function readParty(detail: XmlElement, debit: boolean): Pick<ReadEntry, 'payerName' | 'payerAccount'> {
  const role = debit ? 'Cdtr' : 'Dbtr'
  return {
    payerName: optionalText(textAt(detail, `RltdPties/${role}/Nm|RltdPties/${role}/Pty/Nm`), 140),
    payerAccount: optionalText(textAt(detail, `RltdPties/${role}Acct/Id/Othr/Id|RltdPties/${role}Acct/Id/IBAN`), 40),
  }
}

function readRemittance(entry: XmlElement, detail: XmlElement): string | null {
  const info = findElement(detail, 'RmtInf')
  const lines = (info?.children ?? []).flatMap((child) => {
    if (child.name === 'Ustrd') return [child.text.trim()]
    const structured = textAt(child, 'CdtrRefInf/Ref')
    return structured ? [structured] : []
  })
  return optionalText(lines.join(' ')) ?? optionalText(textAt(entry, 'AddtlNtryInf'))
}

const provided = (text: string | undefined) => (text && text !== 'NOTPROVIDED' ? text.slice(0, 100) : null)
