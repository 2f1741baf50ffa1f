import { describe, expect, it } from 'vitest'
import { layoutKey, layoutProblem } from './column-layout.ts'
import { personColumns } from './kinds/people.ts'
import { openTable } from './read-table.ts'

const file = (text: string) => new TextEncoder().encode(text)
const open = (text: string, options = {}) => {
  const result = openTable(file(text), 'x.csv', personColumns, { unknownHeads: true, ...options })
  if (!result.ok) throw new Error(result.problem.code)
  return result.opened
}
const strange =
  '某区人员导出\n甲列,乙列,丙列\n张三三,110105199001010010,13900000001\n李四四,110105199202020020,13900000002\n'

describe('columns that nobody knows', () => {
  it('are told with what stands under them, below the titles', () => {
    const { table, heads } = open(strange)
    expect([table.headerRow, table.missing]).toEqual([2, ['name', 'idNumber']])
    expect(heads).toEqual([
      { header: '甲列', takenFor: null, samples: ['张三三', '李四四'] },
      { header: '乙列', takenFor: null, samples: ['110105199001010010', '110105199202020020'] },
      { header: '丙列', takenFor: null, samples: ['13900000001', '13900000002'] },
    ])
    expect(openTable(file(strange), 'x.csv', personColumns).ok).toBe(false)
  })

  it('are what somebody said of them', () => {
    const { table, rows } = open(strange, { layout: { 甲列: 'name', 乙列: 'idNumber', 丙列: null } })
    expect([table.missing, table.unknown]).toEqual([[], ['丙列']])
    expect(rows.map(({ cells }) => [cells['name']?.text, cells['idNumber']?.text])).toEqual([
      ['张三三', '110105199001010010'],
      ['李四四', '110105199202020020'],
    ])
  })

  it('what was said goes before what a head is usually called', () => {
    const { table } = open('姓名,曾用名,证件号码\n张三,张三三,110105199001010010\n', { layout: { 曾用名: 'name' } })
    expect(table.columns.get('name')?.header).toBe('曾用名')
    expect(table.unknown).toEqual(['姓名'])
  })
})

describe('a layout', () => {
  it('is that of all files with the same heads, whatever their order and marks', () => {
    const key = (...headers: string[]) => layoutKey(headers.map((header) => ({ header })))
    expect(key('甲列*', '乙列')).toBe(key('乙列', '甲列'))
    expect(key('甲列')).not.toBe(key('甲列', '乙列'))
  })

  it('names each column once, and none that there is not', () => {
    expect(layoutProblem({ 甲: 'name', 乙: null }, personColumns)).toBeUndefined()
    expect(layoutProblem({ 甲: 'name', 乙: 'name' }, personColumns)).toBe('COLUMN_TWICE')
    expect(layoutProblem({ 甲: 'constructor' }, personColumns)).toBe('UNKNOWN_COLUMN')
  })
})
