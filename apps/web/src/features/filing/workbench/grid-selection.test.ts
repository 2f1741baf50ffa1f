import { describe, expect, it } from 'vitest'
import { allSelected, extended, nothingSelected, toggled } from './grid-selection.ts'

describe('selecting lines', () => {
  const shown = [7, 3, 9, 1, 5]
  it('one by one, a run there and back, and all', () => {
    const one = toggled(nothingSelected, 3, 1)
    expect([...one.lines]).toEqual([3])
    const on = extended(extended(one, shown, 1, 2), shown, 2, 3)
    expect([...on.lines]).toEqual([3, 9, 1])
    expect([...extended(on, shown, 3, 2).lines]).toEqual([3, 9])
    expect([...extended(nothingSelected, shown, 2, 1).lines]).toEqual([3, 9])
    expect(toggled(one, 3, 1).lines.size).toBe(0)
    expect(allSelected(shown).lines.size).toBe(5)
  })
})
