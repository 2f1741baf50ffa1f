import { civilDate } from '@shebao/kernel'
import { addWorkingDays, prepareCalendar } from '@shebao/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstFreshDay } from './stale-work.ts'

const calendar = prepareCalendar({
  years: [2026],
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07', '2026-10-08'],
  makeUpDays: ['2026-10-10'],
})
const day = fc.integer({ min: 1, max: 28 }).map((date) => civilDate(`2026-10-${String(date).padStart(2, '0')}`))

describe('when what was taken counts as left lying', () => {
  it('is once so many whole working days lie between then and today', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 12 }), (takenOn, today, days) => {
        const fresh = firstFreshDay(calendar, today, days)
        expect(fresh !== undefined && takenOn < fresh).toBe(addWorkingDays(calendar, takenOn, days) < today)
      }),
    )
  })

  it('is never while the year before is not published', () => {
    expect(firstFreshDay(calendar, civilDate('2026-01-02'), 3)).toBeUndefined()
  })
})
