import type { Fen } from '@shebao/kernel'
import { isDebit, readAmount } from './camt-amount.ts'
import { readCamtEntry } from './camt-entry.ts'
import type { CamtEntry } from './camt-entry.ts'
import { checkTotals } from './check-totals.ts'
import type { StatedTotals } from './check-totals.ts'
import { StatementRefused } from './read-statement.types.ts'
import type { ReadingLimits, ReadStatement } from './read-statement.types.ts'
import { createValueReader, outgoing } from './read-value.ts'
import type { ValueReader } from './read-value.ts'
import { readXmlElements, textAt } from './xml-elements.ts'
import type { XmlElement } from './xml-elements.ts'

const statementPath = ['Document', 'BkToCstmrStmt', 'Stmt']

interface Parts {
  head: XmlElement[]
  entries: CamtEntry[]
}

/** ISO 20022 camt.053 of any version (.001.02 and later). Throws `StatementRefused`, or gives what else is wrong with it. */
export function readCamt053(
  text: string,
  limits: ReadingLimits,
): { statement: ReadStatement; problems: ValueReader['problems'] } {
  const values = createValueReader()
  const { head, entries } = readParts(text, limits, values)
  const statement: XmlElement = { name: 'Stmt', attributes: {}, children: head, text: '' }
  const opening = readBalance(statement, ['OPBD', 'PRCD'], values)
  const closing = readBalance(statement, ['CLBD'], values)
  const booked = entries.filter(({ pending }) => !pending).flatMap(({ parts }) => parts)
  const checked = checkTotals(
    { ...readSummary(statement, values), opening: opening?.amount, closing: closing?.amount },
    entries.map(({ amount }) => ({ amount })),
    booked,
  )
  return {
    statement: {
      source: 'BANK',
      format: 'CAMT053',
      account: values.text(textAt(statement, 'Acct/Id/Othr/Id|Acct/Id/IBAN'), 'Acct/Id').replaceAll(/[\s-]/g, ''),
      statementNo: values.text(textAt(statement, 'Id'), 'Stmt/Id'),
      day: closing?.day ?? '',
      openingBalance: opening?.amount ?? null,
      closingBalance: closing?.amount ?? null,
      entries: booked,
      pending: entries.length - entries.filter(({ pending }) => !pending).length,
    },
    // Figures that could not be read would only make wrong sums of them.
    problems: [...values.problems, ...(values.problems.length === 0 ? checked : [])],
  }
}

function readParts(text: string, limits: ReadingLimits, values: ValueReader): Parts {
  const head: XmlElement[] = []
  const entries: CamtEntry[] = []
  let statements = 0
  let booked = 0
  readXmlElements(
    text,
    (path) => path.length === statementPath.length + 1 && statementPath.every((name, index) => path[index] === name),
    (element) => {
      if (element.name !== 'Ntry') return void head.push(element)
      const entry = readCamtEntry(element, entries.length + 1, values)
      booked += entry.parts.length
      if (booked > limits.maxEntries)
        throw new StatementRefused({ code: 'TOO_MANY_ENTRIES', expected: `≤ ${limits.maxEntries}` })
      entries.push(entry)
    },
    (path) => {
      if (path.length === 2 && path[1] !== 'BkToCstmrStmt')
        throw new StatementRefused({ code: 'NOT_A_STATEMENT', stated: path.join('/') })
      if (path.length === 3 && path[2] === 'Stmt') statements += 1
    },
  )
  if (statements === 0) throw new StatementRefused({ code: 'NOT_A_STATEMENT', stated: 'Document' })
  if (statements > 1)
    throw new StatementRefused({ code: 'SEVERAL_STATEMENTS', stated: String(statements), expected: '1' })
  return { head, entries }
}

function readBalance(
  statement: XmlElement,
  codes: readonly string[],
  values: ValueReader,
): { amount: Fen; day: string } | undefined {
  const balances = statement.children.filter(({ name }) => name === 'Bal')
  const found = codes
    .map((code) => balances.find((balance) => textAt(balance, 'Tp/CdOrPrtry/Cd') === code))
    .find((balance) => balance !== undefined)
  const field = `Bal ${codes[0]}`
  if (!found) {
    values.wrong({ code: 'MISSING', field })
    return undefined
  }
  const size = readAmount(found, field, undefined, values)
  const day = values.date(textAt(found, 'Dt/Dt|Dt/DtTm'), `${field} Dt`)
  return { amount: isDebit(found, field, undefined, values) ? outgoing(size) : size, day }
}

/** The summary is optional in the standard; the balances are not. */
function readSummary(statement: XmlElement, values: ValueReader): StatedTotals {
  const figure = (path: string) => {
    const text = textAt(statement, `TxsSummry/${path}`)
    if (text === undefined) return undefined
    if (/^\d{1,9}$/.test(text)) return Number(text)
    values.wrong({ code: 'BAD_VALUE', field: path, stated: text, expected: '0…' })
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
