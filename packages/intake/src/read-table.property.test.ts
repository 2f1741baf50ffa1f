import { writeCsv } from '@shebao/roster'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importColumns, importKinds } from './kinds.ts'
import type { Columns } from './column.ts'
import { openTable, readTableRow } from './read-table.ts'

const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })

describe.each(importKinds)('a table of %s', (kind) => {
  const columns: Columns = importColumns[kind]
  const keys = Object.keys(columns)

  it('reads whatever stands in its cells without failing: a value, a problem, or nothing where nothing is needed', () => {
    const row = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), {
      minLength: keys.length,
      maxLength: keys.length,
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const bytes = writeCsv([Object.values(columns).map(({ zh }) => zh), ...rows], [])
        const result = openTable(bytes, 'x.csv', columns)
        if (!result.ok) return
        for (const one of result.opened.rows) {
          const { values, problems } = readTableRow(columns, one, false)
          for (const key of keys) {
            const said = problems.some(({ column }) => column === key)
            expect(key in values || said || columns[key]?.required !== true, key).toBe(true)
            expect(key in values && said, key).toBe(false)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('what is written is what is read', () => {
  it('for amounts, days and months, in the ways offices write them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), day, fc.nat(2), (fen, date, way) => {
        const text = date.toISOString().slice(0, 10)
        const [year, month, dom] = text.split('-').map(Number)
        const days = [text, `${year}年${month}月${dom}日`, `${year}/${month}/${dom}`]
        const months = [text.slice(0, 7), `${year}年${month}月`, text.slice(0, 7).replace('-', '')]
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        const heads = ['社会保险登记号', '余额类别', '余额日期', '所属期', '预存金额']
        const bytes = writeCsv([heads, ['11010800001', '预存', days[way] ?? '', months[way] ?? '', yuan]], [])
        const result = openTable(bytes, 'x.csv', importColumns.OPENING_BALANCES)
        const [row] = result.ok ? result.opened.rows : []
        if (!row) throw new Error('no row')
        const { values, problems } = readTableRow(importColumns.OPENING_BALANCES, row, false)
        expect(problems).toEqual([])
        expect(values).toMatchObject({ kind: 'CREDIT', asOf: text, period: text.slice(0, 7), amount: fen })
      }),
    )
  })
})
