import { describe, expect, it } from 'vitest'
import { actOfKey } from './grid-acts.ts'
import { columnStarts, fixedWidth, gridColumns } from './grid-columns.ts'
import { columnsInSight, linesInSight, scrolledTo } from './grid-window.ts'

const view = { top: 0, left: 0, width: 900, height: 636 }
const sizes = { rows: 50_000, rowPx: 60, headPx: 36 }

describe('the window of the grid', () => {
  it('scrolls as little as brings a line between the head and the lower edge', () => {
    const topFor = (top: number, place: number) => scrolledTo({ ...view, top }, sizes, place, 0).top
    expect([topFor(0, 9), topFor(0, 10), topFor(0, 25)]).toEqual([0, 60, 960])
    expect([topFor(960, 17), topFor(960, 16), topFor(960, 15), topFor(960, 0)]).toEqual([960, 960, 900, 0])
    expect([topFor(0, 49_999), topFor(3_000_000, 0)]).toEqual([50_000 * 60 + 36 - 636, 0])
    expect(scrolledTo({ ...view, top: 500 }, { ...sizes, rows: 3 }, 2, 0).top).toBe(0)
  })

  it('brings a column beside those that stay in place, and the first ones back to the left edge', () => {
    const leftFor = (left: number, column: number) => scrolledTo({ ...view, left }, sizes, 0, column).left
    const last = gridColumns.length - 1
    expect(leftFor(0, last)).toBe((columnStarts[last] ?? 0) + (gridColumns[last]?.width ?? 0) - view.width)
    expect(leftFor(2_000, 4)).toBe((columnStarts[4] ?? 0) - fixedWidth)
    expect([leftFor(2_000, 1), leftFor(0, 2)]).toEqual([0, 0])
  })

  it('draws a few lines more than are in sight, never one that is not there', () => {
    expect(linesInSight({ ...view, top: 600 }, sizes)).toEqual({ first: 8, last: 22, most: 15 })
    expect(linesInSight(view, { ...sizes, rows: 4 })).toMatchObject({ first: 0, last: 3 })
    expect(linesInSight(view, { ...sizes, rows: 0 })).toMatchObject({ first: 0, last: -1 })
    const { first, last, most } = linesInSight({ ...view, top: 630 }, sizes)
    expect(last - first + 1).toBeLessThanOrEqual(most)
    expect(columnsInSight(view, 1).at(0)).toBe(2)
    expect(columnsInSight(view, 20)).toContain(20)
  })
})

describe('the keys of the grid', () => {
  const at = { place: 3, column: 1, rows: 10, page: 4 }
  const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }
  it.each([
    [
      { key: 'ArrowDown', altKey: true },
      { kind: 'SORT', descending: true },
    ],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, { kind: 'REDO' }],
    [{ key: 'z', metaKey: true }, { kind: 'UNDO' }],
    [
      { key: 'End', ctrlKey: true, shiftKey: true },
      { kind: 'MOVE', place: 9, column: 1, selecting: true },
    ],
    [{ key: '/' }, { kind: 'FIND' }],
    [{ key: '张' }, { kind: 'TYPE', text: '张' }],
    [{ key: 'c', ctrlKey: true }, undefined],
    [{ key: 'Tab' }, undefined],
  ])('%o', (key, act) => expect(actOfKey({ ...plain, ...key }, at)).toEqual(act))
})
