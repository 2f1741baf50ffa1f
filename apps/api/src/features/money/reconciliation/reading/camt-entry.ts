import { formatYuan, sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { readSigned } from './camt-amount.ts'
import { divideEntry } from './camt-details.ts'
import { contentReference } from './content-reference.ts'
import { readParty } from './camt-party.ts'
import type { ReadEntry } from './read-statement.types.ts'
import { optionalText } from './read-value.ts'
import type { ValueReader } from './read-value.ts'
import { findElement, textAt } from './xml-elements.ts'
import type { XmlElement } from './xml-elements.ts'

export interface CamtEntry {
  amount: Fen
  /** Not booked (Sts other than BOOK): announced, and not money yet. */
  pending: boolean
  bookedOn: string
  /** One for each transaction of a batch that the bank booked as one sum. */
  parts: ReadEntry[]
}

export function readCamtEntry(element: XmlElement, line: number, values: ValueReader): CamtEntry {
  const problemsBefore = values.problems.length
  const amount = readSigned(element, 'Ntry', line, values)
  const status = textAt(element, 'Sts/Cd') ?? textAt(element, 'Sts')
  // Whether money came is nothing to be guessed.
  if (!status) values.wrong({ code: 'MISSING', line, field: 'Sts' })
  if (status !== 'BOOK') return { amount, pending: true, bookedOn: '', parts: [] }
  const booking = textAt(element, 'BookgDt/Dt|BookgDt/DtTm')
  const valueDate = values.date(textAt(element, 'ValDt/Dt|ValDt/DtTm') ?? booking, 'ValDt', line)
  const parts = readParts(element, { amount, valueDate, line }, values)
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
  const bookedOn = booking === undefined ? valueDate : values.date(booking, 'BookgDt', line)
  return { amount, pending: false, bookedOn, parts }
}

interface EntryFacts {
  amount: Fen
  valueDate: string
  line: number
}

function readParts(element: XmlElement, entry: EntryFacts, values: ValueReader): ReadEntry[] {
  const details = element.children
    .filter(({ name }) => name === 'NtryDtls')
    .flatMap(({ children }) => children.filter(({ name }) => name === 'TxDtls'))
  const [only] = details
  const repeatsEntry = details.length === 1 && only && !findElement(only, 'Amt')
  const divided = repeatsEntry ? undefined : divideEntry(details, entry.amount, entry.line, values)
  if (!divided || divided.length === 0) return [partOf(element, repeatsEntry ? only : element, false, entry)]
  return divided.flatMap(({ element: detail, amount, charges }) => {
    const part = partOf(element, detail, divided.length > 1, { ...entry, amount })
    if (charges === 0) return [part]
    // What the bank kept is a line of its own: the payer paid the whole, and the account got the rest.
    return [part, { ...part, reference: `${part.reference}/CHRG`.slice(0, 100), endToEndId: null, amount: charges }]
  })
}

function partOf(
  entry: XmlElement,
  detail: XmlElement,
  ofBatch: boolean,
  { amount, valueDate, line }: EntryFacts,
): ReadEntry {
  const reversal = textAt(entry, 'RvslInd') === 'true' || textAt(entry, 'RvslInd') === '1'
  const part = {
    ...readParty(detail, amount < 0 !== reversal),
    lineNo: line,
    endToEndId: provided(textAt(detail, 'Refs/EndToEndId')),
    amount,
    valueDate,
    remittance: readRemittance(entry, detail),
  }
  const own = provided(textAt(detail, 'Refs/AcctSvcrRef|Refs/TxId|Refs/InstrId'))
  const ofEntry = ofBatch ? null : provided(textAt(entry, 'AcctSvcrRef|NtryRef'))
  return { ...part, reference: own ?? ofEntry ?? contentReference(part) }
}

function readRemittance(entry: XmlElement, detail: XmlElement): string | null {
  const info = findElement(detail, 'RmtInf')
  const lines = (info?.children ?? []).flatMap((child) => {
    if (child.name === 'Ustrd') return [child.text.trim()]
    const structured = textAt(child, 'CdtrRefInf/Ref')
    return structured ? [structured] : []
  })
  return optionalText(lines.join(' ')) ?? optionalText(textAt(detail, 'AddtlTxInf') ?? textAt(entry, 'AddtlNtryInf'))
}

const provided = (text: string | undefined) => (text && text !== 'NOTPROVIDED' ? text.slice(0, 100) : null)
