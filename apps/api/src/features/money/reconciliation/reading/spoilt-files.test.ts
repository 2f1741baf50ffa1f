import { sumFen } from '@shebao/kernel'
import { encodeGb18030 } from '@shebao/test-support/gb18030'
import { buildStatementCsv, statementOf } from '@shebao/sandbox-bank/statement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  camtFile,
  detail,
  entry,
  sampleAccount,
  sampleStatement,
} from '../../../../testing/money/reconciliation/camt-samples.ts'
import { joinPages } from './join-pages.ts'
import { decodeFile } from './decode-file.ts'
import { readStatement } from './read-statement.ts'

/** Files that were whole once, and what time, programs and people do to files. Each run is the same: the seed is fixed. */
const runs = { numRuns: 2_000, seed: 20_261_129 }
const amountsOf = (count: number) => Array.from({ length: count }, (_one, index) => 1_01 + index * 7_13)
const yuan = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`

function camtOf(count: number): string {
  const entries = amountsOf(count).map((amount, index) =>
    entry({
      amount: yuan(amount),
      reference: `R${index}`,
      details: index % 2 ? detail(`T${index}`, yuan(amount)) : '',
    }),
  )
  const closing = yuan(100_00 + amountsOf(count).reduce((sum, amount) => sum + amount, 0))
  return camtFile(sampleStatement({ closing, entries: entries.join('\n') }))
}

const account = { number: sampleAccount, name: '社会保险基金收入户', bank: '示范银行' }
const taggedOf = (count: number) =>
  buildStatementCsv(
    statementOf(
      account,
      amountsOf(count).map((amount, index) => ({
        reference: `R${index}`,
        endToEndId: null,
        amount,
        directDebit: false,
        bookedOn: '2026-11-25',
        valueDate: '2026-11-25',
        payerName: '甲，"乙" 公司',
        payerAccount: '6200123456789012',
        remittance: '社保费',
      })),
      '2026-11-25',
    ),
  )

function tableOf(count: number, delimiter: string): string {
  const amounts = amountsOf(count)
  const sum = amounts.reduce((all, amount) => all + amount, 0)
  const rows = [
    ['账号', sampleAccount, '对账单编号', 'S1', '对账日期', '2026-11-25', '期初余额', '0.00'],
    ['交易日期', '流水号', '收入', '支出', '对方户名', '附言'],
    ...amounts.map((amount, index) => ['2026-11-25', `R${index}`, yuan(amount), '', '甲公司', '社保费']),
    ['合计', '笔数', String(count), '金额', yuan(sum), '期末余额', yuan(sum)],
  ]
  return `${rows.map((row) => row.join(delimiter)).join('\r\n')}\r\n`
}

type Spoil = (text: string) => string
const pick = (text: string, place: number) => (text.length === 0 ? 0 : place % text.length)
const pieces = [
  '"',
  "'",
  '<',
  '>',
  '&',
  '\n',
  '\t',
  ',',
  ';',
  '=',
  '\u0000',
  '\uFEFF',
  ' ',
  '-',
  '0',
  '9',
  '.',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '</Ntry>',
  '合计',
  '小计,1,2',
  '\u202E',
]
const damage: fc.Arbitrary<Spoil> = fc.oneof(
  fc.tuple(fc.nat(), fc.constantFrom(...pieces)).map(
    ([at, piece]): Spoil =>
      (text) =>
        text.slice(0, pick(text, at)) + piece + text.slice(pick(text, at)),
  ),
  fc.tuple(fc.nat(), fc.nat(40)).map(
    ([at, length]): Spoil =>
      (text) =>
        text.slice(0, pick(text, at)) + text.slice(pick(text, at) + length),
  ),
  fc.nat().map(
    (at): Spoil =>
      (text) =>
        text.slice(0, pick(text, at)),
  ),
  fc.tuple(fc.nat(), fc.nat(200)).map(([at, length]): Spoil => (text) => {
    const from = pick(text, at)
    return text.slice(0, from + length) + text.slice(from, from + length) + text.slice(from + length)
  }),
  // A whole line twice, left out, or in another place.
  fc.tuple(fc.nat(), fc.constantFrom('TWICE', 'OUT', 'LAST')).map(([at, how]): Spoil => (text) => {
    const lines = text.split('\n')
    const from = at % lines.length
    const line = lines[from] ?? ''
    if (how === 'TWICE') lines.splice(from, 0, line)
    if (how === 'OUT') lines.splice(from, 1)
    if (how === 'LAST') lines.push(line)
    return lines.join('\n')
  }),
  fc.constant<Spoil>((text) =>
    text.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1b-k:').replace('<b-k:Document xmlns=', '<b-k:Document xmlns:b-k='),
  ),
  fc.constant<Spoil>((text) => text.replaceAll('.', ',')),
)
const encodings: readonly ((text: string) => Uint8Array)[] = [
  (text) => new TextEncoder().encode(text),
  (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  (text) => encodeGb18030(text),
]
const byteDamage = fc.option(fc.tuple(fc.nat(), fc.nat(255)), { freq: 3, nil: undefined })

const spoiltOf = (bases: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...bases), fc.array(damage, { maxLength: 3 }), fc.constantFrom(...encodings), byteDamage)
    .map(([base, spoils, encode, byte]) => {
      const bytes = Uint8Array.from(encode(spoils.reduce((text, spoil) => spoil(text), base)))
      if (byte && bytes.length > 0) bytes[byte[0] % bytes.length] = byte[1]
      return bytes
    })

/** What is read is all there was: every line of the file, and money that comes to what the file states. */
function expectNothingLost(bytes: Uint8Array, countLines: (text: string) => number): 'READ' | 'REFUSED' {
  const result = readStatement(bytes, { account: sampleAccount })
  if (!result.ok) {
    if (result.problems.length === 0) throw new Error('refused without a word')
    return 'REFUSED'
  }
  const joined = result.pages.length > 0 ? joinPages(result.pages) : undefined
  expect(joined?.kind).not.toBe('WHOLE')
  const lines = result.statements.flatMap(({ entries }) => entries.map(({ lineNo }) => lineNo))
  const pending = result.statements.reduce((sum, one) => sum + one.pending, 0)
  expect(new Set(lines).size + pending).toBe(countLines(decodeFile(bytes).text))
  for (const { openingBalance, closingBalance, entries } of result.statements)
    expect(sumFen([openingBalance ?? sumFen([]), ...entries.map(({ amount }) => amount)])).toBe(closingBalance)
  return 'READ'
}

describe('2,000 spoilt files of a kind are read whole or refused by name, none is read in part:', () => {
  it('camt.053', () => {
    const bases = [0, 1, 3, 6].map(camtOf)
    const ends = { READ: 0, REFUSED: 0 }
    const count = (text: string) =>
      text.replaceAll(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, '').match(/<(?:[\w-]+:)?Ntry[\s>]/g)?.length ?? 0
    fc.assert(
      fc.property(spoiltOf(bases), (bytes) => {
        ends[expectNothingLost(bytes, count)] += 1
      }),
      runs,
    )
    // Both happen, so that neither is proved by never happening.
    expect([ends.READ > 200, ends.REFUSED > 200]).toEqual([true, true])
  })

  it('the bank’s CSV', () => {
    const bases = [taggedOf(0), taggedOf(5), ...[',', ';', '\t'].map((delimiter) => tableOf(4, delimiter))]
    const ends = { READ: 0, REFUSED: 0 }
    const count = (text: string) => {
      const lines = text.split(/\r?\n/)
      if (/^\uFEFF?"?FILE/.test(text)) return lines.filter((line) => line.startsWith('ENTRY')).length
      const from = lines.findIndex((line) => line.includes('交易日期'))
      const until = lines.findIndex((line, index) => index > from && /^\s*"?\s*合计/.test(line))
      return lines.slice(from + 1, until).filter((line) => /[^\s,;|"']/.test(line)).length
    }
    fc.assert(
      fc.property(spoiltOf(bases), (bytes) => {
        ends[expectNothingLost(bytes, count)] += 1
      }),
      runs,
    )
    expect([ends.READ > 200, ends.REFUSED > 200]).toEqual([true, true])
  })
})

describe('work is bounded by what a file holds', () => {
  it.each([
    ['blank lines', `${'\n'.repeat(3_000_000)}x`],
    ['one line of separators', ','.repeat(2_000_000)],
    ['an open quote', `a,"${'b,'.repeat(1_000_000)}`],
    ['one element in another', '<a>'.repeat(500_000)],
    ['one long text', camtOf(1).replace('B1', 'B'.repeat(3_000_000))],
    [
      'attributes',
      camtOf(1).replace('<Stmt>', `<Stmt ${Array.from({ length: 20_000 }, (_one, at) => `a${at}="1"`).join(' ')}>`),
    ],
    [
      'details without end',
      camtOf(1).replace('</Ntry>', `${`<NtryDtls>${detail('T', '0.00')}</NtryDtls>`.repeat(10_000)}</Ntry>`),
    ],
  ])('%s', (_what, text) => {
    expect(readStatement(new TextEncoder().encode(text), { account: sampleAccount })).toHaveProperty('ok')
  })
})
