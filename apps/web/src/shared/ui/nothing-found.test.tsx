import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { axeFindings, showPage } from '../testing/show-page.tsx'
import { DataTable, type DataColumn } from './data-table.tsx'

afterEach(cleanup)

interface Unit {
  name: string
}
const rows: Unit[] = [{ name: '甲公司' }, { name: '乙公司' }]
const columns: DataColumn<Unit>[] = [{ id: 'name', header: '单位', value: ({ name }) => name, filter: true }]

describe('a table whose filter matches nothing', () => {
  it('says so and offers the whole table again, the cursor back in the filter', async () => {
    const { container, user } = showPage(
      <DataTable label="单位" rows={rows} columns={columns} rowId={({ name }) => name} empty={null} />,
    )
    const filter = screen.getByRole('searchbox')
    await user.type(filter, '丙')
    expect(await screen.findByText('没有符合筛选条件的内容')).toBeTruthy()
    expect(screen.getByText('0 / 2 行')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: '清除筛选' }))
    expect(screen.queryByText('没有符合筛选条件的内容')).toBeNull()
    expect(screen.getByText('2 行')).toBeTruthy()
    expect(document.activeElement).toBe(filter)
  })
})
