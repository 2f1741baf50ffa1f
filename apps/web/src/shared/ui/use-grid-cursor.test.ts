import { expect, it } from 'vitest'
import { movedBy } from './use-grid-cursor.ts'

const middle = { row: 50, column: 2 }

it.each([
  ['ArrowUp', false, { row: 49, column: 2 }],
  ['ArrowDown', false, { row: 51, column: 2 }],
  ['ArrowLeft', false, { row: 50, column: 1 }],
  ['ArrowRight', false, { row: 50, column: 3 }],
  ['Home', false, { row: 50, column: 0 }],
  ['End', false, { row: 50, column: 4 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 99, column: 4 }],
  ['PageDown', false, { row: 62, column: 2 }],
])('%s (ctrl %s) leads to %j', (key, ctrl, place) => expect(movedBy(key, ctrl, middle, 100, 5)).toEqual(place))

it('stays inside', () => {
  expect(movedBy('ArrowUp', false, { row: 0, column: 0 }, 100, 5)).toEqual({ row: 0, column: 0 })
  expect(movedBy('PageDown', false, { row: 95, column: 4 }, 100, 5)).toEqual({ row: 99, column: 4 })
  expect(movedBy('ArrowRight', false, { row: 99, column: 4 }, 100, 5)).toEqual({ row: 99, column: 4 })
})

it('leaves other keys to the page', () => expect(movedBy('a', false, middle, 100, 5)).toBeUndefined())
