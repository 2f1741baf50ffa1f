import { arbitraryLateFee, findFalseNodes } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, dayNumber, fen, ZERO_FEN } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { explainLateFee } from '../explain/explain-debt.ts'
import { amountOf } from '../explain/explanation.ts'
import { lateFee, LATE_FEE_DAILY_RATES } from './late-fee.ts'
import type { LateFeeInput } from './late-fee.ts'
import { accrueLateFee } from './late-fee-accrual.ts'

const date = civilDate
const debt = { principal: fen(10_000_000), due: date('2024-07-25') }

describe('a late fee booked bit by bit', () => {
  it('comes to 550.00 at the part payment and 300.00 at the rest (domain specification 3.4)', () => {
    const first = accrueLateFee({ ...debt, until: date('2024-08-05') }, ZERO_FEN)
    expect(first.increment).toBe(55_000)
    const partPayments = [{ on: date('2024-08-05'), amount: fen(4_000_000) }]
    const second = accrueLateFee({ ...debt, partPayments, until: date('2024-08-15') }, first.lateFee.fee)
    expect(second).toMatchObject({ increment: 30_000, due: 85_000 })
  })

  it('takes back what was booked too much when a payment turns out to have come earlier', () => {
    const booked = accrueLateFee({ ...debt, until: date('2024-08-15') }, ZERO_FEN).increment
    expect(booked).toBe(105_000)
    const partPayments = [{ on: date('2024-08-05'), amount: fen(4_000_000) }]
    expect(accrueLateFee({ ...debt, partPayments, until: date('2024-08-15') }, booked).increment).toBe(-20_000)
  })

  it('takes back no more than nobody has paid', () => {
    const partPayments = [{ on: date('2024-08-05'), amount: fen(4_000_000) }]
    const input = { ...debt, partPayments, until: date('2024-08-15') }
    expect(accrueLateFee(input, fen(105_000), fen(95_000))).toMatchObject({ due: 95_000, increment: -10_000 })
    expect(accrueLateFee(input, fen(105_000), fen(85_000))).toMatchObject({ due: 85_000, increment: -20_000 })
  })

  it('refuses a booked fee that is none', () => {
    expect(() => accrueLateFee({ ...debt, until: date('2024-08-15') }, fen(-1))).toThrow(
      expect.objectContaining({ code: 'BOOKED_OUT_OF_RANGE' }) as Error,
    )
  })

  it('at any dates, each with the payments known by then, comes to the fee accrued once at the end', () => {
    const days = fc.array(fc.integer({ min: -20, max: 2600 }), { maxLength: 6 })
    fc.assert(
      fc.property(arbitraryLateFee(), days, fc.boolean(), (input, drawn, knownOnTheDay) => {
        let booked = ZERO_FEN
        const stops = [...drawn].toSorted((a, b) => a - b).map((day) => addDays(input.due, day))
        for (const until of [...stops.filter((stop) => stop < input.until), input.until]) {
          const last = until === input.until
          // A payment lowers the principal from the next day, so whether today's is known already changes nothing.
          const known = input.partPayments.filter(({ on }) => last || on < until || (knownOnTheDay && on === until))
          const { increment, lateFee: whole } = accrueLateFee({ ...input, partPayments: known, until }, booked)
          expect(increment).toBeGreaterThanOrEqual(0)
          booked = fen(booked + increment)
          expect(booked).toBe(whole.fee)
        }
        expect(booked).toBe(lateFee(input).fee)
      }),
    )
  })

  it('corrects itself whatever was booked before with fewer payments known', () => {
    fc.assert(
      fc.property(arbitraryLateFee(), fc.nat(4), (input, unknown) => {
        const early = accrueLateFee({ ...input, partPayments: input.partPayments.slice(unknown) }, ZERO_FEN)
        const { increment } = accrueLateFee(input, early.increment)
        expect(increment).toBeLessThanOrEqual(0)
        expect(early.increment + increment).toBe(lateFee(input).fee)
      }),
    )
  })
})

