import { fen, formatYuan } from '@shebao/kernel'
import { buildCamt053, buildStatementCsv, buildTreasuryCsv, statementOf } from '@shebao/sandbox-bank/statement'
import type { BookedEntry } from '@shebao/sandbox-bank/statement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOffThread } from './read-off-thread.ts'
import { readStatement } from './read-statement.ts'
import type { ReadResult, ReadStatement } from './read-statement.types.ts'

const account = { number: '1100600000000018', name: '社会保险基金收入户（示范）', bank: '示范银行' }
const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (file: string | Uint8Array) =>
  readStatement(typeof file === 'string' ? bytesOf(file) : file, { account: account.number })

function booked(reference: string, amount: number, change: Partial<BookedEntry> = {}): BookedEntry {
  return {
    reference,
    endToEndId: `key-${reference}`,
    amount,
    directDebit: false,
    bookedOn: '2026-11-24',
    valueDate: '2026-11-24',
    payerName: '示例单位 <一> & 合作社',
    payerAccount: '6200123456789012',
    remittance: `JF202610000001, "第十月"`,
    ...change,
  }
}
const history = [
  booked('SB1', 370_300, { bookedOn: '2026-11-23' }),
  booked('SB2', 370_300),
  booked('SB3', 102_33, { endToEndId: null }),
  booked('SB4', -50_000),
]
const statement = statementOf(account, history, '2026-11-24')
const camt = buildCamt053(statement)
const csv = buildStatementCsv(statement)
const treasury = buildTreasuryCsv(statement)

function good(result: ReadResult): ReadStatement {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const [statement, ...more] = result.statements
  if (!statement || more.length > 0 || result.pages.length > 0) throw new Error('not one whole statement')
  return statement
}
const codes = (result: ReadResult) => (result.ok ? ['read'] : result.problems.map(({ code }) => code))
const first = (result: ReadResult) => (result.ok ? undefined : result.problems[0])

