import { describe, expect, it } from 'vitest'
import {
  balance,
  camtFile,
  detail,
  entry,
  page,
  sampleAccount,
  sampleStatement,
} from '../../../../testing/money/reconciliation/camt-samples.ts'
import { joinPages } from './join-pages.ts'
import { readStatement } from './read-statement.ts'
import type { ReadStatement } from './read-statement.types.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (file: string | Uint8Array, account = sampleAccount) =>
  readStatement(typeof file === 'string' ? bytesOf(file) : file, { account })

function whole(file: string | Uint8Array): ReadStatement {
  const result = read(file)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  expect([result.statements.length, result.pages.length]).toEqual([1, 0])
  return result.statements[0] as ReadStatement
}
const lines = ({ entries }: ReadStatement) =>
  entries.map(({ reference, amount, payerName }) => [reference, amount, payerName])
const codes = (file: string | Uint8Array) => {
  const result = read(file)
  return result.ok ? ['read'] : result.problems.map(({ code }) => code)
}
const plain = camtFile(sampleStatement())

describe('camt.053 as banks really send it', () => {
  it('in UTF-16 with its mark, whichever end comes first, and under whatever it declares', () => {
    const text = camtFile(sampleStatement(), { encoding: 'UTF-16' })
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(whole(little)).toEqual(whole(plain))
    const big = Buffer.from(little)
    expect(whole(big.swap16())).toEqual(whole(plain))
    // Declared so, and sent in single bytes after all.
    expect(whole(text)).toEqual(whole(plain))
  })

  it('with dates that carry a zone, and amounts that are padded or signed', () => {
    const zoned = plain.replaceAll('<Dt>2026-11-25</Dt>', '<Dt>2026-11-25+08:00</Dt>')
    expect(whole(zoned)).toEqual(whole(plain))
    expect(whole(plain.replaceAll(/>(\d+\.00)</g, '>000000000000$1<'))).toEqual(whole(plain))
    expect(whole(plain.replaceAll(/>(\d+\.00)</g, '>+$1<'))).toEqual(whole(plain))
    const out = (amount: string, side: string) =>
      camtFile(sampleStatement({ closing: '50.00', entries: entry({ amount, side }) }))
    expect(whole(out('-50.00', 'DBIT')).entries[0]?.amount).toBe(-50_00)
    expect(codes(out('-50.00', 'CRDT'))).toContain('BAD_VALUE')
  })

  it('with charges: the payer paid the whole, and what the bank kept is a line of its own', () => {
    const charges =
      '<Chrgs><Rcrd><Amt Ccy="CNY">26.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>'
    const charged = (amount: string) =>
      camtFile(
        sampleStatement({
          closing: '1600.00',
          entries: entry({ amount: '1500.00', details: detail('T1', amount, { side: 'CRDT', more: charges }) }),
        }),
      )
    expect(lines(whole(charged('1526.00')))).toEqual([
      ['T1', 1526_00, '甲公司'],
      ['T1/CHRG', -26_00, '甲公司'],
    ])
    // Told for information only: the sum holds without them.
    expect(lines(whole(charged('1500.00')))).toEqual([['T1', 1500_00, '甲公司']])
    expect(codes(charged('1527.00'))).toEqual(['SUM_MISMATCH'])
  })

  it('with details that have sides of their own', () => {
    const details = detail('T1', '80.00', { side: 'CRDT' }) + detail('T2', '30.00', { side: 'DBIT' })
    expect(lines(whole(camtFile(sampleStatement({ entries: entry({ details }) }))))).toEqual([
      ['T1', 80_00, '甲公司'],
      ['T2', -30_00, '社保经办处'],
    ])
  })

  it('with details in another currency: the booked amount counts', () => {
    const foreign = detail('T1', '7.00', { side: 'CRDT', currency: 'USD' })
    expect(lines(whole(camtFile(sampleStatement({ entries: entry({ details: foreign }) }))))).toEqual([
      ['T1', 50_00, '甲公司'],
    ])
    // Two of them that nobody converted stay one sum of the entry.
    expect(lines(whole(camtFile(sampleStatement({ entries: entry({ details: foreign + foreign }) }))))).toEqual([
      ['B1', 50_00, null],
    ])
  })

  it('without any reference: the line is named by what it says, the same in a corrected file', () => {
    const nameless = (amount: string) => entry({ reference: '', amount, details: detail('', '') })
    const one = whole(camtFile(sampleStatement({ entries: nameless('50.00') })))
    const two = whole(camtFile(sampleStatement({ closing: '157.00', entries: nameless('7.00') + nameless('50.00') })))
    expect(one.entries[0]?.reference).toMatch(/^~[0-9a-f]{20}$/)
    expect(two.entries[1]?.reference).toBe(one.entries[0]?.reference)
    expect(two.entries[0]?.reference).not.toBe(one.entries[0]?.reference)
  })

  it('names who paid: also of a payment that is reversed, and where only the one on whose behalf is named', () => {
    const reversed = entry({ side: 'DBIT', more: '<RvslInd>true</RvslInd>', details: detail('T1', '') })
    expect(lines(whole(camtFile(sampleStatement({ closing: '50.00', entries: reversed }))))).toEqual([
      ['T1', -50_00, '甲公司'],
    ])
    const behalf = detail('T1', '', { parties: '<RltdPties><UltmtDbtr><Nm>乙公司</Nm></UltmtDbtr></RltdPties>' })
    expect(lines(whole(camtFile(sampleStatement({ entries: entry({ details: behalf }) }))))).toEqual([
      ['T1', 50_00, '乙公司'],
    ])
  })

  it.each([
    ['DocumentEnvelope', ''],
    ['BizMsgEnvlp', '<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><Fr/></AppHdr>'],
  ])('in an envelope: %s', (envelope, header) => {
    const inner = plain.replace(/^<\?xml[^>]*>/, '')
    expect(whole(`<?xml version="1.0"?><${envelope}>${header}${inner}</${envelope}>`)).toEqual(whole(plain))
  })

  it('with one balance left out, it is what the other and the entries come to; without both it is refused', () => {
    const without = (balances: string) => camtFile(sampleStatement({ balances }))
    expect(whole(without(balance('OPBD', '100.00')))).toMatchObject({ openingBalance: 100_00, closingBalance: 150_00 })
    expect(whole(without(balance('CLBD', '150.00')))).toMatchObject({ openingBalance: 100_00, day: '2026-11-25' })
    expect(codes(without(''))).toEqual(['MISSING'])
  })

  it('never guesses whether an entry is booked', () => {
    expect(codes(camtFile(sampleStatement({ entries: entry({ status: '' }) })))).toContain('MISSING')
  })
})

