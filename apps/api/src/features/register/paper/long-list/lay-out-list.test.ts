import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { layOutList, measure } from './lay-out-list.ts'
import type { LongList } from './lay-out-list.ts'
import { openListFont } from './list-font.ts'

const fontFile = (name: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`)
const fonts = {
  regular: openListFont(fontFile('400Regular/NotoSansSC_400Regular')),
  semibold: openListFont(fontFile('600SemiBold/NotoSansSC_600SemiBold')),
}
const listOf = (...rows: string[][]): LongList => ({
  title: '名单',
  headers: ['姓名', '户口性质'],
  widths: [67, 80],
  rightFrom: 9,
  rows,
  total: ['合计', String(rows.length)],
})
const cellsOf = (...row: string[]) => layOutList(listOf(row), fonts)?.[0]?.[1]?.cells

describe('a long list', () => {
  it.each([
    ['买买提江·吐尔逊', ['买买提江·吐尔', '逊']],
    ['Resident of Hong Kong, Macau or Taiwan', ['Resident of', 'Hong Kong,', 'Macau or', 'Taiwan']],
    ['Jean-Baptiste-Emmanuel', ['Jean-Baptiste-', 'Emmanuel']],
    ['Jan Wolfeschlegelsteinhausen', ['Jan', 'Wolfeschlegelst', 'einhausen']],
    ['本市城镇户口转；（更正）', ['本市城镇户口', '转；（更正）']],
    ['欧阳修远', ['欧阳修远']],
  ])('breaks %s where it may be read on', (text, lines) => {
    expect(cellsOf(text, '')).toEqual([lines, []])
  })

  it('keeps every row, in order, within the pages and under a header each', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [
      index % 7 === 0 ? '买买提江·吐尔逊江' : '王芳',
      String(index),
    ])
    const pages = layOutList(listOf(...rows), fonts) ?? []
    const room = measure.page.height - measure.margin.top - measure.margin.bottom
    for (const [index, page] of pages.entries()) {
      expect(page.map(({ kind }) => kind === 'header')).toEqual([true, ...page.slice(1).map(() => false)])
      const height = page.reduce((sum, row) => sum + row.height, index === 0 ? measure.heading : 0)
      expect(height).toBeLessThanOrEqual(room)
    }
    const laidOut = pages.flatMap((page) => page.slice(1))
    expect(laidOut.map(({ cells }) => cells.map((lines) => lines.join('')))).toEqual([...rows, ['合计', '300']])
    expect(laidOut.at(-1)?.kind).toBe('total')
  })

  it.each([
    ['a character that the font lacks', '𠮷野'],
    ['marks that stand over a letter', 'Nguye\u0302\u0303n'],
    ['a script from right to left', 'محمد'],
    ['a cell of more lines than a row should have', '长'.repeat(80)],
  ])('leaves %s to Typst', (_, text) => {
    expect(layOutList(listOf([text, '']), fonts)).toBeUndefined()
  })
})
