import { formatYuan } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import type { ValueReader } from './read-value.ts'
import { findElement, textAt } from './xml-elements.ts'
import type { XmlElement } from './xml-elements.ts'

/** An amount of an element with its currency, which must be the yuan. */
export function readAmount(element: XmlElement, field: string, line: number | undefined, values: ValueReader): Fen {
  const amount = findElement(element, 'Amt')
  const currency = amount?.attributes['Ccy']
  if (amount && currency !== 'CNY')
    values.wrong({
      code: 'WRONG_CURRENCY',
      field,
      stated: currency ?? '',
      expected: 'CNY',
      ...(line === undefined ? {} : { line }),
    })
  const read = values.amount(amount?.text, `${field} Amt`, line)
  if (read >= 0) return read
  values.wrong({
    code: 'BAD_VALUE',
    field: `${field} Amt`,
    stated: formatYuan(read),
    expected: '≥ 0.00',
    ...(line === undefined ? {} : { line }),
  })
  return read
}

export function isDebit(element: XmlElement, field: string, line: number | undefined, values: ValueReader): boolean {
  const side = textAt(element, 'CdtDbtInd')
  if (side !== 'CRDT' && side !== 'DBIT')
    values.wrong({
      code: 'BAD_VALUE',
      field: `${field} CdtDbtInd`,
      stated: side ?? '',
      expected: 'CRDT / DBIT',
      ...(line === undefined ? {} : { line }),
    })
  return side === 'DBIT'
}
