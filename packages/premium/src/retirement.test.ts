import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, period } from '@shebao/kernel'
import { minimumContributionMonths, retirement, RETIREMENT_CATEGORIES } from './retirement.ts'
import type { RetirementCategory } from './retirement.ts'

describe('retirement (domain specification 2.5)', () => {
  it.each<[RetirementCategory, string, string, number]>([
    ['MALE', '1964-12', '2024-12', 0],
    ['MALE', '1965-01', '2025-02', 1],
    ['MALE', '1965-12', '2026-03', 3],
    ['FEMALE_55', '1971-04', '2026-08', 4],
    ['FEMALE_50', '1975-06', '2025-09', 3],
    ['FEMALE_50', '1984-11', '2039-11', 60],
    ['MALE', '1990-01', '2053-01', 36],
  ])('%s born %s retires %s, %i months later than before', (category, born, retires, delayMonths) => {
    expect(retirement(category, period(born))).toMatchObject({ period: retires, delayMonths })
  })

  it.each([
    [2024, 180],
    [2029, 180],
    [2030, 186],
    [2035, 216],
    [2039, 240],
    [2050, 240],
  ])('retiring in %i takes %i months of contributions', (year, months) => {
    expect(minimumContributionMonths(year)).toBe(months)
  })

  it('names the months needed in the year of retirement', () => {
    expect(retirement('FEMALE_50', period('1984-11')).minimumContributionMonths).toBe(240)
  })

  it('never lets a younger person retire before an older one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RETIREMENT_CATEGORIES), fc.integer({ min: 0, max: 700 }), (category, step) => {
        const born = addMonths(period('1950-01'), step)
        expect(retirement(category, addMonths(born, 1)).period > retirement(category, born).period).toBe(true)
      }),
    )
  })
})
