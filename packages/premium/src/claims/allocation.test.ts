import { arbitraryDebts, arbitraryFen } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, allocationTotals } from './allocation.ts'
import type { PeriodDebt } from './allocation.ts'
import { fen, ZERO_FEN, INSURANCE_CODES, period } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'

/** One month of the Beijing 10 000 yuan earner: employer 2 650.00, personal 1 053.00. */
function month(at: Period, lateFee: number): PeriodDebt {
  return {
    period: at,
    lateFee: fen(lateFee),
    shares: [
      { insurance: 'MEDICAL', side: 'EMPLOYER', outstanding: fen(98_000) },
      { insurance: 'PENSION', side: 'EMPLOYER', outstanding: fen(160_000) },
      { insurance: 'UNEMPLOYMENT', side: 'EMPLOYER', outstanding: fen(5000) },
      { insurance: 'WORK_INJURY', side: 'EMPLOYER', outstanding: fen(2000) },
      { insurance: 'MEDICAL', side: 'PERSONAL', outstanding: fen(20_300) },
      { insurance: 'PENSION', side: 'PERSONAL', outstanding: fen(80_000) },
      { insurance: 'UNEMPLOYMENT', side: 'PERSONAL', outstanding: fen(5000) },
    ],
  }
}

describe('allocation (domain specification 3.5)', () => {
  it('clears June, July’s personal share, and 223.63 of July’s employer share', () => {
    const allocation = allocate([month(period('2024-07'), 0), month(period('2024-06'), 2037)], fen(500_000))
    const june = allocation.parts.filter(({ period: at }) => at === '2024-06')
    expect(june.reduce((sum, { amount }) => sum + amount, 0)).toBe(372_337)
    expect(june.every(({ cleared }) => cleared)).toBe(true)
    const july = allocation.parts.filter(({ period: at }) => at === '2024-07')
    expect(july).toEqual([
      { period: '2024-07', kind: 'PERSONAL', insurance: 'PENSION', amount: 80_000, cleared: true },
      { period: '2024-07', kind: 'PERSONAL', insurance: 'UNEMPLOYMENT', amount: 5000, cleared: true },
      { period: '2024-07', kind: 'PERSONAL', insurance: 'MEDICAL', amount: 20_300, cleared: true },
      { period: '2024-07', kind: 'EMPLOYER', insurance: 'PENSION', amount: 22_363, cleared: false },
    ])
    expect(allocation.remaining).toBe(0)
    expect(allocationTotals(allocation)).toEqual({ PERSONAL: 210_600, EMPLOYER: 287_363, LATE_FEE: 2037 })
  })

  it('serves the personal shares of every debt of a period before any employer share of it', () => {
    const bill = { ...month(period('2024-06'), 0), id: 'bill' }
    const difference: PeriodDebt = {
      id: 'difference',
      period: period('2024-06'),
      lateFee: ZERO_FEN,
      shares: [
        { insurance: 'PENSION', side: 'EMPLOYER', outstanding: fen(5456) },
        { insurance: 'PENSION', side: 'PERSONAL', outstanding: fen(2728) },
      ],
    }
    const { parts } = allocate([bill, difference], fen(108_029))
    expect(parts.map(({ id, kind, amount }) => [id, kind, amount])).toEqual([
      ['bill', 'PERSONAL', 80_000],
      ['difference', 'PERSONAL', 2728],
      ['bill', 'PERSONAL', 5000],
      ['bill', 'PERSONAL', 20_300],
      ['bill', 'EMPLOYER', 1],
    ])
  })

  it('keeps what no debt takes', () => {
    expect(allocate([], fen(100))).toEqual({ parts: [], allocated: 0, remaining: 100 })
  })

  it('refuses negative payments and debts', () => {
    expect(() => allocate([], fen(-1))).toThrow(RangeError)
    expect(() => allocate([month(period('2024-06'), -1)], fen(1_000_000))).toThrow(RangeError)
  })

  it('loses nothing, overpays nothing, and skips no older debt', () => {
    fc.assert(
      fc.property(arbitraryDebts(), arbitraryFen(0, 5_000_000), (debts, payment) => {
        const { parts, allocated, remaining } = allocate(debts, payment)
        const owed = debts.reduce(
          (sum, debt) => debt.shares.reduce((all, each) => all + each.outstanding, sum + debt.lateFee),
          0,
        )
        expect(allocated + remaining).toBe(payment)
        expect(allocated).toBe(Math.min(owed, payment))
        expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(allocated)
        expect(parts.slice(0, -1).every(({ cleared }) => cleared)).toBe(true)
        expect(parts.every(({ amount }) => amount > 0)).toBe(true)
      }),
    )
  })

  it('pays a debt only when everything before it in the order is paid', () => {
    fc.assert(
      fc.property(arbitraryDebts(), arbitraryFen(0, 5_000_000), (debts, payment) => {
        const left = afterwards(debts, allocate(debts, payment))
        const rank = { PERSONAL: 0, EMPLOYER: 1 } as const
        const items = left.flatMap((debt, index) => [
          ...debt.shares.map(({ insurance, side, outstanding }) => ({
            key: `${debt.period}|${rank[side]}|${INSURANCE_CODES[insurance]}`,
            outstanding,
            paid:
              outstanding <
              (debts[index]?.shares.find((s) => s.insurance === insurance && s.side === side)?.outstanding ?? 0),
          })),
          { key: `${debt.period}|2`, outstanding: debt.lateFee, paid: debt.lateFee < (debts[index]?.lateFee ?? 0) },
        ])
        for (const { key } of items.filter(({ paid }) => paid)) {
          expect(items.filter((other) => other.key < key && other.outstanding > 0)).toEqual([])
        }
      }),
    )
  })

  it('paying in two steps clears the same debts as paying at once', () => {
    fc.assert(
      fc.property(arbitraryDebts(), arbitraryFen(0, 900_000), arbitraryFen(0, 900_000), (debts, first, second) => {
        const rest = afterwards(debts, allocate(debts, first))
        const inTwo = afterwards(rest, allocate(rest, second))
        expect(inTwo).toEqual(afterwards(debts, allocate(debts, fen(first + second))))
      }),
    )
  })
})

function afterwards(debts: readonly PeriodDebt[], { parts }: ReturnType<typeof allocate>): PeriodDebt[] {
  const paid = (at: Period, kind: string, insurance?: string) =>
    parts.find(
      (part) =>
        part.period === at && part.kind === kind && ('insurance' in part ? part.insurance : undefined) === insurance,
    )?.amount ?? ZERO_FEN
  return debts.map((debt) => ({
    period: debt.period,
    lateFee: fen(debt.lateFee - paid(debt.period, 'LATE_FEE')),
    shares: debt.shares.map((share) => ({
      ...share,
      outstanding: fen(share.outstanding - paid(debt.period, share.side, share.insurance)),
    })),
  }))
}
