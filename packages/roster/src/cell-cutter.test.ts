import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellsOf, CellCutter } from './cell-cutter.ts'

const words = fc.oneof(
  fc.constantFrom('', '是', '否', '居民身份证', '居民身仹证', ' ', '\u3000', '=5', ' 张 三 ', '1', '2'),
  fc.string({ unit: fc.constantFrom('一', '二', 'a', 'b', ' ', '=', '0'), maxLength: 4 }),
)

it('cuts lines into the cells that their fields are, whatever stood in the rows before', () => {
  fc.assert(
    fc.property(fc.array(fc.array(words, { minLength: 1, maxLength: 70 }), { maxLength: 20 }), (rows) => {
      const lines = rows.map((fields) => fields.join(','))
      const cutter = new CellCutter(lines.join('\n'), ',')
      let from = 0
      for (const [index, line] of lines.entries()) {
        const cells = cutter.cutLine(from, from + line.length)
        expect(cells).toEqual(cellsOf(rows[index] ?? []))
        expect(cutter.characters).toBe(cells.reduce((sum, cell) => sum + (cell?.text.length ?? 0), 0))
        from += line.length + 1
      }
    }),
  )
})