describe('a whole file', () => {
  it('is read to the fen, camt.053 and CSV alike', () => {
    const fromXml = good(read(camt))
    expect(fromXml).toMatchObject({
      source: 'BANK',
      format: 'CAMT053',
      account: account.number,
      statementNo: statement.number,
      day: '2026-11-24',
      openingBalance: 370_300,
      closingBalance: 370_300 + 370_300 + 102_33 - 50_000,
      pending: 0,
    })
    expect(
      fromXml.entries.map(({ reference, endToEndId, amount, payerName }) => [reference, endToEndId, amount, payerName]),
    ).toEqual([
      ['SB2', 'key-SB2', 370_300, '示例单位 <一> & 合作社'],
      ['SB3', null, 102_33, '示例单位 <一> & 合作社'],
      ['SB4', 'key-SB4', -50_000, '示例单位 <一> & 合作社'],
    ])
    const fromCsv = good(read(csv))
    const plain = ({ entries }: ReadStatement) => entries.map(({ lineNo: _line, ...entry }) => entry)
    expect(plain(fromCsv)).toEqual(plain(fromXml))
    expect({ ...fromCsv, format: 'CAMT053', entries: [] }).toEqual({ ...fromXml, entries: [] })
  })

  it('of the treasury has no balances', () => {
    expect(good(read(treasury))).toMatchObject({ source: 'TREASURY', openingBalance: null, closingBalance: null })
  })

  it.each(Array.from({ length: 12 }, (_one, index) => `001.${String(index + 2).padStart(2, '0')}`))(
    'is read in version %s of the standard, with any prefix',
    (version) => {
      const prefixed = camt
        .replace('camt.053.001.08', `camt.053.${version}`)
        .replaceAll(/<(\/?)(?!\?)([A-Z])/g, '<$1ns:$2')
        .replace('xmlns=', 'xmlns:ns=')
      expect(good(read(prefixed)).entries).toHaveLength(3)
    },
  )

  it('of an older version has its status as text and its party without a wrapper', () => {
    const old = camt
      .replaceAll('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>')
      .replaceAll(/<(Dbtr|Cdtr)><Pty>(.*?)<\/Pty><\/\1>/g, '<$1>$2</$1>')
    expect(good(read(old))).toEqual(good(read(camt)))
  })

  it('of a day without money is a statement too', () => {
    expect(good(read(buildCamt053(statementOf(account, history, '2026-11-25')))).entries).toEqual([])
    expect(good(read(buildStatementCsv(statementOf(account, history, '2026-11-25')))).entries).toEqual([])
  })

  it('for people is read with the words of its columns, in either language and encoding', () => {
    const table = `中国示范银行对账单
账号：1100600000000018,币种,人民币,对账单编号,DZ20261124
对账日期,2026-11-24,期初余额,"3,703.00"
序号,交易日期,流水号,借方金额,贷方金额,对方户名,对方账号,附言
1,20261124,SB2,,"3,703.00",示例单位,6200,JF202610000001
2,2026/11/24,SB4,500.00,0.00,示例单位,6200,退款
合计,笔数,2,金额,3203.00,期末余额,6906.00
`
    const expected = { day: '2026-11-24', statementNo: 'DZ20261124', openingBalance: 370_300, closingBalance: 690_600 }
    const fromUtf8 = good(read(`\uFEFF${table}`))
    expect(fromUtf8).toMatchObject(expected)
    expect(fromUtf8.entries.map(({ amount, lineNo }) => [amount, lineNo])).toEqual([
      [370_300, 5],
      [-50_000, 6],
    ])
    // 账号 in GB 18030, as banks send it: written by hand, since nothing here encodes it.
    const english = `Account,1100600000000018,Currency,CNY,Statement no.,S1
Statement date,2026-11-24,Opening balance,0.00
Date,Reference,Direction,Amount,Payer,Purpose
2026-11-24,SB2,CREDIT,3703.00,Unit,JF202610000001
TOTAL,Count,1,Sum,3703.00,Closing balance,3703.00
`
    expect(good(read(english)).entries[0]).toMatchObject({ amount: 370_300, payerName: 'Unit' })
    const chinese = new Uint8Array([0xca, 0xbe, 0xc0, 0xfd]) // 示例
    const [before = '', after = ''] = english.split('Unit')
    expect(good(read(Buffer.concat([bytesOf(before), chinese, bytesOf(after)]))).entries[0]?.payerName).toBe('示例')
  })

  it('may hold a batch that the bank booked as one sum: each part is money of its own', () => {
    const part = (reference: string, amount: string) =>
      `<TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef><EndToEndId>key-${reference}</EndToEndId></Refs><Amt Ccy="CNY">${amount}</Amt></TxDtls>`
    const batch = (second: string) =>
      camt.replace(/<NtryDtls>.*?<\/NtryDtls>/, `<NtryDtls>${part('P1', '3000.00')}${part('P2', second)}</NtryDtls>`)
    expect(
      good(read(batch('703.00')))
        .entries.slice(0, 2)
        .map(({ reference, amount, lineNo }) => [reference, amount, lineNo]),
    ).toEqual([
      ['P1', 300_000, 1],
      ['P2', 70_300, 1],
    ])
    expect(first(read(batch('703.01')))).toMatchObject({
      code: 'SUM_MISMATCH',
      line: 1,
      stated: '3703.00',
      expected: '3703.01',
    })
  })

  it('leaves out what is not booked yet, and says so', () => {
    const pending = camt.replace(
      '</Stmt>',
      '<Ntry><Amt Ccy="CNY">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry></Stmt>',
    )
    const counted = pending
      .replace('<NbOfNtries>3</NbOfNtries><Sum>4305.33</Sum>', '<NbOfNtries>4</NbOfNtries><Sum>4314.33</Sum>')
      .replace('<NbOfNtries>2</NbOfNtries><Sum>3805.33</Sum>', '<NbOfNtries>3</NbOfNtries><Sum>3814.33</Sum>')
    const result = good(read(counted))
    expect([result.pending, result.entries.length]).toEqual([1, 3])
  })
})

describe('a file that is cut', () => {
  it.each([
    ['camt.053', camt.trimEnd()],
    ['CSV', csv],
    ['treasury list', treasury],
  ])('at any twentieth of its bytes is refused: %s', (_name, text) => {
    const whole = bytesOf(text)
    expect(read(whole).ok).toBe(true)
    for (let part = 0; part < 20; part += 1)
      expect([part, read(whole.subarray(0, Math.floor((whole.length * part) / 20))).ok]).toEqual([part, false])
    for (const less of [1, 2, 3]) expect(read(whole.subarray(0, whole.length - less)).ok).toBe(false)
  })

  it('or altered in one figure is never read as something else', () => {
    fc.assert(
      fc.property(fc.constantFrom(camt, csv), fc.nat(), fc.nat(8), (text, place, digit) => {
        const figures = [...text.matchAll(/(?<=Amt Ccy="CNY">|CREDIT,|DEBIT,)\d+\.\d\d/g)]
        const figure = figures[place % figures.length]
        if (!figure) return
        const at = figure.index + (place % figure[0].length)
        const other = text[at] === '.' ? '.' : String((Number(text[at]) + 1 + digit) % 10)
        const altered = text.slice(0, at) + other + text.slice(at + 1)
        expect(read(altered).ok).toBe(other === text[at])
      }),
    )
  })
})

