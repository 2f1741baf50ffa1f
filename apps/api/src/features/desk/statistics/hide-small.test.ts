import { describe, expect, it } from 'vitest'
import { smallCells } from './hide-small.ts'

const cells = (...people: number[]) => people.map((count) => ({ people: count }))
const hidden = (list: readonly { people: number }[], addUp: boolean) =>
  [...smallCells(list, addUp)].map(({ people }) => people).toSorted((a, b) => a - b)

describe('cells of few people', () => {
  it('are left out below three, and cells of nobody stay', () => {
    expect(hidden(cells(0, 1, 2, 3, 40), false)).toEqual([1, 2])
  })
  it('take the next smallest along where one alone could be worked out from the total', () => {
    expect(hidden(cells(2, 9, 5, 40), true)).toEqual([2, 5])
    expect(hidden(cells(1, 2, 5, 40), true)).toEqual([1, 2])
    expect(hidden(cells(3, 9), true)).toEqual([])
    expect(hidden(cells(2), true)).toEqual([2])
  })
})
