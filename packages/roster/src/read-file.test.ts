import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCleanRoster, csvText, makeRosterPeople } from '@shebao/test-support/roster-files'
import { openWorkbook } from './read-file.ts'
import { readRoster } from './read-roster.ts'

function refusal(bytes: Uint8Array, options: Parameters<typeof readRoster>[2] = {}) {
  const result = readRoster(bytes, 'list.xlsx', options)
  return result.ok ? undefined : result.problem
}

/** An OLE container with one directory name in it. */
function compoundFile(entry: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(
    [...entry].flatMap((c) => [c.charCodeAt(0), 0]),
    1024,
  )
  return bytes
}

/** Overwrites the declared unpacked sizes of every entry in the central directory. */
function lieAboutSizes(zip: Uint8Array, size: number): Uint8Array {
  const lied = zip.slice()
  const view = new DataView(lied.buffer)
  for (let at = 0; at + 4 <= lied.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
  }
  return lied
}

const workbookParts = {
  'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
}
const bomb = zipSync({ ...workbookParts, 'xl/worksheets/sheet1.xml': new Uint8Array(30 * 1024 * 1024).fill(32) })

describe('what is refused, each with its own code', () => {
  it.each([
    ['nothing at all', new Uint8Array(), 'EMPTY'],
    ['blank lines only', strToU8('\r\n ,,\r\n\r\n'), 'EMPTY'],
    ['a PDF', strToU8('%PDF-1.7 …'), 'NOT_A_SPREADSHEET'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'NOT_A_SPREADSHEET'],
    ['binary noise', Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 31), 'NOT_A_SPREADSHEET'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('x') }), 'NOT_A_SPREADSHEET'],
    ['a Word document', zipSync({ 'word/document.xml': strToU8('<x/>') }), 'NOT_A_SPREADSHEET'],
    ['OpenDocument text', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') }), 'NOT_A_SPREADSHEET'],
    ['a binary workbook', zipSync({ 'xl/workbook.bin': strToU8('x') }), 'UNSUPPORTED_FORMAT'],
    ['a web page called .xls', strToU8('\uFEFF <html><table><tr><td>姓名'), 'NO_TABLE'],
    ['an old .xls', compoundFile('Workbook'), 'LEGACY_XLS'],
    ['a locked .xlsx', compoundFile('EncryptedPackage'), 'ENCRYPTED'],
    ['a cut-off download', buildCleanRoster(makeRosterPeople(5)).slice(0, 900), 'CORRUPT'],
    ['text that is no list', strToU8('你好，世界\n再见'), 'NO_TABLE'],
    ['a header without rows', strToU8('姓名,证件号码,手机号码\n'), 'NO_TABLE'],
    ['a zip bomb by its directory', bomb, 'ZIP_BOMB'],
    ['a zip bomb whose directory lies', lieAboutSizes(bomb, 1000), 'ZIP_BOMB'],
  ])('%s', (_, bytes, code) => {
    expect(refusal(bytes)?.code).toBe(code)
  })

  it('a file over the limit, before it is looked into', () => {
    expect(refusal(new Uint8Array(51 * 1024 * 1024))).toEqual({
      code: 'TOO_LARGE',
      params: { bytes: 53_477_376, maxBytes: 52_428_800 },
    })
  })

  it('content over the limit at an ordinary ratio is large, not a bomb', () => {
    const limits = { maxInflatedBytes: 10_000 }
    expect(refusal(buildCleanRoster(makeRosterPeople(50)), { limits })?.code).toBe('TOO_LARGE')
    expect(refusal(lieAboutSizes(buildCleanRoster(makeRosterPeople(50)), 1), { limits })?.code).toBe('TOO_LARGE')
  })

  it('too many rows, with their number, in both kinds of file', () => {
    const people = makeRosterPeople(30)
    const expected = { code: 'TOO_MANY_ROWS', params: { rows: 31, maxRows: 20 } }
    expect(refusal(buildCleanRoster(people), { limits: { maxRows: 20 } })).toEqual(expected)
    expect(refusal(strToU8(csvText(people, ',')), { limits: { maxRows: 20 } })).toEqual(expected)
  })

  it('200,000 rows of CSV', () => {
    expect(refusal(strToU8('姓名,证件号码,手机号码\n' + '张三,1,2\n'.repeat(200_000)))).toEqual({
      code: 'TOO_MANY_ROWS',
      params: { rows: 200_001, maxRows: 100_000 },
    })
  })
})

describe('any bytes', () => {
  it('never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readRoster(bytes, 'x')).toHaveProperty('ok')
      }),
    )
  })

  it('damaged anywhere, an XLSX is read or refused, never thrown at', () => {
    const whole = buildCleanRoster(makeRosterPeople(4))
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = whole.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        expect(readRoster(bytes, 'x')).toHaveProperty('ok')
      }),
      { numRuns: 400 },
    )
  })

  it('any text as a worksheet is read or refused', () => {
    const piece = fc.constantFrom(
      '<row r="1">',
      '<row',
      '</row>',
      '<c r="A1" t="s">',
      '<c',
      '<v>',
      '5',
      '</v>',
      '</c>',
      '<is><t>姓名',
      '</t></is>',
      '/>',
      '&#x110000;',
      'r="',
      '</sheetData>',
      '<mergeCell ref="A1:B2"/>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const bytes = zipSync({
          ...workbookParts,
          'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${pieces.join('')}`),
        })
        expect(openWorkbook(bytes, 'x')).toHaveProperty('ok')
      }),
      { numRuns: 300 },
    )
  })
})