describe('a refusal', () => {
  const broken: [string, string, string][] = [
    [
      'an amount',
      camt.replace('>3703.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>', '>3703,00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>'),
      'BAD_VALUE',
    ],
    ['a date', csv.replace('2026-11-24,2026-11-24,SB2', '2026-11-24,2026-11-31,SB2'), 'BAD_VALUE'],
    [
      'a currency',
      camt.replace('<Ntry><NtryRef>1</NtryRef><Amt Ccy="CNY">', '<Ntry><NtryRef>1</NtryRef><Amt Ccy="HKD">'),
      'WRONG_CURRENCY',
    ],
    ['the file’s currency', csv.replace(',CNY', ',USD'), 'WRONG_CURRENCY'],
    ['another account', camt.replace(account.number, '1100600000000099'), 'WRONG_ACCOUNT'],
    ['a missing reference', csv.replace(',SB3,', ',,'), 'MISSING'],
    ['missing balances', camt.replaceAll(/<Cd>(CLBD|OPBD)<\/Cd>/g, '<Cd>ITBD</Cd>'), 'MISSING'],
    ['a count', csv.replace('TOTAL,3,', 'TOTAL,4,'), 'COUNT_MISMATCH'],
    ['a sum', treasury.replace(/TOTAL,3,.*\r/, 'TOTAL,3,1.00\r'), 'SUM_MISMATCH'],
    ['another message', camt.replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn'), 'WRONG_KIND'],
    ['not XML', camt.replace('</Ntry>', '</Entry>'), 'NOT_WELL_FORMED'],
    [
      'a table without its last line',
      'Account,1,Currency,CNY\nDate,Reference,Direction,Amount\n2026-11-24,R,CREDIT,1.00\n',
      'TRAILER_MISSING',
    ],
    ['nothing', '', 'EMPTY'],
    ['a roster', '姓名,身份证号\n张三,1\n', 'COLUMNS_UNKNOWN'],
  ]
  it.each(broken)('names %s', (_what, text, code) => {
    expect([csv, camt, treasury]).not.toContain(text)
    expect(codes(read(text))).toEqual([code])
  })

  it('says which line and field, what stands there and what would be right', () => {
    expect(first(read(csv.replace('CREDIT,3703.00', 'CREDIT,3703.0x')))).toEqual({
      code: 'BAD_VALUE',
      line: 2,
      field: 'amount',
      stated: '3703.0x',
      expected: '1234.56',
    })
    const closing = formatYuan(fen(statement.closing))
    expect(first(read(csv.replace(`,${closing}\r`, ',1.00\r')))).toEqual({
      code: 'BALANCE_MISMATCH',
      field: 'closingBalance',
      stated: '1.00',
      expected: closing,
    })
  })

  it('meets a document type before any entity of it is read', () => {
    const entity = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa">]>${camt.slice(camt.indexOf('<Document'))}`
    expect(codes(read(entity))).toEqual(['DTD_FORBIDDEN'])
    expect(codes(read(camt.replace('示例单位', '&x;')))).toEqual(['NOT_WELL_FORMED'])
  })

  it('meets a file that is too large or has too many entries', () => {
    const limits = { maxBytes: 100_000, maxEntries: 2 }
    expect(codes(readStatement(bytesOf(camt), { account: account.number, limits }))).toEqual(['TOO_MANY_ENTRIES'])
    expect(
      codes(readStatement(bytesOf(csv), { account: account.number, limits: { ...limits, maxBytes: 10 } })),
    ).toEqual(['TOO_LARGE'])
  })

  it('is what any other bytes get', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(read(bytes).ok).toBe(false)
      }),
    )
  })
})

it('reads a large file on a thread of its own', { timeout: 60_000 }, async () => {
  const many = statementOf(
    account,
    Array.from({ length: 5_000 }, (_one, index) => booked(`SB${index}`, 370_300 + index)),
    '2026-11-24',
  )
  const result = await readOffThread(bytesOf(buildCamt053(many)), { account: account.number })
  expect(good(result).entries).toHaveLength(5_000)
})
