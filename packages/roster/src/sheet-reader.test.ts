import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { CellBudget } from './cell-budget.ts'
import { defaultLimits } from './file-problem.ts'
import { SheetReader } from './sheet-reader.ts'

const padding = `<!--${'-x'.repeat(100)}-->`

function readRows(rows: string, spoil: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes) {
  const around = {
    sharedStrings: [],
    numberStyles: ['PLAIN' as const, 'DATE' as const],
    date1904: false,
    budget: new CellBudget(defaultLimits),
  }
  const reader = new SheetReader('名单', false, around)
  reader.push(
    spoil(
      strToU8(`<worksheet>${padding}<sheetData><row><c><v>0</v></c></row>${rows}</sheetData>${padding}</worksheet>`),
    ),
  )
  return reader
    .finish()
    .rows.slice(1)
    .map(({ cells }) => cells)
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const texts = (rows: string, spoil?: (bytes: Uint8Array) => Uint8Array) =>
  readRows(rows, spoil).map((cells) => cells.map((cell) => cell?.text))

it('tells a day from an amount of the same digits, and both from a text', () => {
  const cells = '<c><v>45292</v></c><c s="1"><v>45292</v></c><c t="str"><v>45292</v></c>'
  const row = [
    { kind: 'number', text: '45292' },
    { kind: 'date', text: '2024-01-01', serial: '45292' },
    { kind: 'text', text: '45292' },
  ]
  expect(readRows(`<row>${cells}</row><row>${cells}</row>`)).toEqual([row, row])
})

it('finds each new word of a row, characters of one to four bytes', () => {
  const words = ['张三', 'a', '𬱖é', '李四', '·', '110101199003078670']
  expect(texts(`<row>${words.map(text).join('')}</row>`)).toEqual([words])
})

it('a byte that is no character spoils its own cell', () => {
  const spoil = (bytes: Uint8Array) => bytes.with(bytes.indexOf('#'.charCodeAt(0)), 0xff)
  expect(texts(`<row>${['张三', 'x#', '李四'].map(text).join('')}</row>`, spoil)).toEqual([['张三', 'x\uFFFD', '李四']])
})

it('a word that comes again is the same cell, so that what was found out about it holds', () => {
  const [first, second] = readRows(`<row>${text('是')}</row><row>${text('是')}</row>`)
  expect(first?.[0]).toBe(second?.[0])
})
