import { addFen, sumFen, ZERO_FEN } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { outgoing } from './read-value.ts'
import type { ValueReader } from './read-value.ts'
import { findElement, textAt } from './xml-elements.ts'
import type { XmlElement } from './xml-elements.ts'

/** One transaction of an entry, and what the bank kept of it. */
export interface CamtDetail {
  element: XmlElement
  amount: Fen
  /** Negative: the bank's charge that the entry's sum is less by. */
  charges: Fen
}

/**
 * How an entry divides among its transactions. Each has a side of its own where it says one, else the entry's. Charges count only
 * where the sum needs them: many banks repeat them for information. `undefined`: amounts in other currencies that nobody
 * converted, so that the entry stays one sum.
 */
export function divideEntry(
  details: readonly XmlElement[],
  entry: Fen,
  line: number,
  values: ValueReader,
): CamtDetail[] | undefined {
  const read = details.map((element): CamtDetail | undefined => {
    const amount = detailAmount(element, entry < 0, line, values)
    return amount === undefined ? undefined : { element, amount, charges: chargesOf(element, line, values) }
  })
  const known = read.filter((detail) => detail !== undefined)
  if (known.length < details.length) {
    const [only] = details
    // A single transaction is the entry, whatever it was in the payer's currency.
    return details.length === 1 && only ? [{ element: only, amount: entry, charges: ZERO_FEN }] : undefined
  }
  const plain = sumFen(known.map(({ amount }) => amount))
  const net = addFen(plain, sumFen(known.map(({ charges }) => charges)))
  return plain !== entry && net === entry ? known : known.map((detail) => ({ ...detail, charges: ZERO_FEN }))
}

/** In yuan: the amount itself, or the one it was converted to. Version 2 has it under AmtDtls. */
function detailAmount(element: XmlElement, entryDebit: boolean, line: number, values: ValueReader): Fen | undefined {
  const paths = ['Amt', 'AmtDtls/TxAmt/Amt', 'AmtDtls/CntrValAmt/Amt', 'AmtDtls/InstdAmt/Amt']
  const stated = paths.flatMap((path) => findElement(element, path) ?? [])
  const amount = stated.find(({ attributes }) => attributes['Ccy'] === 'CNY')
  if (!amount) return undefined
  const size = values.amount(amount.text, 'TxDtls Amt', line)
  const side = textAt(element, 'CdtDbtInd')
  if (side !== undefined && side !== 'CRDT' && side !== 'DBIT')
    values.wrong({ code: 'BAD_VALUE', line, field: 'TxDtls CdtDbtInd', stated: side, expected: 'CRDT / DBIT' })
  const debit = side === undefined ? entryDebit : side === 'DBIT'
  return debit && size > 0 ? outgoing(size) : size
}

/** From version 4 each charge is a record; in version 2 it is the element itself. */
function chargesOf(element: XmlElement, line: number, values: ValueReader): Fen {
  const records = element.children
    .filter(({ name }) => name === 'Chrgs')
    .flatMap((charges) => {
      const own = charges.children.filter(({ name }) => name === 'Rcrd')
      return own.length > 0 ? own : [charges]
    })
  return sumFen(
    records.flatMap((record) => {
      const amount = findElement(record, 'Amt')
      if (amount?.attributes['Ccy'] !== 'CNY') return []
      const size = values.amount(amount.text, 'Chrgs Amt', line)
      return [textAt(record, 'CdtDbtInd') === 'CRDT' ? size : outgoing(size)]
    }),
  )
}
