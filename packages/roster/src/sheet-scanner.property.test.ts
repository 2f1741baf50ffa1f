import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CellBudget } from './cell-budget.ts'
import { defaultLimits, FileProblemError } from './file-problem.ts'
import { SheetScanner } from './sheet-scanner.ts'

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

function scan(pieces: Iterable<string>) {
  const sharedStrings = ['甲', '乙'].map((shared) => ({ kind: 'text' as const, text: shared }))
  const budget = new CellBudget(defaultLimits)
  const around = { sharedStrings, dateStyles: [false, true], date1904: false, budget }
  const scanner = new SheetScanner('Sheet1', false, around)
  try {
    for (const piece of pieces) scanner.push(piece)
    return scanner.finish()
  } catch (error) {
    return error instanceof FileProblemError ? error.problem : error
  }
}

it('reads a cell in one go as it reads it tag by tag', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 3 }), (rows) => {
      const body = rows.map((cells) => `<row>${cells.join('')}</row>`).join('')
      const xml = `<worksheet><sheetData>${body}</sheetData></worksheet>`
      // One character at a time no cell is there as a whole when it begins.
      expect(scan([xml])).toEqual(scan(xml))
    }),
    { numRuns: 3000 },
  )
})