describe('several statements in one file', () => {
  it('are split by account and day, and accounts that are not the office’s are named', () => {
    const second = sampleStatement({
      id: 'S2',
      balances: balance('OPBD', '150.00', { on: '2026-11-26' }) + balance('CLBD', '200.00', { on: '2026-11-26' }),
      entries: entry({ reference: 'B2', on: '2026-11-26' }),
    })
    const result = read(camtFile(sampleStatement() + second + sampleStatement({ id: 'X', account: '99' })))
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    expect(result.statements.map(({ day, openingBalance }) => [day, openingBalance])).toEqual([
      ['2026-11-25', 100_00],
      ['2026-11-26', 150_00],
    ])
    expect(result.otherAccounts).toEqual(['99'])
    expect(codes(camtFile(sampleStatement({ account: '99' })))).toEqual(['WRONG_ACCOUNT'])
  })
})

describe('pages of one statement', () => {
  const pageOf = (number: number, last: boolean, balances: string, reference = `PG-${number}`) =>
    sampleStatement({ more: page(number, last), balances, entries: entry({ reference }) })
  const first = pageOf(1, false, balance('OPBD', '100.00') + balance('CLBD', '150.00', { inner: true }))
  const second = pageOf(2, true, balance('OPBD', '150.00', { inner: true }) + balance('CLBD', '200.00'))
  const pagesOf = (...statements: string[]) => {
    const result = read(camtFile(statements.join('')))
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    expect(result.statements).toEqual([])
    return result.pages
  }

  it('are no day until all are there, in whatever order they come', () => {
    expect(joinPages(pagesOf(first))).toEqual({ kind: 'WAITING', missing: [0] })
    expect(joinPages(pagesOf(second))).toEqual({ kind: 'WAITING', missing: [1] })
    const both = joinPages([...pagesOf(second), ...pagesOf(first)])
    expect(both).toMatchObject({
      kind: 'WHOLE',
      statement: {
        openingBalance: 100_00,
        closingBalance: 200_00,
        entries: [{ reference: 'PG-1' }, { reference: 'PG-2' }],
      },
    })
    expect(joinPages(pagesOf(first, second))).toMatchObject({ kind: 'WHOLE', statement: { closingBalance: 200_00 } })
  })

  it('may each repeat the balances of the whole', () => {
    const ends = balance('OPBD', '100.00') + balance('CLBD', '200.00')
    expect(joinPages(pagesOf(pageOf(1, false, ends), pageOf(2, true, ends)))).toMatchObject({ kind: 'WHOLE' })
  })

  it('must each begin where the one before ends, and be there once', () => {
    const gap = pageOf(2, true, balance('OPBD', '140.00', { inner: true }) + balance('CLBD', '190.00'))
    expect(joinPages(pagesOf(first, gap))).toMatchObject({
      kind: 'REFUSED',
      problems: [{ code: 'BALANCE_MISMATCH', field: 'PgNb 2', stated: '140.00', expected: '150.00' }],
    })
    expect(joinPages(pagesOf(first, first))).toMatchObject({ problems: [{ code: 'PAGES_DIFFER' }] })
  })

  it('of a whole message count as well; one statement may hold the balances between its pages', () => {
    const paged = (number: number, last: boolean) =>
      `<MsgPgntn><PgNb>${number}</PgNb><LastPgInd>${String(last)}</LastPgInd></MsgPgntn>`
    const half = read(camtFile(sampleStatement({ balances: balance('OPBD', '100.00') }), { header: paged(1, false) }))
    expect(half).toMatchObject({ ok: true, statements: [], pages: [{ number: 1, last: false }] })
    expect(whole(camtFile(sampleStatement(), { header: paged(2, true) }))).toMatchObject({ closingBalance: 150_00 })
    const between = balance('CLBD', '120.00', { inner: true }) + balance('OPBD', '120.00', { inner: true })
    const balances = balance('OPBD', '100.00') + between + balance('CLBD', '150.00')
    expect(whole(camtFile(sampleStatement({ balances })))).toMatchObject({
      openingBalance: 100_00,
      closingBalance: 150_00,
    })
  })
})

it.each([
  ['camt.052', plain.replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt')],
  ['camt.054', plain.replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')],
  ['pain.001', '<Document><CstmrCdtTrfInitn/></Document>'],
  ['Excel XML 2003', '<?xml version="1.0"?><Workbook><Worksheet/></Workbook>'],
  ['MT940', ':20:STARTUMS\r\n:25:123\r\n'],
  ['HTML / MHT', '<html><table></table></html>'],
  ['PDF', '%PDF-1.7\n'],
  ['XLSX / ODS / ZIP', 'PK\u0003\u0004abc'],
  ['OFX / QFX', 'OFXHEADER:100\n'],
])('%s is told by its name', (stated, text) => {
  expect(read(text)).toMatchObject({ ok: false, problems: [{ code: 'WRONG_KIND', stated }] })
})
