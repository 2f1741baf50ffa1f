import { strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeGb18030 } from '@shebao/test-support/gb18030'
import { makeRosterPeople } from '@shebao/test-support/roster-files'
import {
  htmlPage,
  htmlRow,
  odsContent,
  odsRow,
  packOds,
  xlsxOf,
  xlsxRow,
  xml2003,
  xml2003Row,
} from '@shebao/test-support/sheet-formats'
import { needsLooking } from './file-remark.ts'
import { wordFileProblem, wordFileRemark } from './file-words.ts'
import { readRoster } from './read-roster.ts'

const people = makeRosterPeople(6, 28)
const heads = ['姓名', '证件号码', '入职日期', '上年工作月数', '手机号码', '备注']
const lines = people.map((person) => [person.name, person.idNumber, person.hireDate, '12', person.mobile, '在职'])

interface Edit {
  at: number
  drop: number
  put: string
}

/** The text with the edit made, and the people whose part of it the edit did not touch. */
function spoil(text: string, { at, drop, put }: Edit) {
  const spoilt = text.slice(0, at) + put + text.slice(at + drop)
  const untouched = people.filter(({ idNumber }) => {
    const own = text.indexOf(idNumber)
    const [first, last] = [text.lastIndexOf(ROW_START, own), text.indexOf(ROW_END, own)]
    return at + drop < first || at > last
  })
  return { spoilt, untouched: untouched.map(({ idNumber }) => idNumber) }
}

// Marks around each row, blank to every reader, so that a test knows where a person stands in the text.
const ROW_START = '  '
const ROW_END = ' \t'

const editOf = (text: string, tokens: readonly string[]) =>
  fc.record<Edit>({
    at: fc.nat(text.length - 1),
    drop: fc.oneof(fc.constant(0), fc.nat(30)),
    put: fc.oneof(fc.constant(''), fc.constantFrom(...tokens), fc.string({ maxLength: 3 })),
  })

function checkWords(...words: readonly string[]): void {
  for (const text of words) expect(text).not.toMatch(/\{\w+\}|undefined/)
}

/** Nothing throws; what is refused is worded; who was not touched is read, listed as no person, or the file is said to be odd there. */
function judge(bytes: Uint8Array, untouched: readonly string[]): void {
  const result = readRoster(bytes, 'list.xls')
  if (!result.ok) {
    checkWords(wordFileProblem(result.problem, 'a', 'zh-CN'), wordFileProblem(result.problem, 'a', 'en'))
    return
  }
  const { rows, ignored, remarks, table } = result.file
  checkWords(...remarks.map((remark) => wordFileRemark(remark, 'en')))
  const isSaid = remarks.some((remark) => needsLooking(remark) || remark.code === 'CELLS_WITHOUT_HEAD')
  if (table.rowsBelow === 0 || isSaid) return
  const seen = [...rows.flatMap(({ cells }) => cells), ...ignored.map(({ text }) => text)].join('\n')
  for (const idNumber of untouched) expect(seen).toContain(idNumber)
}

const RUNS = { numRuns: 2000, seed: 28 }
const row = (build: (texts: readonly string[]) => string) =>
  [heads, ...lines].map((texts) => ROW_START + build(texts) + ROW_END).join('')

const XML_TOKENS = [
  '<',
  '>',
  '&',
  '"',
  '</',
  '/>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '&#0;',
  '&x;',
  '\uFFFD',
  '\0',
  '<?x',
  '=',
]

describe('a file that somebody spoilt', () => {
  it('CSV in UTF-8: characters put in, taken out, changed', () => {
    const text = [heads, ...lines].map((fields) => `${ROW_START}${fields.join(',')}${ROW_END}\r\n`).join('')
    const tokens = ['"', '""', ',', '\n', '\r', '\t', ';', '=', "'", '\0', '\uFEFF', '，', '","', '"\r\n']
    fc.assert(
      fc.property(editOf(text, tokens), (edit) => {
        const { spoilt, untouched } = spoil(text, edit)
        judge(strToU8(spoilt), untouched)
      }),
      RUNS,
    )
  })

  it.each([
    ['UTF-8', strToU8],
    ['GB18030', encodeGb18030],
  ])('CSV in %s: any bytes changed', (_, encode) => {
    const bytes = encode([heads, ...lines].map((fields) => `${fields.join(',')}\r\n`).join(''))
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const spoilt = bytes.slice()
        for (const [at, byte] of changes) spoilt[at] = byte
        judge(spoilt, [])
      }),
      RUNS,
    )
  })

  it.each([
    [
      'XLSX',
      row((texts) => xlsxRow(texts)),
      ['<row>', '</row>', '<c>', '</c>', '<v>', '</v>', '</sheetData>', '<is>', '</t>', ' r="B9"', ' t="s"'],
      (text: string) => xlsxOf({ rows: text, level: 0 }),
    ],
    [
      'OpenDocument',
      row((texts) => odsRow(texts)),
      [
        '<table:table-row>',
        '</table:table-row>',
        '</table:table-cell>',
        '</table:table>',
        '<text:p>',
        ' table:number-columns-repeated="9"',
        ' table:number-rows-repeated="0"',
      ],
      (text: string) => packOds(odsContent(text), 0),
    ],
    [
      'XML 2003',
      row((texts) => xml2003Row(texts)),
      ['<Row>', '</Row>', '<Cell>', '</Cell>', '</Data>', '</Table>', '<Worksheet>', ' ss:Index="1"', ' ss:Index="x"'],
      (text: string) => strToU8(xml2003(text)),
    ],
    [
      'a web page',
      row((texts) => htmlRow(texts)),
      [
        '<tr>',
        '</tr>',
        '<td>',
        '</td>',
        '<table>',
        '</table>',
        '<script>',
        '</script>',
        '<style>',
        '<title>',
        '<textarea>',
        ' rowspan=3',
        ' colspan=9',
      ],
      (text: string) => strToU8(htmlPage(text)),
    ],
  ])('%s: tags and characters put in, taken out, changed', (_, text, tokens, build) => {
    fc.assert(
      fc.property(editOf(text, [...XML_TOKENS, ...tokens]), (edit) => {
        const { spoilt, untouched } = spoil(text, edit)
        judge(build(spoilt), untouched)
      }),
      RUNS,
    )
  })

  it.each([
    ['XLSX', xlsxOf({ rows: row((texts) => xlsxRow(texts)) })],
    ['OpenDocument', packOds(odsContent(row((texts) => odsRow(texts))))],
  ])('%s: any bytes of the archive changed or cut off, everybody is read or it is refused', (_, bytes) => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    const changes = fc.array(change, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(changes, fc.option(fc.nat(bytes.length), { freq: 8 }), (made, end) => {
        const spoilt = bytes.slice(0, end ?? bytes.length)
        for (const [at, byte] of made) if (at < spoilt.length) spoilt[at] = byte
        judge(
          spoilt,
          people.map(({ idNumber }) => idNumber),
        )
      }),
      RUNS,
    )
  })
})
