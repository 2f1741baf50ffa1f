import { describe, expect, it } from 'vitest'
import { averageWage, contributionBase, impliedLimits, wageBasis, wageYear } from './base.ts'
import type { WageError } from './base.ts'
import { fen, period, shareOfBase } from '@shebao/kernel'
import { BEIJING } from './parameters/beijing.ts'
import { SHANGHAI } from './parameters/shanghai.ts'
import { SHIPPED_PARAMETER_ROWS } from './parameters/shipped.ts'
import { requirePolicy } from './policy.ts'
import { assessPeople, assessPerson } from './premium.ts'
import type { Assessment } from './premium.ts'

const beijing2024 = requirePolicy(SHIPPED_PARAMETER_ROWS, BEIJING, period('2024-07'), 1)

function amounts({ lines }: Assessment, side: string): Record<string, number> {
  return Object.fromEntries(
    lines.filter((line) => line.side === side).map(({ insurance, amount }) => [insurance, amount]),
  )
}

describe('limits and averages (domain specification 2.2)', () => {
  it.each([
    [1_218_300, 731_000, 3_654_900],
    [1_230_700, 738_400, 3_692_100],
  ])('an average of %i implies %i and %i', (average, floor, ceiling) => {
    expect(impliedLimits(fen(average))).toEqual({ floor, ceiling })
  })

  it('divides last year’s wages by the months worked, rounded once', () => {
    const basis = { wagesLastYear: fen(13_123_450), monthsWorked: 12 }
    expect(averageWage(basis, 'FEN')).toBe(1_093_621)
    expect(averageWage(basis, 'YUAN')).toBe(1_093_600)
    // 100.4999… yuan: rounding to fen first would make it 101
    expect(averageWage({ wagesLastYear: fen(70_349), monthsWorked: 7 }, 'YUAN')).toBe(10_000)
    expect(averageWage({ wagesLastYear: fen(30_149), monthsWorked: 3 }, 'YUAN')).toBe(10_000)
  })

  it('rounds a first month’s wage the same way', () => {
    expect(averageWage({ wage: fen(1_000_050) }, 'YUAN')).toBe(1_000_100)
    expect(averageWage({ wage: fen(1_000_049) }, 'YUAN')).toBe(1_000_000)
  })

  it('rests a period on the wages of the year before its payment year', () => {
    expect([wageYear(7, period('2024-06')), wageYear(7, period('2024-07')), wageYear(1, period('2024-06'))]).toEqual([
      2022, 2023, 2023,
    ])
  })

  it('takes the first month’s wage of someone who worked in no month of last year', () => {
    const wages = { wagesLastYear: fen(1_200_000), monthsWorked: 2, firstMonthWage: fen(900_000) }
    expect(wageBasis(wages)).toEqual({ wagesLastYear: 1_200_000, monthsWorked: 2 })
    expect(wageBasis({ wagesLastYear: fen(0), monthsWorked: 0, firstMonthWage: fen(900_000) })).toEqual({
      wage: 900_000,
    })
    const problemOf = (known: Parameters<typeof wageBasis>[0]) => () => wageBasis(known)
    expect(problemOf({ wagesLastYear: fen(1), monthsWorked: 0 })).toThrow('WAGES_WITHOUT_MONTHS')
    expect(problemOf({ wagesLastYear: fen(0), monthsWorked: 0 })).toThrow('FIRST_WAGE_MISSING')
  })

  it('limits each insurance by its own floor and ceiling, as Guangdong does for unemployment (2.2)', () => {
    // City minimum wage as floor, 300 % of the city average as ceiling; other insurances keep theirs.
    const rows = SHIPPED_PARAMETER_ROWS.map((row) => {
      if (row.region !== BEIJING || row.insurance !== 'UNEMPLOYMENT') return row
      if (row.name === 'BASE_FLOOR') return { ...row, value: 242_000 }
      return row.name === 'BASE_CEILING' ? { ...row, value: 4_000_000 } : row
    })
    const policy = requirePolicy(rows, BEIJING, period('2024-07'), 1)
    const bases = (wage: number) => assessPerson(policy, { wage: fen(wage) }).bases
    expect(bases(200_000)).toMatchObject({ PENSION: 682_100, UNEMPLOYMENT: 242_000 })
    expect(bases(5_000_000)).toMatchObject({ PENSION: 3_528_300, UNEMPLOYMENT: 4_000_000 })
  })

  it('clamps between floor and ceiling', () => {
    expect(
      [0, 682_100, 682_101, 3_528_301].map((wage) => contributionBase(fen(wage), fen(682_100), fen(3_528_300))),
    ).toEqual([682_100, 682_100, 682_101, 3_528_300])
  })

  it.each([
    [{ wage: fen(-1) }, 'NEGATIVE'],
    [{ average: fen(1_000_000_001) }, 'ABSURD'],
    [{ wagesLastYear: fen(100), monthsWorked: 0 }, 'MONTHS_OUT_OF_RANGE'],
    [{ wagesLastYear: fen(100), monthsWorked: 13 }, 'MONTHS_OUT_OF_RANGE'],
    [{ wagesLastYear: fen(-100), monthsWorked: 1 }, 'NEGATIVE'],
    [{ wagesLastYear: fen(2_000_000_000), monthsWorked: 1 }, 'ABSURD'],
  ] as const)('refuses %j as %s', (basis, problem) => {
    expect(() => averageWage(basis, 'FEN')).toThrow(
      expect.objectContaining({ name: 'WageError', problem }) as WageError,
    )
  })
})

