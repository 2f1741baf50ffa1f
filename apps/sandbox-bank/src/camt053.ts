import { plainYuan, sumOf } from './statement.ts'
import type { BookedEntry, DayStatement } from './statement.ts'

const namespace = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'
/** The standard's texts of identification hold 35 characters; a longer one is left out, as the standard provides. */
const longestId = 35
const notProvided = 'NOTPROVIDED'

/**
 * The day's statement as ISO 20022 camt.053.001.08. Pure: the same statement gives the same bytes. The order of the elements
 * is the schema's.
 */
export function buildCamt053(statement: DayStatement): string {
  const createdAt = `${statement.day}T23:59:59+08:00`
  const body = element(
    'BkToCstmrStmt',
    element(
      'GrpHdr',
      text('MsgId', statement.number),
      text('CreDtTm', createdAt),
      element('MsgPgntn', text('PgNb', '1'), text('LastPgInd', 'true')),
    ),
    element(
      'Stmt',
      text('Id', statement.number),
      text('ElctrncSeqNb', String(statement.sequence)),
      text('CreDtTm', createdAt),
      element('FrToDt', text('FrDtTm', `${statement.day}T00:00:00+08:00`), text('ToDtTm', createdAt)),
      accountOf(statement),
      balance('OPBD', statement.opening, statement.day),
      balance('CLBD', statement.closing, statement.day),
      summary(statement.entries),
      ...statement.entries.map(entry),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}">${body}</Document>\n`
}

function accountOf({ account }: DayStatement): string {
  return element(
    'Acct',
    element('Id', element('Othr', text('Id', account.number))),
    text('Ccy', 'CNY'),
    text('Nm', account.name),
    element('Svcr', element('FinInstnId', text('Nm', account.bank))),
  )
}

function balance(code: 'OPBD' | 'CLBD', amount: number, day: string): string {
  return element(
    'Bal',
    element('Tp', element('CdOrPrtry', text('Cd', code))),
    ...signed(amount),
    element('Dt', text('Dt', day)),
  )
}

function summary(entries: readonly BookedEntry[]): string {
  const total = sumOf(entries)
  const credits = entries.filter(({ amount }) => amount >= 0)
  const debits = entries.filter(({ amount }) => amount < 0)
  return element(
    'TxsSummry',
    element(
      'TtlNtries',
      text('NbOfNtries', String(entries.length)),
      text('Sum', plainYuan(sumOf(credits) - sumOf(debits))),
      element('TtlNetNtry', text('Amt', plainYuan(Math.abs(total))), direction(total)),
    ),
    element('TtlCdtNtries', text('NbOfNtries', String(credits.length)), text('Sum', plainYuan(sumOf(credits)))),
    element('TtlDbtNtries', text('NbOfNtries', String(debits.length)), text('Sum', plainYuan(-sumOf(debits)))),
  )
}

function entry(booked: BookedEntry, index: number): string {
  return element(
    'Ntry',
    text('NtryRef', String(index + 1)),
    ...signed(booked.amount),
    element('Sts', text('Cd', 'BOOK')),
    element('BookgDt', text('Dt', booked.bookedOn)),
    element('ValDt', text('Dt', booked.valueDate)),
    text('AcctSvcrRef', booked.reference),
    element('BkTxCd', element('Domn', text('Cd', 'PMNT'), element('Fmly', ...transactionCode(booked)))),
    element('NtryDtls', details(booked)),
  )
}

function transactionCode({ amount, directDebit }: BookedEntry): string[] {
  if (directDebit) return [text('Cd', 'IDDT'), text('SubFmlyCd', 'PMDD')]
  return [text('Cd', amount < 0 ? 'ICDT' : 'RCDT'), text('SubFmlyCd', 'DMCT')]
}

function details({ reference, endToEndId, amount, payerName, payerAccount, remittance }: BookedEntry): string {
  const party = amount < 0 ? 'Cdtr' : 'Dbtr'
  return element(
    'TxDtls',
    element(
      'Refs',
      text('AcctSvcrRef', reference),
      text('EndToEndId', endToEndId !== null && endToEndId.length <= longestId ? endToEndId : notProvided),
    ),
    ...signed(amount),
    element(
      'RltdPties',
      element(party, element('Pty', text('Nm', payerName))),
      element(`${party}Acct`, element('Id', element('Othr', text('Id', payerAccount)))),
    ),
    element('RmtInf', text('Ustrd', remittance)),
  )
}

const direction = (amount: number) => text('CdtDbtInd', amount < 0 ? 'DBIT' : 'CRDT')
const signed = (amount: number) => [`<Amt Ccy="CNY">${plainYuan(Math.abs(amount))}</Amt>`, direction(amount)]

function element(name: string, ...children: string[]): string {
  return `<${name}>${children.join('')}</${name}>`
}

function text(name: string, value: string): string {
  return element(
    name,
    value.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`),
  )
}
