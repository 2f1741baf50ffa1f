import type { Fen } from '@shebao/kernel'
import { readSigned } from './camt-amount.ts'
import type { ValueReader } from './read-value.ts'
import { findElement, textAt } from './xml-elements.ts'
import type { XmlElement } from './xml-elements.ts'

export interface Balance {
  amount: Fen
  day: string
}

/** Balances of a statement; the inner ones are those between its pages (SubTp INTM). */
export interface Balances {
  opening: Balance | undefined
  closing: Balance | undefined
  innerOpening: Balance | undefined
  innerClosing: Balance | undefined
}

const openingCodes = ['OPBD', 'PRCD'] as const
const closingCodes = ['CLBD'] as const

export function readBalances(statement: XmlElement, values: ValueReader): Balances {
  const all = statement.children.filter(({ name }) => name === 'Bal')
  const find = (codes: readonly string[], inner: boolean) =>
    codes
      .map((code) => all.find((one) => textAt(one, 'Tp/CdOrPrtry/Cd') === code && isInner(one) === inner))
      .find((balance) => balance !== undefined)
  const read = (codes: readonly string[], inner: boolean): Balance | undefined => {
    const found = find(codes, inner)
    const field = `Bal ${codes[0]}`
    if (!found) return undefined
    return {
      amount: readSigned(found, field, undefined, values),
      day: values.date(textAt(found, 'Dt/Dt|Dt/DtTm'), `${field} Dt`),
    }
  }
  return {
    opening: read(openingCodes, false),
    closing: read(closingCodes, false),
    innerOpening: read(openingCodes, true),
    innerClosing: read(closingCodes, true),
  }
}

const isInner = (balance: XmlElement) =>
  textAt(balance, 'Tp/SubTp/Cd') === 'INTM' || findElement(balance, 'Tp/SubTp/Prtry')?.text.trim() === 'INTM'
