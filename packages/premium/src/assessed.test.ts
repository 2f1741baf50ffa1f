import { arbitraryFen, arbitraryPeriod } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deemedPremium, deemUndeclaredMonth, settleDeemed } from './assessed.ts'
import type { MonthOnRecord } from './assessed.ts'
import { explainDeemed } from './explain/explain-debt.ts'
import { amountOf } from './explain/explanation.ts'
import { fen, period } from '@shebao/kernel'

describe('months without a declaration (domain specification 3.3)', () => {
  it.each([
    [3_703_000, 4_073_300],
    [12_345, 13_580],
    [1, 1],
    [0, 0],
  ])('%i is deemed to be %i', (last, deemed) => {
    expect(deemedPremium(fen(last))).toBe(deemed)
    expect(amountOf(explainDeemed(fen(last), '2024-06'))).toBe(deemed)
  })

  it('settles a later filing: credit or supplement', () => {
    expect(settleDeemed(fen(4_073_300), fen(3_800_000))).toEqual({ kind: 'CREDIT', amount: 273_300 })
    expect(settleDeemed(fen(4_073_300), fen(4_100_000))).toEqual({ kind: 'SUPPLEMENT', amount: 26_700 })
    expect(settleDeemed(fen(1), fen(1))).toEqual({ kind: 'EVEN', amount: 0 })
  })

  const declared: MonthOnRecord = {
    period: period('2024-05'),
    kind: 'DECLARED',
    shares: [
      { insurance: 'PENSION', side: 'EMPLOYER', amount: fen(12_345) },
      { insurance: 'PENSION', side: 'PERSONAL', amount: fen(5) },
    ],
  }
  const deemedJune: MonthOnRecord = { ...declared, period: period('2024-06'), kind: 'DEEMED', shares: [] }
  const july = { period: period('2024-07'), obligationExists: true, mode: 'MONTHLY_SELF' } as const

  it('rounds each insurance and rests on the last declared month, not on a deemed one', () => {
    const outcome = deemUndeclaredMonth({ ...july, history: [deemedJune, declared] })
    expect(outcome).toEqual({
      kind: 'DEEMED',
      basedOn: '2024-05',
      shares: [
        { insurance: 'PENSION', side: 'EMPLOYER', amount: 13_580 },
        { insurance: 'PENSION', side: 'PERSONAL', amount: 6 },
      ],
      total: 13_586,
    })
  })

  it('does not grow however many months go undeclared', () => {
    fc.assert(
      fc.property(arbitraryFen(1), fc.integer({ min: 1, max: 24 }), (amount, months) => {
        const history: MonthOnRecord[] = [{ ...declared, shares: [{ insurance: 'PENSION', side: 'EMPLOYER', amount }] }]
        const totals = new Set<number>()
        for (let step = 0; step < months; step += 1) {
          const month = period(`2024-${String(6 + (step % 7)).padStart(2, '0')}`)
          const outcome = deemUndeclaredMonth({ ...july, period: month, history })
          if (outcome.kind !== 'DEEMED') throw new Error(outcome.kind)
          totals.add(outcome.total)
          history.push({ period: month, kind: 'DEEMED', shares: outcome.shares })
        }
        expect([...totals]).toEqual([deemedPremium(amount)])
      }),
    )
  })

  it('leaves a month alone that an unchanged earlier declaration covers', () => {
    const outcome = deemUndeclaredMonth({ ...july, mode: 'CARRY_FORWARD', history: [declared] })
    expect(outcome).toEqual({ kind: 'COVERED', by: '2024-05' })
  })

  it('in any history rests on the last declared month, rounds each share, and never deems a covered month', () => {
    const record = fc.record({
      period: arbitraryPeriod('2023-07', 24),
      kind: fc.constantFrom('DECLARED' as const, 'DEEMED' as const),
      shares: fc.array(
        fc.record({
          insurance: fc.constant('PENSION' as const),
          side: fc.constant('EMPLOYER' as const),
          amount: arbitraryFen(),
        }),
        {
          maxLength: 3,
        },
      ),
    })
    const histories = fc.uniqueArray(record, { maxLength: 12, selector: (each) => each.period })
    const mode = fc.constantFrom('CARRY_FORWARD' as const, 'MONTHLY_SELF' as const)
    fc.assert(
      fc.property(histories, mode, arbitraryPeriod('2023-07', 24), (history, declarationMode, month) => {
        const outcome = deemUndeclaredMonth({ period: month, obligationExists: true, mode: declarationMode, history })
        const earlier = history.filter(({ kind, period: at }) => kind === 'DECLARED' && at <= month)
        const last = earlier.find(({ period: at }) => earlier.every((other) => other.period <= at))
        const covered = last?.period === month || declarationMode === 'CARRY_FORWARD'
        const shares = last?.shares.map((share) => ({ ...share, amount: deemedPremium(share.amount) })) ?? []
        const total = shares.reduce((sum, { amount }) => sum + amount, 0)
        const deemed = covered
          ? { kind: 'COVERED', by: last?.period }
          : { kind: 'DEEMED', basedOn: last?.period, shares, total }
        expect(outcome).toEqual(last === undefined ? { kind: 'BUREAU_AMOUNT_NEEDED' } : deemed)
      }),
    )
  })

  it('leaves a declared month, and a month without obligation, alone', () => {
    const own = { ...declared, period: july.period }
    expect(deemUndeclaredMonth({ ...july, history: [declared, own] })).toEqual({ kind: 'COVERED', by: '2024-07' })
    expect(deemUndeclaredMonth({ ...july, obligationExists: false, history: [] })).toEqual({ kind: 'NO_OBLIGATION' })
  })

  it('asks the bureau for an amount when nothing was ever declared, and never looks ahead', () => {
    const later = { ...declared, period: period('2024-08') }
    expect(deemUndeclaredMonth({ ...july, history: [deemedJune, later] })).toEqual({ kind: 'BUREAU_AMOUNT_NEEDED' })
  })
})
