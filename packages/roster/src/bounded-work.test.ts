import { strToU8 } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
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
import type { MergedRange, Sheet } from './cell.ts'
import { csvRecords } from './csv-records.ts'
import { mergedAcross, mergedCellLookup } from './merged-cells.ts'
import { readRoster } from './read-roster.ts'

// No file of any shape may cost more than its content: what is counted here is work, never time.

afterEach(() => vi.restoreAllMocks())

const heads = ['姓名', '证件号码', '入职日期', '户口性质', '用工形式', '养老', '上年工资总额', '手机号码']
const head = xlsxRow(heads)
const repeat = (times: number, text: string | ((index: number) => string)) =>
  Array.from({ length: times }, (_, index) => (typeof text === 'string' ? text : text(index))).join('')

function problemOf(bytes: Uint8Array, limits = {}) {
  const result = readRoster(bytes, 'x', { limits })
  return result.ok ? undefined : result.problem
}

function peopleIn(bytes: Uint8Array) {
  const result = readRoster(bytes, 'x')
  if (!result.ok) throw new Error(result.problem.code)
  return result.file.rows.length + result.file.ignored.length
}

/** How often a text longer than any answer was worked on while something was done. */
function worksOnLongTexts(work: () => void): number {
  let count = 0
  const { replace, match } = String.prototype
  const counted = (text: string) => {
    if (text.length > 1000) count++
  }
  vi.spyOn(String.prototype, 'replace').mockImplementation(function (this: string, ...given: unknown[]) {
    counted(this)
    return Reflect.apply(replace, this, given)
  })
  vi.spyOn(String.prototype, 'match').mockImplementation(function (this: string, ...given: unknown[]) {
    counted(this)
    return Reflect.apply(match, this, given)
  })
  work()
  vi.restoreAllMocks()
  return count
}

describe('a text that many cells share', () => {
  const shared = '<c t="s"><v>0</v></c>'
  const file = (rows: number, text: string) =>
    xlsxOf({
      rows: head + repeat(rows, (row) => `<row>${shared}<c><v>${100_000_000 + row}</v></c>${repeat(6, shared)}</row>`),
      strings: `<si><t>${text}</t></si>`,
    })

  it.each([
    ['Han', `（${'长'.repeat(20_000)}`],
    ['blanks and letters', `（${'T'.repeat(10_000)}${' '.repeat(10_000)}b`],
    ['words of a choice', `（${'城镇'.repeat(10_000)}`],
  ])('is worked on for what it is, not for each cell: %s', (_, text) => {
    const [few, many] = [20, 200].map((rows) => worksOnLongTexts(() => expect(peopleIn(file(rows, text))).toBe(rows)))
    expect(few).toBeGreaterThan(0)
    expect(many).toBe(few)
  })

  it('counts for each of them, and too much of it is refused with the row', () => {
    expect(problemOf(file(400, '长'.repeat(30_000)))).toMatchObject({
      code: 'TOO_MUCH_CONTENT',
      params: { sheet: '名单', row: 306 },
    })
  })
})

describe('cells that a few bytes place', () => {
  it('far out in every row', () => {
    const rows = repeat(500, (row) => `<row><c r="XFD${row + 2}"><v>1</v></c></row>`)
    expect(problemOf(xlsxOf({ rows: head + rows }))?.code).toBe('TOO_MUCH_CONTENT')
    expect(
      problemOf(strToU8(xml2003(repeat(500, '<Row><Cell ss:Index="16384"><Data>x</Data></Cell></Row>'))))?.code,
    ).toBe('TOO_MUCH_CONTENT')
  })

  it('far out in a few rows, without a text for each column between', () => {
    const rows = repeat(
      100,
      (row) => `<row><c r="B${row + 2}"><v>110101199003078670</v></c><c r="XFD${row + 2}"><v>1</v></c></row>`,
    )
    const result = readRoster(xlsxOf({ rows: head + rows }), 'x')
    expect(result.ok && Math.max(...result.file.rows.map(({ cells }) => cells.length))).toBe(heads.length)
  })

  it.each([
    [
      'OpenDocument rows',
      packOds(
        odsContent(odsRow(heads) + odsRow(['张三', '110101199003078670'], ' table:number-rows-repeated="90000"')),
      ),
    ],
    [
      'OpenDocument cells',
      packOds(
        odsContent(
          repeat(
            300,
            `<table:table-row><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>`,
          ),
        ),
      ),
    ],
    ['spans of a web page', strToU8(htmlPage(repeat(20, '<tr><td colspan=1000 rowspan=65534>x')))],
  ])('%s', (_, bytes) => {
    expect(problemOf(bytes)?.code).toBe('TOO_MUCH_CONTENT')
  })

  it('rows without end are counted, not kept', () => {
    const rows = odsRow(heads) + odsRow(['张三'], ' table:number-rows-repeated="1048000"')
    expect(problemOf(packOds(odsContent(rows)))).toEqual({
      code: 'TOO_MANY_ROWS',
      params: { rows: 1_048_001, maxRows: 100_000 },
    })
  })

  it('one sheet named many times is read once', () => {
    const sheets = repeat(500, (index) => `<sheet name="s${index}" sheetId="1" r:id="r1"/>`)
    const result = readRoster(xlsxOf({ rows: head + xlsxRow(['张三', '110101199003078670']), sheets }), 'x')
    expect(result.ok && result.file.workbook.sheets).toHaveLength(1)
  })
})

