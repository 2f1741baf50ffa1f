import { arbitraryPeriod } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, daysBetween, parseCivilDate } from './civil-date.ts'
import {
  addMonths,
  monthsBetween,
  parsePeriod,
  paymentYear,
  paymentYearPeriods,
  period,
  periodsBetween,
} from './period.ts'

describe('period', () => {
  it.each(['2024-13', '2024-00', '2024-7', '0000-01', '24-07', '', '2024-07-01'])('refuses %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })

  it('reads both spellings', () => {
    expect(parsePeriod('202407')).toBe('2024-07')
    expect(parsePeriod(' 2024-07 ')).toBe('2024-07')
  })

  it('adds and subtracts months across years', () => {
    expect(addMonths(period('2024-01'), -1)).toBe('2023-12')
    expect(addMonths(period('2024-11'), 3)).toBe('2025-02')
    expect(periodsBetween(period('2024-11'), period('2025-02'))).toEqual(['2024-11', '2024-12', '2025-01', '2025-02'])
    expect(periodsBetween(period('2024-11'), period('2024-10'))).toEqual([])
  })

  it('adding months and counting them are inverse, and text order is time order', () => {
    fc.assert(
      fc.property(arbitraryPeriod(), fc.integer({ min: -500, max: 500 }), (month, count) => {
        const moved = addMonths(month, count)
        expect(monthsBetween(month, moved)).toBe(count)
        expect(moved > month).toBe(count > 0)
      }),
    )
  })
})

describe('paymentYear', () => {
  it.each([
    [7, '2024-06', 2023],
    [7, '2024-07', 2024],
    [1, '2024-06', 2024],
    [1, '2024-12', 2024],
  ])('start month %i, %s is in %i', (start, month, year) => {
    expect(paymentYear(start, period(month))).toBe(year)
  })

  it('names its first and last period', () => {
    expect(paymentYearPeriods(7, 2024)).toEqual({ first: '2024-07', last: '2025-06' })
    expect(() => paymentYear(13, period('2024-01'))).toThrow(RangeError)
  })
})

describe('civil dates', () => {
  it.each(['2023-02-29', '2024-02-30', '2024-13-01', '2024-1-1', '0000-01-01', 'today'])('refuses %j', (text) => {
    expect(parseCivilDate(text)).toBeUndefined()
  })

  it('counts leap days', () => {
    expect(daysBetween(civilDate('2024-02-25'), civilDate('2024-03-01'))).toBe(5)
    expect(daysBetween(civilDate('2023-02-25'), civilDate('2023-03-01'))).toBe(4)
  })
})
