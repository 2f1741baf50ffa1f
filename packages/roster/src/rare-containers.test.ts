import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openWorkbook } from './read-file.ts'
import { listZipEntries } from './zip-archive.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

interface Parts {
  sheet: string
  sheets?: string
  strings?: string
  prefix?: string
}

/** A workbook as it comes from programs that use more of XML than the usual ones. */
function givenWorkbook({ sheet, sheets, strings, prefix = '' }: Parts): Uint8Array {
  const p = prefix === '' ? '' : `${prefix}:`
  const declared = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix}="${main}"`
  const links = [`<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`]
  if (strings !== undefined)
    links.push(`<Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`)
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<${p}workbook ${declared} xmlns:r="${office}"><${p}sheets>${sheets ?? `<${p}sheet name="名单" sheetId="1" r:id="r1"/>`}</${p}sheets></${p}workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships xmlns="${packaged}">${links.join('')}</Relationships>`),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(`<sst xmlns="${main}">${strings}</sst>`) }),
    'xl/worksheets/sheet1.xml': strToU8(
      `<${p}worksheet ${declared}><${p}sheetData>${sheet}</${p}sheetData></${p}worksheet>`,
    ),
  })
}

function textsOf(bytes: Uint8Array): (string | undefined)[][] {
  const opened = openWorkbook(bytes, 'list.xlsx')
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened.workbook.sheets.flatMap(({ rows }) => rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text)))
}

const inline = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`

describe('a workbook that uses more of XML than the usual', () => {
  it('has text in CDATA, in the cell and in the shared strings', () => {
    const sheet = `<row r="1"><c r="A1" t="inlineStr"><is><t>a<![CDATA[<b> & &amp;]]>c</t></is></c><c r="B1" t="s"><v>0</v></c></row>`
    const strings = '<si><t><![CDATA[张三]]></t></si>'
    expect(textsOf(givenWorkbook({ sheet, strings }))).toEqual([['a<b> & &amp;c', '张三']])
  })

  it('has a raw > in an attribute, of the workbook and of a cell', () => {
    const sheets = `<sheet name="a > b" sheetId="1" r:id="r1"/>`
    const opened = openWorkbook(
      givenWorkbook({ sheet: inline('x').replace('<c ', '<c note="1 > 0" '), sheets }),
      'list.xlsx',
    )
    expect(opened.ok && opened.workbook.sheets[0]).toMatchObject({ name: 'a > b', rows: [{ row: 1 }] })
  })

  it('puts every element into a prefix with a hyphen', () => {
    const sheet = inline('张三').replaceAll(/<(\/?)(?=\w)/g, '<$1my-main:')
    expect(textsOf(givenWorkbook({ sheet, prefix: 'my-main' }))).toEqual([['张三']])
  })

  it('has rows in comments and instructions, which are none', () => {
    const sheet = `<!-- ${inline('gone').replaceAll('--', '')} -->${inline('张三')}<?keep <row> ?>`
    expect(textsOf(givenWorkbook({ sheet }))).toEqual([['张三']])
  })

  it('leaves phonetic readings out and joins runs', () => {
    const item = '<r><t>张</t></r><r><t>三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh>'
    const sheet = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${item}</is></c></row>`
    expect(textsOf(givenWorkbook({ sheet, strings: `<si>${item}</si>` }))).toEqual([['张三', '张三']])
  })
})

describe('a text longer than any cell holds', () => {
  it('is refused by the cell, however often it is used', () => {
    const cells = Array.from(
      { length: 300 },
      (_, row) => `<row r="${row + 1}"><c r="B${row + 1}" t="s"><v>0</v></c></row>`,
    )
    const long = (length: number) =>
      givenWorkbook({ sheet: cells.join(''), strings: `<si><t>${'长'.repeat(length)}</t></si>` })
    expect(openWorkbook(long(500_000), 'list.xlsx')).toEqual({
      ok: false,
      problem: {
        code: 'CELL_TOO_LONG',
        params: { sheet: '名单', cell: 'B1', characters: 500_000, maxCharacters: 32_767 },
      },
    })
    expect(openWorkbook(long(32_767), 'list.xlsx').ok).toBe(true)
  })
})

describe('a sheet of which something is missing', () => {
  const cell = (reference: string) => `<c r="${reference}"><v>1</v></c>`
  it.each([
    ['a row does not end', `<row r="1">${cell('A1')}<row r="2">${cell('B2')}</row>`],
    ['a row does not begin', `<row r="1">${cell('A1')}</row>${cell('A2')}</row>`],
    ['a row ends twice', `<row r="1">${cell('A1')}</row></row>`],
    ['a cell does not end', `<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></c></row>`],
    ['two rows became one', `<row r="1">${cell('A1')}${cell('A2')}</row>`],
    ['the last row does not end', `<row r="1">${cell('A1')}`],
  ])('%s: it is damaged, and nobody is lost unsaid', (_, sheet) => {
    const opened = openWorkbook(givenWorkbook({ sheet }), 'list.xlsx')
    expect(opened).toMatchObject({ ok: false, problem: { code: 'CORRUPT' } })
  })

  it('breaks off, or texts run into each other', () => {
    const shared = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    const cutOff = givenWorkbook({ sheet: `${shared}<!--` })
    expect(openWorkbook(cutOff, 'list.xlsx')).toMatchObject({ problem: { code: 'CORRUPT' } })
    const strings = '<si><t>张三</t><si><t>李四</t></si>'
    expect(openWorkbook(givenWorkbook({ sheet: shared, strings }), 'list.xlsx')).toMatchObject({
      problem: { code: 'CORRUPT' },
    })
  })
})

/** The same archive with the wide end record, as writers have it that do not know beforehand how much they will write. */
function withWideEnd(bytes: Uint8Array): Uint8Array {
  const end = bytes.length - 22
  const old = new DataView(bytes.buffer, bytes.byteOffset + end, 22)
  const result = new Uint8Array(bytes.length + 56 + 20)
  result.set(bytes.subarray(0, end))
  result.set(bytes.subarray(end), end + 76)
  const view = new DataView(result.buffer)
  const count = BigInt(old.getUint16(10, true))
  view.setUint32(end, 0x06064b50, true)
  view.setBigUint64(end + 4, 44n, true)
  view.setBigUint64(end + 24, count, true)
  view.setBigUint64(end + 32, count, true)
  view.setBigUint64(end + 40, BigInt(old.getUint32(12, true)), true)
  view.setBigUint64(end + 48, BigInt(old.getUint32(16, true)), true)
  view.setUint32(end + 56, 0x07064b50, true)
  view.setBigUint64(end + 64, BigInt(end), true)
  view.setUint16(end + 76 + 8, 0xffff, true)
  view.setUint16(end + 76 + 10, 0xffff, true)
  view.setUint32(end + 76 + 12, 0xffffffff, true)
  view.setUint32(end + 76 + 16, 0xffffffff, true)
  return result
}

describe('an archive with a wide end record', () => {
  const bytes = withWideEnd(givenWorkbook({ sheet: inline('张三') }))

  it('is read though it is small', () => {
    expect(textsOf(bytes)).toEqual([['张三']])
  })

  it('is no archive when the record leads elsewhere', () => {
    for (const offset of [48, 64]) {
      const broken = bytes.slice()
      new DataView(broken.buffer).setBigUint64(bytes.length - 22 - 76 + offset, 2n ** 60n, true)
      expect(listZipEntries(broken)).toBeUndefined()
    }
  })
})
