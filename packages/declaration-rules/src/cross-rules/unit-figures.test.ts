import { expect, it } from 'vitest'
import { emptyTotals } from './personnel-totals.ts'
import { figuresOf } from './unit-figures.ts'

it('who has no household registration counts as non-local and urban, so that the parts are the staff', () => {
  const totals = emptyTotals()
  totals.people = 15
  const of = {
    LOCAL_URBAN: 5,
    LOCAL_RURAL: 4,
    NONLOCAL_URBAN: 2,
    NONLOCAL_RURAL: 1,
    HMT_RESIDENT: 2,
    FOREIGN_NATIONAL: 1,
  }
  Object.assign(totals.householdType, of)
  const figures = figuresOf(totals)
  expect(figures).toMatchObject({ staffLocal: 9, staffNonlocal: 6, staffUrban: 10, staffRural: 5 })
  expect((figures.staffLocal ?? 0) + (figures.staffNonlocal ?? 0)).toBe(figures.staffTotal)
})
