import { FIVE_INSURANCES, period } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import { insuredMonths } from './insured-months.ts'
import type { AssessedMonth, InsuredStretch } from './insured-months.ts'

const all = FIVE_INSURANCES
const without = (left: string) => all.filter((insurance) => insurance !== left)
const premium = (month: string, status: AssessedMonth['status'] = 'PAID', insurances = [...all]): AssessedMonth => ({
  period: month,
  status,
  insurances,
})
const stretch = (
  employerName: string,
  fromPeriod: string,
  toPeriod: string | null,
  rest: Partial<InsuredStretch> = {},
) => ({
  employerName,
  fromPeriod,
  toPeriod,
  stopReason: null,
  insurances: all,
  ...rest,
})
const pension = (months: ReturnType<typeof insuredMonths>, year: number) =>
  months.years.find((one) => one.year === year)?.states.PENSION

describe('every month of a record', () => {
  it('runs from the first insured month to the running one, years without any premium included', () => {
    const months = insuredMonths(
      [premium('2022-12')],
      [stretch('甲', '2022-12', '2022-12', { stopReason: 'STOP_RESIGN' }), stretch('乙', '2024-02', null)],
      period('2024-02'),
    )
    expect(months.years.map(({ year }) => year)).toEqual([2024, 2023, 2022])
    expect(pension(months, 2022)?.slice(10)).toEqual([undefined, 'PAID'])
    expect(pension(months, 2023)).toEqual(Array.from({ length: 12 }, () => 'GAP'))
    expect(pension(months, 2024)?.slice(0, 3)).toEqual(['GAP', 'PENDING', undefined])
    expect(months.gaps).toEqual([
      {
        from: '2023-01',
        to: '2024-01',
        insurances: [...all],
        reason: 'NOT_EMPLOYED',
        employerName: '甲',
        stopReason: 'STOP_RESIGN',
      },
    ])
  })

  it('tells a month nobody assessed from an insurance that the unit left out', () => {
    const months = insuredMonths(
      [premium('2024-01'), premium('2024-03', 'PAID', without('UNEMPLOYMENT'))],
      [stretch('甲', '2024-01', '2024-02'), stretch('甲', '2024-03', null, { insurances: without('UNEMPLOYMENT') })],
      period('2024-03'),
    )
    expect(months.gaps).toEqual([
      {
        from: '2024-03',
        to: '2024-03',
        insurances: ['UNEMPLOYMENT'],
        reason: 'NOT_TAKEN',
        employerName: '甲',
        stopReason: undefined,
      },
      {
        from: '2024-02',
        to: '2024-02',
        insurances: [...all],
        reason: 'NOT_ASSESSED',
        employerName: '甲',
        stopReason: undefined,
      },
    ])
  })

  it('lets an unpaid part speak for a month of two units, and a paid one for a month that was refunded to the other', () => {
    const months = insuredMonths(
      [
        premium('2024-01'),
        premium('2024-01', 'UNPAID'),
        premium('2024-02', 'REFUNDED'),
        premium('2024-02', 'BACK_PAID'),
      ],
      [stretch('甲', '2024-01', null)],
      period('2024-02'),
    )
    expect(pension(months, 2024)?.slice(0, 2)).toEqual(['UNPAID', 'BACK_PAID'])
    expect(months.gaps).toEqual([])
  })

  it('is no gap before an insurance began, and goes on to be one after the last unit', () => {
    const months = insuredMonths(
      [premium('2024-01', 'PAID', ['PENSION'])],
      [stretch('甲', '2024-01', '2024-01', { insurances: ['PENSION'] })],
      period('2024-03'),
    )
    expect(months.years[0]?.states.MEDICAL.slice(0, 3)).toEqual(['NOT_INSURED', 'NOT_INSURED', 'NOT_INSURED'])
    expect(months.gaps).toMatchObject([{ from: '2024-02', to: '2024-03', insurances: ['PENSION'] }])
  })

  it('is empty for somebody without any record', () => {
    expect(insuredMonths([], [], period('2024-01'))).toEqual({ years: [], gaps: [] })
    expect(insuredMonths([], [stretch('甲', '2024-02', null)], period('2024-01'))).toEqual({ years: [], gaps: [] })
  })
})
