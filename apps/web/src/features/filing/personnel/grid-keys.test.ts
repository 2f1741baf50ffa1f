import { describe, expect, it } from 'vitest'
import { afterKey } from './grid-keys.ts'

const place = { cursor: 5, column: 2, rows: 20, columns: 11, page: 12 }

describe('keys of the grid', () => {
  it.each([
    ['ArrowDown', false, 6, 2],
    ['ArrowUp', false, 4, 2],
    ['PageDown', false, 17, 2],
    ['PageUp', false, 0, 2],
    ['ArrowRight', false, 5, 3],
    ['ArrowLeft', false, 5, 1],
    ['Home', false, 5, 0],
    ['End', false, 5, 10],
    ['Home', true, 0, 2],
    ['End', true, 19, 2],
  ])('%s (with Ctrl: %s) goes to row %i, column %i', (key, ctrl, cursor, column) => {
    expect(afterKey(key, ctrl, place)).toEqual({ cursor, column })
  })

  it('stays inside the list, also in an empty one', () => {
    expect(afterKey('ArrowDown', false, { ...place, cursor: 19 })).toEqual({ cursor: 19, column: 2 })
    expect(afterKey('ArrowLeft', false, { ...place, column: 0 })).toEqual({ cursor: 5, column: 0 })
    expect(afterKey('ArrowDown', false, { ...place, cursor: 0, rows: 0 })).toEqual({ cursor: 0, column: 2 })
  })

  it('leaves other keys alone', () => {
    expect(afterKey('a', false, place)).toBeUndefined()
    expect(afterKey('Enter', false, place)).toBeUndefined()
  })
})
