import { strToU8 } from 'fflate'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Sheet } from './cell.ts'
import { CellBudget } from './cell-budget.ts'
import { defaultLimits, FileProblemError } from './file-problem.ts'
import { SheetReader } from './sheet-reader.ts'
import { SheetScanner } from './sheet-scanner.ts'
import type { SheetSurroundings } from './sheet-scanner.ts'

const text = fc.string({
  unit: fc.constantFrom('a', '张', '1', '.', ' ', '\r', '\n', '&amp;', '&#x5F20;', '"', '>', '_x000D_', '-'),
  maxLength: 6,
})
const attribute = fc.constantFrom(
  ' r="B2"',
  ' r="AA10"',
  ' r="12"',
  ' r=""',
  " r='C3'",
  ' s="1"',
  ' s="x"',
  ' t="s"',
  ' t="n"',
  ' t="str"',
  ' t="b"',
  ' t="e"',
  ' t="d"',
  ' t="inlineStr"',
  ' t="inline"',
  ' t="i"',
  ' cm="1"',
  '  r="D4"',
)
const inner = fc.oneof(
  text.map((value) => `<v>${value}</v>`),
  text.map((value) => `<is><t>${value}</t></is>`),
  text.map((value) => `<is><t xml:space="preserve">${value}</t></is>`),
  text.map((value) => `<f>1+1</f><v>${value}</v>`),
  text.map((value) => `<is><r><t>${value}</t></r><r><t>b</t></r></is>`),
  fc.constant(''),
)
const cell = fc
  .tuple(fc.uniqueArray(attribute, { selector: (one) => one.trim()[0], maxLength: 3 }), inner, fc.boolean())
  .map(([attributes, inside, empty]) =>
    empty ? `<c${attributes.join('')}/>` : `<c${attributes.join('')}>${inside}</c>`,
  )

const rowStart = fc.constantFrom(
  '<row>',
  '<row r="7">',
  '<row r="7" spans="1:3" hidden="1">',
  '<row hidden="0" ht="12.5" customHeight="1" x14ac:dyDescent="0.2">',
  '<row hidden="true" outlineLevel="1">',
  "<row r='8'>",
  '<row r="x">',
  '<row r="0"\n>',
  '<row r="12345678901">',
  '<row r="9"/><row r="9&#48;">',
)
const between = fc.constantFrom('', '\n', ' \t\r\n', '<!-- <c/> -->', '<x:other a="<"/>')

function around(): SheetSurroundings {
  const sharedStrings = ['甲', '乙'].map((shared) => ({ kind: 'text' as const, text: shared }))
  return {
    sharedStrings,
    numberStyles: ['PLAIN' as const, 'DATE' as const],
    date1904: false,
    budget: new CellBudget(defaultLimits),
  }
}

function outcome(read: () => Sheet) {
  try {
    return read()
  } catch (error) {
    return error instanceof FileProblemError ? error.problem : error
  }
}

/** Tag by tag, as whatever is not usual is read. */
function scanned(xml: string) {
  const scanner = new SheetScanner('Sheet1', false, around())
  return outcome(() => {
    scanner.push(xml)
    return scanner.finish()
  })
}

/** From the bytes, cut into two pieces somewhere. */
function read(xml: string, cut: number) {
  const bytes = strToU8(xml)
  const reader = new SheetReader('Sheet1', false, around())
  return outcome(() => {
    reader.push(bytes.subarray(0, cut % bytes.length))
    reader.push(bytes.subarray(cut % bytes.length))
    return reader.finish()
  })
}

it('reads cells from the bytes as it reads them tag by tag', () => {
  const row = fc.tuple(rowStart, fc.array(fc.tuple(cell, between), { maxLength: 5 }), between)
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), fc.nat(), (rows, cut) => {
      const body = rows.map(([start, cells, end]) => `${start}${cells.flat().join('')}</row>${end}`).join('')
      // So much before and behind that the rows between are not too near to either end for the short way.
      const long = `<!--${'-x'.repeat(100)}-->`
      const first = '<row><c><v>1</v></c></row>'
      const xml = `<worksheet>${long}<sheetData>${first}${body}</sheetData>${long}</worksheet>`
      expect(read(xml, cut)).toEqual(scanned(xml))
    }),
    { numRuns: 3000, seed: 28 },
  )
})