describe('Beijing 2024, class 1 (domain specification 2.4)', () => {
  it.each([
    {
      wage: 1_000_000,
      base: 1_000_000,
      employer: { PENSION: 160_000, UNEMPLOYMENT: 5000, WORK_INJURY: 2000, MEDICAL: 98_000 },
      personal: { PENSION: 80_000, UNEMPLOYMENT: 5000, MEDICAL: 20_300 },
      sums: [265_000, 105_300, 370_300],
    },
    {
      wage: 500_000,
      base: 682_100,
      employer: { PENSION: 109_136, UNEMPLOYMENT: 3411, WORK_INJURY: 1364, MEDICAL: 66_846 },
      personal: { PENSION: 54_568, UNEMPLOYMENT: 3411, MEDICAL: 13_942 },
      sums: [180_757, 71_921, 252_678],
    },
    {
      wage: 5_000_000,
      base: 3_528_300,
      employer: { PENSION: 564_528, UNEMPLOYMENT: 17_642, WORK_INJURY: 7057, MEDICAL: 345_773 },
      personal: { PENSION: 282_264, UNEMPLOYMENT: 17_642, MEDICAL: 70_866 },
      sums: [935_000, 370_772, 1_305_772],
    },
  ])('a wage of $wage fen', ({ wage, base, employer, personal, sums }) => {
    const assessment = assessPerson(beijing2024, { wage: fen(wage) })
    expect(amounts(assessment, 'EMPLOYER')).toEqual(employer)
    expect(amounts(assessment, 'PERSONAL')).toEqual(personal)
    expect([assessment.employer, assessment.personal, assessment.total]).toEqual(sums)
    expect(new Set(Object.values(assessment.bases))).toEqual(new Set([base]))
  })

  it('rounds each line, so three floor earners pay 102.33 of unemployment, not 102.32', () => {
    const columns = assessPeople(beijing2024, [500_000, 500_000, 500_000])
    const line = beijing2024.lines.findIndex(
      ({ insurance, side }) => insurance === 'UNEMPLOYMENT' && side === 'EMPLOYER',
    )
    const sum = [0, 1, 2].reduce(
      (total, person) => total + (columns.amounts[person * columns.lineCount + line] ?? 0),
      0,
    )
    expect(sum).toBe(10_233)
    expect(shareOfBase(fen(3 * 682_100), 5000, 'HALF_UP_FEN')).toBe(10_232)
  })

  it('shows maternity as included: no line of its own', () => {
    expect(beijing2024.maternityMode).toBe('MERGED')
    expect(beijing2024.lines.some(({ insurance }) => insurance === 'MATERNITY')).toBe(false)
  })

  it('orders lines by side and code', () => {
    expect(beijing2024.lines.map(({ side, insurance }) => `${side} ${insurance}`)).toEqual([
      'EMPLOYER PENSION',
      'EMPLOYER UNEMPLOYMENT',
      'EMPLOYER MEDICAL',
      'EMPLOYER WORK_INJURY',
      'PERSONAL PENSION',
      'PERSONAL UNEMPLOYMENT',
      'PERSONAL MEDICAL',
    ])
  })

  it('charges the fixed amount once per person and month', () => {
    const second = assessPerson(beijing2024, { wage: fen(1_000_000), fixedAlreadyCharged: true })
    expect(amounts(second, 'PERSONAL')).toEqual({ PENSION: 80_000, UNEMPLOYMENT: 5000, MEDICAL: 20_000 })
  })

  it('charges it once in columns too, and refuses a mask that does not fit the people', () => {
    const columns = assessPeople(beijing2024, [1_000_000, 1_000_000], undefined, [1, 0])
    expect([...columns.personal]).toEqual([105_000, 105_300])
    expect(() => assessPeople(beijing2024, [1_000_000, 1_000_000], [0])).toThrow(RangeError)
    expect(() => assessPeople(beijing2024, [1_000_000], undefined, [0, 1])).toThrow(RangeError)
  })

  it('leaves out the insurances a person takes no part in', () => {
    const assessment = assessPerson(beijing2024, {
      wage: fen(1_000_000),
      participation: { PENSION: false, MEDICAL: true },
    })
    expect(assessment.total).toBe(370_300 - 240_000)
    expect(assessment.bases).not.toHaveProperty('PENSION')
  })
})

describe('Shanghai, base 7 384, CEIL_JIAO (domain specification 2.4)', () => {
  it('rounds every line up to the next jiao', () => {
    const policy = requirePolicy(SHIPPED_PARAMETER_ROWS, SHANGHAI, period('2024-07'), 1)
    const assessment = assessPerson(policy, { average: fen(738_400) })
    expect(amounts(assessment, 'EMPLOYER')).toMatchObject({ PENSION: 118_150, UNEMPLOYMENT: 3700, WORK_INJURY: 1190 })
    expect(amounts(assessment, 'PERSONAL')).toEqual({ PENSION: 59_080, MEDICAL: 14_770, UNEMPLOYMENT: 3700 })
    // No document of the city was seen.
    expect(policy.unverified).toHaveLength(policy.unverified.filter(({ docNo }) => docNo === null).length)
    expect(policy.unverified.map(({ name, insurance }) => `${name} ${insurance}`)).toEqual(
      expect.arrayContaining(['ROUNDING ALL', 'RATE_PPM MEDICAL', 'BASE_FLOOR PENSION']),
    )
  })
})
