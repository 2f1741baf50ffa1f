import { formatYuan } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { outgoing } from './read-value.ts'
import type { ValueReader } from './read-value.ts'
import { findElement, textAt } from './xml-elements.ts'
import type { XmlElement } from './xml-elements.ts'

const place = (line: number | undefined) => (line === undefined ? {} : { line })

/** What an element moves: its amount, which must be yuan, on its side. */
export function readSigned(element: XmlElement, field: string, line: number | undefined, values: ValueReader): Fen {
  const amount = findElement(element, 'Amt')
  const currency = amount?.attributes['Ccy']
  if (amount && currency !== 'CNY')
    values.wrong({ code: 'WRONG_CURRENCY', field, stated: currency ?? '', expected: 'CNY', ...place(line) })
  const read = values.amount(amount?.text, `${field} Amt`, line)
  const debit = isDebit(element, field, line, values)
  // A sign that says the same as the side is redundant; one that contradicts it could mean either.
  if (read < 0 && !debit)
    values.wrong({
      code: 'BAD_VALUE',
      field: `${field} Amt`,
      stated: `${formatYuan(read)} CRDT`,
      expected: '≥ 0.00',
      ...place(line),
    })
  return debit && read > 0 ? outgoing(read) : read
}

function isDebit(element: XmlElement, field: string, line: number | undefined, values: ValueReader): boolean {
  const side = textAt(element, 'CdtDbtInd')
  if (side !== 'CRDT' && side !== 'DBIT')
    values.wrong({
      code: 'BAD_VALUE',
      field: `${field} CdtDbtInd`,
      stated: side ?? '',
      expected: 'CRDT / DBIT',
      ...place(line),
    })
  return side === 'DBIT'
}