describe('nesting without end', () => {
  it.each([
    ['styles of a workbook', xlsxOf({ rows: head, styles: '<a>'.repeat(1000) })],
    ['OpenDocument', packOds(odsContent('<table:table-row>'.repeat(1000)))],
    ['XML 2003', strToU8(xml2003('<Row>'.repeat(1000)))],
    ['a web page', strToU8(htmlPage(`${'<div>'.repeat(1000)}${'</p>'.repeat(1000)}`))],
    ['tables in tables', strToU8(htmlPage('<tr><td><table>'.repeat(400)))],
  ])('%s', (_, bytes) => {
    expect(problemOf(bytes)?.code).toBe('CORRUPT')
  })
})

describe('merged ranges', () => {
  function counting(ranges: readonly MergedRange[]) {
    let reads = 0
    const merges = ranges.map(
      (range) =>
        new Proxy(range, {
          get(target, key: keyof MergedRange) {
            reads++
            return target[key]
          },
        }),
    )
    const rows = Array.from({ length: 1000 }, (_, index) => ({
      row: index + 1,
      cells: [{ kind: 'text' as const, text: 'x' }],
    }))
    const sheet: Sheet = { name: '', hidden: false, rows, merges, uncomputedFormulas: 0, remarks: [] }
    return { sheet, reads: () => reads }
  }

  it('downwards are looked up without going through all of them for each row', () => {
    const ranges = Array.from({ length: 2000 }, (_, index) => ({
      firstRow: 2 + (index % 990),
      lastRow: 9 + (index % 990),
      firstColumn: 0,
      lastColumn: 0,
    }))
    const { sheet, reads } = counting(ranges)
    const lookUp = mergedCellLookup(sheet, 1)
    const before = reads()
    for (let row = 2; row < 1000; row++) lookUp(row, 0)
    expect(reads() - before).toBeLessThan(998 * 20)
  })

  it('across are gone through once for a row of heads, however wide they are', () => {
    const { sheet, reads } = counting(
      Array.from({ length: 500 }, () => ({ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 16_383 })),
    )
    expect(mergedAcross(sheet, 1, 500)?.filter(Boolean)).toHaveLength(499)
    expect(reads()).toBeLessThan(500 * 10)
  })
})

describe('quotation marks of a CSV file', () => {
  it.each([
    ['each line begins with one', '"a\n'],
    ['marks alone', '"'],
    ['cells with a delimiter in them', '"a,b",'],
    ['an unclosed cell in each line', '张三,"x\n'],
    ['doubled ones that never close', '张三,""""x\n'],
    ['long lines within marks', `"x,${'y'.repeat(40)}\n`],
    ['blanks behind a mark', `"a"${' '.repeat(300)}x,`],
  ])('%s: each character is looked at a few times', (_, piece) => {
    const text = `姓名,证件号码,手机号码,备注\n${piece.repeat(Math.ceil(6000 / piece.length))}`
    let looks = 0
    const { charCodeAt } = String.prototype
    vi.spyOn(String.prototype, 'charCodeAt').mockImplementation(function (this: string, at: number) {
      looks++
      return Reflect.apply(charCodeAt, this, [at])
    })
    let records = 0
    for (const record of csvRecords(text, ',')) records += record.fields.length > 0 ? 1 : 0
    vi.restoreAllMocks()
    expect(records).toBeGreaterThan(1)
    expect(looks).toBeLessThan(30 * text.length)
  })
})

describe('what costs nothing to write', () => {
  it.each([
    [
      'thousands of styles that look alike',
      xlsxOf({
        rows: head + xlsxRow(['张三', '110101199003078670']),
        styles: `<numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(900)}"/></numFmts><cellXfs>${'<xf numFmtId="164"/>'.repeat(20_000)}</cellXfs>`,
      }),
    ],
    [
      'tables by the hundred',
      strToU8(
        htmlPage(
          '</table>' +
            htmlPage(htmlRow(['x'])).repeat(300) +
            htmlPage(htmlRow(heads) + htmlRow(['张三', '110101199003078670'])),
        ),
      ),
    ],
    [
      'rows with numbers of millions',
      strToU8(xml2003(xml2003Row(heads) + xml2003Row(['张三', '110101199003078670'], ' ss:Index="1048576"'))),
    ],
  ])('%s is read', (_, bytes) => {
    expect(peopleIn(bytes)).toBe(1)
  })
})