describe('a late fee with payments, pauses, both rules and any rates', () => {
  const pause = fc.record({ day: fc.integer({ min: -30, max: 380 }), days: fc.nat(90) })
  const rates = fc.option(
    fc.uniqueArray(fc.record({ day: fc.integer({ min: -30, max: 380 }), ppm: fc.integer({ min: 0, max: 3000 }) }), {
      maxLength: 3,
      selector: ({ day }) => day,
    }),
    { nil: undefined },
  )
  const drawn = fc
    .tuple(arbitraryLateFee(), fc.nat(400), fc.array(pause, { maxLength: 3 }), rates)
    .map(([input, days, pauses, steps]) => ({
      ...input,
      until: addDays(input.due, days),
      pauses: pauses.map(({ day, days: length }) => ({
        from: addDays(input.due, day),
        to: addDays(input.due, day + length),
      })),
      ...(steps && { rates: steps.map(({ day, ppm }) => ({ from: addDays(input.due, day), ppm })) }),
    }))

  it('is the rounded sum over the days, counted one by one', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const { exact, days } = dayByDay(input)
        const rounded = Number((2n * exact + 1_000_000n) / 2_000_000n)
        const result = lateFee(input)
        expect(result.fee).toBe(input.cap === 'PRINCIPAL' ? Math.min(rounded, input.principal) : rounded)
        expect(result.days).toBe(days)
      }),
    )
  })

  it('explains itself, every node following from its inputs', () => {
    fc.assert(
      fc.property(fc.oneof(drawn, arbitraryLateFee()), (input) => {
        const why = explainLateFee(input)
        expect(findFalseNodes(why)).toEqual([])
        expect(amountOf(why)).toBe(lateFee(input).fee)
      }),
    )
  })

  it('shows the deferral that keeps days out, and the principal that caps the fee', () => {
    const pauses = [{ from: date('2024-07-30'), to: date('2024-08-03') }]
    const why = explainLateFee({ ...debt, until: date('2024-08-05'), pauses })
    expect(why.inputs.map(({ label, params }) => [label, params['from']])).toEqual([
      ['LATE_FEE_STRETCH', '2024-07-26'],
      ['LATE_FEE_PAUSE', '2024-07-30'],
      ['LATE_FEE_STRETCH', '2024-08-04'],
    ])
    const whole = { from: date('2024-07-01'), to: date('2024-12-31') }
    expect(explainLateFee({ ...debt, until: date('2024-08-05'), pauses: [whole] })).toMatchObject({
      rule: 'SUM',
      inputs: [{ label: 'LATE_FEE_PAUSE', rule: 'DEFERRED' }],
      result: { value: 0 },
    })
    expect(explainLateFee({ ...debt, until: debt.due })).toMatchObject({ rule: 'NOT_LATE', inputs: [] })
    const capped = explainLateFee({ ...debt, until: addDays(debt.due, 2001), cap: 'PRINCIPAL' })
    expect(capped.inputs.map(({ label, result }) => [label, result.value])).toEqual([
      ['LATE_FEE_UNCAPPED', 10_005_000],
      ['PRINCIPAL', 10_000_000],
    ])
  })

  it('does not depend on the order of rates, and refuses a pause that ends before it begins', () => {
    const until = date('2011-07-10')
    const old = { principal: fen(100_000), due: date('2011-06-20'), until }
    expect(lateFee({ ...old, rates: LATE_FEE_DAILY_RATES.toReversed() })).toEqual(lateFee(old))
    const reversed = [{ from: date('2011-07-05'), to: date('2011-07-01') }]
    expect(() => lateFee({ ...old, pauses: reversed })).toThrow(
      expect.objectContaining({ code: 'PAUSE_REVERSED' }) as Error,
    )
  })
})

/** In fen × ppm, one day after the other. */
function dayByDay(input: LateFeeInput): { exact: bigint; days: number } {
  const settled = input.rule === 'SETTLED_MONTH'
  let exact = 0n
  let days = 0
  for (let day = addDays(input.due, 1); day <= input.until; day = addDays(day, 1)) {
    if (settled && (day.slice(0, 7) === input.due.slice(0, 7) || day === input.until)) continue
    if ((input.pauses ?? []).some(({ from, to }) => from <= day && day <= to)) continue
    const paid = (input.partPayments ?? []).filter(({ on }) => on < day).reduce((sum, { amount }) => sum + amount, 0)
    if (paid === input.principal) continue
    exact += BigInt(input.principal - paid) * BigInt(rateOn(input.rates ?? LATE_FEE_DAILY_RATES, day))
    days += 1
  }
  return { exact, days }
}

function rateOn(rates: NonNullable<LateFeeInput['rates']>, day: CivilDate): number {
  const known = rates.filter(({ from }) => from <= day).toSorted((a, b) => dayNumber(b.from) - dayNumber(a.from))
  return known[0]?.ppm ?? 0
}
