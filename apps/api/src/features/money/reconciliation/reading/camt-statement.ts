import { subtractFen, sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { readBalances } from './camt-balances.ts'
import type { Balances } from './camt-balances.ts'
import type { CamtEntry } from './camt-entry.ts'
import type { ReadPage, ReadStatement, StatedTotals } from './read-statement.types.ts'
import type { ValueReader } from './read-value.ts'
import { findElement, textAt } from './xml-elements.ts'
import type { XmlElement } from './xml-elements.ts'

/** One Stmt as it was met: its entries, read, and everything else of it. */
export interface CamtParts {
  head: XmlElement[]
  entries: CamtEntry[]
  /** Entries of the statements before it in the file. */
  before: number
}

export type CamtStatement =
  | { kind: 'WHOLE'; statement: ReadStatement; totals: StatedTotals; counted: { amount: Fen }[] }
  | { kind: 'PAGE'; page: ReadPage }

export function finishCamtStatement(
  { head, entries }: CamtParts,
  header: XmlElement | undefined,
  values: ValueReader,
): CamtStatement {
  const element: XmlElement = { name: 'Stmt', attributes: {}, children: head, text: '' }
  const balances = readBalances(element, values)
  const summary = readSummary(element, values)
  const booked = entries.flatMap(({ parts }) => parts)
  const paging = readPaging(element, header, balances, values)
  const { opening, closing } = paging
    ? { opening: balances.opening?.amount, closing: balances.closing?.amount }
    : bothBalances(balances, sumFen(booked.map(({ amount }) => amount)), values)
  const statement: ReadStatement = {
    source: 'BANK',
    format: 'CAMT053',
    account: values.text(textAt(element, 'Acct/Id/Othr/Id|Acct/Id/IBAN'), 'Acct/Id').replaceAll(/[\s-]/g, ''),
    statementNo: values.text(textAt(element, 'Id'), 'Stmt/Id'),
    day: dayOf(element, balances, entries, values),
    openingBalance: opening ?? null,
    closingBalance: closing ?? null,
    entries: booked,
    pending: entries.filter(({ pending }) => pending).length,
  }
  const counted = entries.map(({ amount }) => amount)
  if (!paging)
    return {
      kind: 'WHOLE',
      statement,
      totals: { ...summary, opening, closing },
      counted: counted.map((amount) => ({ amount })),
    }
  const first = paging.number === 1
  return {
    kind: 'PAGE',
    page: {
      ...paging,
      statement,
      // Many banks repeat the balances of the whole on every page.
      from: balances.innerOpening?.amount ?? (first ? (opening ?? null) : null),
      to: balances.innerClosing?.amount ?? (paging.last ? (closing ?? null) : null),
      totals: summary,
      counted,
    },
  }
}

/** A balance that the bank left out is what the other one and the entries come to; with neither nothing can be checked. */
function bothBalances({ opening, closing }: Balances, moved: Fen, values: ValueReader) {
  if (opening && closing) return { opening: opening.amount, closing: closing.amount }
  if (opening) return { opening: opening.amount, closing: sumFen([opening.amount, moved]) }
  if (closing) return { opening: subtractFen(closing.amount, moved), closing: closing.amount }
  values.wrong({ code: 'MISSING', field: 'Bal OPBD / CLBD' })
  return { opening: undefined, closing: undefined }
}

/** The booking day a statement covers: of its closing balance, or of its entries. */
function dayOf(element: XmlElement, balances: Balances, entries: readonly CamtEntry[], values: ValueReader): string {
  const days = [...new Set(entries.flatMap(({ bookedOn, pending }) => (pending || bookedOn === '' ? [] : [bookedOn])))]
  const stated = balances.closing?.day ?? balances.innerClosing?.day
  const until = textAt(element, 'FrToDt/ToDtTm|FrToDt/ToDt')
  const day = stated ?? (until === undefined ? undefined : values.date(until, 'FrToDt')) ?? days.toSorted().at(-1)
  if (day !== undefined) return day
  return balances.opening?.day ?? values.date(textAt(element, 'CreDtTm'), 'CreDtTm')
}

/** Nothing where the statement is whole: without paging, as the only page, or with both its balances under a paged message. */
function readPaging(
  element: XmlElement,
  header: XmlElement | undefined,
  { opening, closing }: Balances,
  values: ValueReader,
): { number: number; last: boolean } | undefined {
  const own = findElement(element, 'StmtPgntn')
  const ofMessage = opening && closing ? undefined : header && findElement(header, 'MsgPgntn')
  const paging = own ?? ofMessage
  if (!paging) return undefined
  const text = textAt(paging, 'PgNb') ?? ''
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (number < 1) values.wrong({ code: 'BAD_VALUE', field: 'PgNb', stated: text.slice(0, 20), expected: '1…' })
  const last = ['true', '1'].includes(textAt(paging, 'LastPgInd') ?? '')
  return number === 1 && last ? undefined : { number, last }
}

/** The summary is optional in the standard. */
function readSummary(statement: XmlElement, values: ValueReader): StatedTotals {
  const figure = (path: string) => {
    const text = textAt(statement, `TxsSummry/${path}`)
    if (text === undefined) return undefined
    if (/^\d{1,9}$/.test(text)) return Number(text)
    values.wrong({ code: 'BAD_VALUE', field: path, stated: text.slice(0, 40), expected: '0…' })
    return undefined
  }
  const money = (path: string) => {
    const text = textAt(statement, `TxsSummry/${path}`)
    return text === undefined ? undefined : values.amount(text, path)
  }
  return {
    count: figure('TtlNtries/NbOfNtries'),
    turnover: money('TtlNtries/Sum'),
    creditCount: figure('TtlCdtNtries/NbOfNtries'),
    creditSum: money('TtlCdtNtries/Sum'),
    debitCount: figure('TtlDbtNtries/NbOfNtries'),
    debitSum: money('TtlDbtNtries/Sum'),
  }
}
