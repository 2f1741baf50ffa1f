import { describe, expect, it } from 'vitest'
import { rowsOfRanges, withRow } from './personnel-list.ts'

describe('rows of a list', () => {
  it('come as runs and are each row', () => {
    expect(rowsOfRanges([2, 4, 9, 9])).toEqual([2, 3, 4, 9])
    expect(rowsOfRanges([])).toEqual([])
  })

  it('take in the open person where they belong, though the filter lets them fall out', () => {
    expect(withRow([1, 4, 8], 5)).toEqual([1, 4, 5, 8])
    expect(withRow([1, 4, 8], 4)).toEqual([1, 4, 8])
  })
})
