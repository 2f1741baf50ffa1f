import { arbitraryLateFee } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, daysBetween, fen } from '@shebao/kernel'
import { explainLateFee } from '../explain/explain-debt.ts'
import { amountOf } from '../explain/explanation.ts'
import { lateFee } from './late-fee.ts'

const principal = fen(370_300)
const date = civilDate

describe('late fee (domain specification 3.4)', () => {
  it.each([
    ['2024-07-25', '2024-08-05', 11, 2037],
    ['2024-02-25', '2024-03-01', 5, 926],
    ['2024-07-25', '2024-07-25', 0, 0],
    ['2024-07-25', '2024-07-01', 0, 0],
    ['2024-07-25', '2024-07-26', 1, 185],
  ])('3 703.00 due %s, paid %s: %i days, %i fen', (due, paid, days, fee) => {
    expect(lateFee({ principal, due: date(due), until: date(paid) })).toMatchObject({ days, fee, capped: false })
  })

  it('lowers the principal from the day after a part payment', () => {
    const result = lateFee({
      principal: fen(10_000_000),
      due: date('2024-07-25'),
      until: date('2024-08-15'),
      partPayments: [{ on: date('2024-08-05'), amount: fen(4_000_000) }],
    })
    expect(result.segments.map(({ days, fee }) => [days, fee])).toEqual([
      [11, 55_000],
      [10, 30_000],
    ])
    expect(result).toMatchObject({ days: 21, fee: 85_000 })
  })

  it('by the other rule counts from the month after the settled month to the day before the bill', () => {
    const result = lateFee({ principal, due: date('2024-07-25'), until: date('2024-08-16'), rule: 'SETTLED_MONTH' })
    expect(result).toMatchObject({ days: 15, fee: 2777 })
    expect(result.segments[0]).toMatchObject({ from: '2024-08-01', to: '2024-08-15' })
    const within = lateFee({ principal, due: date('2024-07-05'), until: date('2024-07-31'), rule: 'SETTLED_MONTH' })
    expect(within).toMatchObject({ days: 0, fee: 0 })
  })

  it('is 0.2 % a day before 2011-07-01 and 0.05 % from then on', () => {
    const result = lateFee({ principal: fen(100_000), due: date('2011-06-28'), until: date('2011-07-03') })
    expect(result.segments.map(({ from, days, dailyRatePpm, fee }) => [from, days, dailyRatePpm, fee])).toEqual([
      ['2011-06-29', 2, 2000, 400],
      ['2011-07-01', 3, 500, 150],
    ])
  })

  it('with the cap, day 2 000 is the limit', () => {
    const due = date('2015-01-01')
    const on = (days: number) => lateFee({ principal, due, until: addDays(due, days), cap: 'PRINCIPAL' })
    expect(on(1999).fee).toBeLessThan(principal)
    expect(on(2000)).toMatchObject({ fee: principal, capped: false })
    expect(on(2001)).toMatchObject({ fee: principal, capped: true, days: 2001 })
    expect(lateFee({ principal, due, until: addDays(due, 2001) }).fee).toBeGreaterThan(principal)
  })

  it('does not run while an agreement defers the debt', () => {
    const pauses = [{ from: date('2024-07-30'), to: date('2024-08-03') }]
    const result = lateFee({ principal, due: date('2024-07-25'), until: date('2024-08-05'), pauses })
    expect(result).toMatchObject({ days: 6, fee: 1111 })
  })

  it.each([
    [{ principal: fen(-1) }, 'PRINCIPAL_OUT_OF_RANGE'],
    [{ principal, partPayments: [{ on: date('2024-08-01'), amount: fen(-1) }] }, 'PAYMENT_OUT_OF_RANGE'],
    [{ principal, partPayments: [{ on: date('2024-08-01'), amount: fen(370_301) }] }, 'OVERPAID'],
  ] as const)('refuses %j', (input, code) => {
    const attempt = () => lateFee({ ...input, due: date('2024-07-25'), until: date('2024-08-05') })
    expect(attempt).toThrow(expect.objectContaining({ code }) as Error)
  })
})

describe('every late fee', () => {
  it('is the rounded exact sum of principal × rate over the days, one by one', () => {
    const small = arbitraryLateFee().filter(({ due, until }) => daysBetween(due, until) <= 400)
    fc.assert(
      fc.property(small, (input) => {
        const first = input.rule === 'SETTLED_MONTH' ? `${nextMonth(input.due)}-01` : addDays(input.due, 1)
        const last = input.rule === 'SETTLED_MONTH' ? addDays(input.until, -1) : input.until
        let exact = 0n
        for (let day = date(first); day <= last; day = addDays(day, 1)) {
          const paid = input.partPayments.filter(({ on }) => on < day).reduce((sum, { amount }) => sum + amount, 0)
          exact += BigInt(input.principal - paid) * (day < '2011-07-01' ? 2000n : 500n)
        }
        const expected = Number((2n * exact + 1_000_000n) / 2_000_000n)
        const capped = input.cap === 'PRINCIPAL' ? Math.min(expected, input.principal) : expected
        expect(lateFee(input).fee).toBe(capped)
      }),
    )
  })

  it('equals the sum of its parts, none of them negative', () => {
    fc.assert(
      fc.property(arbitraryLateFee(), (input) => {
        const { fee, segments, days } = lateFee(input)
        expect(segments.reduce((sum, segment) => sum + segment.fee, 0)).toBe(fee)
        expect(segments.reduce((sum, segment) => sum + segment.days, 0)).toBe(days)
        expect(segments.every((segment) => segment.fee >= 0 && segment.days > 0)).toBe(true)
      }),
    )
  })

  it('is not changed by splitting the period at a payment of nothing', () => {
    fc.assert(
      fc.property(arbitraryLateFee(), fc.integer({ min: -10, max: 2600 }), (input, day) => {
        const nothing = { on: addDays(input.due, day), amount: fen(0) }
        expect(lateFee({ ...input, partPayments: [...input.partPayments, nothing] }).fee).toBe(lateFee(input).fee)
      }),
    )
  })

  it('up to a part payment, plus what comes after it, is the whole: exactly', () => {
    fc.assert(
      fc.property(arbitraryLateFee(), (drawn) => {
        const input = { ...drawn, rule: 'DUE_DATE' as const, cap: 'NONE' as const }
        for (const { on } of input.partPayments) {
          if (on <= input.due || on > input.until) continue
          const before = lateFee({ ...input, until: on })
          const whole = lateFee(input)
          const after = whole.segments.filter(({ from }) => from > on).reduce((sum, { fee }) => sum + fee, 0)
          expect(before.fee + after).toBe(whole.fee)
        }
      }),
    )
  })

  it('explains itself to the same figure', () => {
    fc.assert(
      fc.property(arbitraryLateFee(), (input) => {
        expect(amountOf(explainLateFee(input))).toBe(lateFee(input).fee)
      }),
    )
  })
})

function nextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}
