import { describe, expect, it } from 'vitest'
import { placeWithin, reduceWorkbench, startWorkbench } from './workbench-state.ts'
import type { WorkbenchEvent } from './workbench-state.ts'

const after = (...events: WorkbenchEvent[]) => events.reduce(reduceWorkbench, startWorkbench(undefined))

describe('the workbench', () => {
  it('begins at the row the comparison leads to', () => {
    expect(startWorkbench(7).openRow).toBe(7)
  })

  it.each<[string, WorkbenchEvent]>([
    ['text', { kind: 'searched', text: '王' }],
    ['state', { kind: 'filtered', filter: 'ERROR' }],
  ])('begins again at the top when the list is filtered by %s, with the same person open', (_, event) => {
    const state = after({ kind: 'opened', place: 5, row: 9 }, { kind: 'toggled', row: 3 }, event)
    expect(state).toMatchObject({ cursor: 0, openRow: 9 })
    expect([...state.selected]).toEqual([3])
  })

  it('moves the cursor with the person who is opened, and leaves it where it is when they are closed', () => {
    expect(after({ kind: 'opened', place: 5, row: 9 }, { kind: 'closed' })).toMatchObject({
      cursor: 5,
      openRow: undefined,
    })
    expect(after({ kind: 'opened', place: 5, row: 9 }, { kind: 'moved', place: 2 })).toMatchObject({
      cursor: 2,
      openRow: 9,
    })
  })

  it('selects one, takes them back, selects many, and forgets them when they are removed', () => {
    expect([...after({ kind: 'toggled', row: 3 }).selected]).toEqual([3])
    expect([...after({ kind: 'toggled', row: 3 }, { kind: 'toggled', row: 3 }).selected]).toEqual([])
    const many = after({ kind: 'toggled', row: 1 }, { kind: 'selected', rows: [3, 4] })
    expect([...many.selected]).toEqual([3, 4])
    expect(reduceWorkbench({ ...many, openRow: 4 }, { kind: 'removed' })).toMatchObject({ openRow: undefined })
    expect(reduceWorkbench(many, { kind: 'removed' }).selected.size).toBe(0)
  })

  it('does not change what it was given', () => {
    const before = after({ kind: 'toggled', row: 3 })
    reduceWorkbench(before, { kind: 'toggled', row: 3 })
    expect([...before.selected]).toEqual([3])
  })
})

describe('places in the list', () => {
  it.each([
    [-1, 3, 0],
    [2, 3, 2],
    [3, 3, 2],
    [0, 0, 0],
  ])('%i of %i is %i', (place, count, expected) => {
    expect(placeWithin(place, count)).toBe(expected)
  })
})
