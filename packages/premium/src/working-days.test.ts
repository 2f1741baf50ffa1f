import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '@shebao/kernel'
import {
  addWorkingDays,
  CalendarYearMissingError,
  coercionLawLimit,
  deadline,
  isWorkingDay,
  nextWorkingDay,
  prepareCalendar,
  workingDaysBetween,
} from './working-days.ts'

const calendar = prepareCalendar({
  years: [2024],
  holidays: ['2024-09-16', '2024-09-17', '2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07'],
  makeUpDays: ['2024-09-14', '2024-09-29', '2024-10-12'],
})

describe('deadlines (domain specification 0)', () => {
  it('moves a limit that ends on a Saturday to Monday', () => {
    expect(deadline(calendar, civilDate('2024-08-01'), { days: 30, unit: 'DAYS' })).toBe('2024-09-02')
  })

  it('counts make-up days and skips holidays', () => {
    const received = civilDate('2024-09-27')
    const reached = [1, 2, 3, 4, 5].map((days) => deadline(calendar, received, { days, unit: 'WORKING_DAYS' }))
    expect(reached).toEqual(['2024-09-29', '2024-09-30', '2024-10-08', '2024-10-09', '2024-10-10'])
  })

  it('takes limits of ten days or fewer in coercion proceedings as working days', () => {
    expect(coercionLawLimit(10)).toEqual({ days: 10, unit: 'WORKING_DAYS' })
    expect(coercionLawLimit(11)).toEqual({ days: 11, unit: 'DAYS' })
  })

  it('lets a limit end on a worked weekend', () => {
    expect(nextWorkingDay(calendar, civilDate('2024-10-12'))).toBe('2024-10-12')
    expect(nextWorkingDay(calendar, civilDate('2024-10-13'))).toBe('2024-10-14')
  })

  it('refuses a year without a table', () => {
    expect(() => isWorkingDay(calendar, civilDate('2025-01-02'))).toThrow(CalendarYearMissingError)
    expect(() => addWorkingDays(calendar, civilDate('2024-12-31'), 1)).toThrow(CalendarYearMissingError)
  })

  it('refuses a contradictory table and a fractional limit', () => {
    expect(() => prepareCalendar({ years: [2024], holidays: ['2024-09-14'], makeUpDays: ['2024-09-14'] })).toThrow(
      RangeError,
    )
    expect(() => addWorkingDays(calendar, civilDate('2024-08-01'), 1.5)).toThrow(RangeError)
  })

  it('counting back finds as many working days as were added, the last of them working', () => {
    const start = fc.integer({ min: 0, max: 200 }).map((step) => addDays(civilDate('2024-03-01'), step))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkingDays(calendar, from, count)
        expect(workingDaysBetween(calendar, from, end)).toBe(count)
        expect(isWorkingDay(calendar, end)).toBe(true)
      }),
    )
  })
})
