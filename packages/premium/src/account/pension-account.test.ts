import { fen, period, sumFen } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { findFalseNodes } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf } from '../explain/explanation.ts'
import { accountRateRows } from '../parameters/account-rates.ts'
import { BEIJING } from '../parameters/beijing.ts'
import { accountRate } from './account-rate.ts'
import { explainAccountYear } from './explain-account.ts'
import { pensionAccount } from './pension-account.ts'
import type { AccountPosting } from './pension-account.ts'

const rows = accountRateRows(BEIJING)
const rateOf = (year: number) => accountRate(rows, BEIJING, year)
const before = (running: number) => (year: number) => (year < running ? rateOf(year) : undefined)
const post = (month: string, amount: number): AccountPosting => ({ month: period(month), amount: fen(amount) })

describe('by hand', () => {
  it('2016 at 8.31 %: 640.00 yuan posted each month bears 345.70, and the next opening bears its own 7.12 %', () => {
    const postings = Array.from({ length: 12 }, (_, index) =>
      post(`2016-${String(index + 1).padStart(2, '0')}`, 64_000),
    )
    const [first, second, running] = pensionAccount(postings, before(2018), 2018)
    // 640 × (12 + 11 + … + 1 = 78) = 49 920.00; × 0.0831 / 12 = 345.696.
    expect(first).toMatchObject({ opening: 0, principal: 768_000, interest: 34_570, closing: 802_570, final: true })
    // 8 025.70 × 0.0712 = 571.429…
    expect(second).toMatchObject({ opening: 802_570, principal: 0, interest: 57_143, closing: 859_713, final: true })
    expect(running).toMatchObject({ opening: 859_713, interest: 0, closing: 859_713, final: false })
  })

  it('a back payment and a refund count in the month in which money moved', () => {
    const [year] = pensionAccount([post('2024-11', 240_000), post('2024-12', -80_000)], rateOf, 2025)
    // 2 400 × 2 months − 800 × 1 = 4 000.00; × 0.0262 / 12 = 8.733…
    expect(year).toMatchObject({ principal: 160_000, interest: 873, closing: 160_873 })
  })

  it('a year whose rate nobody has published bears nothing yet, and no year after it is final', () => {
    const years = pensionAccount([post('2015-01', 100), post('2016-01', 100)], before(2017), 2017)
    expect(years.map(({ final, interest }) => [final, interest])).toEqual([
      [false, 0],
      [false, 16],
      [false, 0],
    ])
  })
})

describe('of any account', () => {
  const posting = fc
    .tuple(
      fc.integer({ min: 2016, max: 2024 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: -50_000, max: 500_000 }),
    )
    .map(([year, month, amount]) => post(`${year}-${String(month).padStart(2, '0')}`, amount))
  const postings = fc.array(posting, { minLength: 1, maxLength: 30 })
  const end = (all: readonly AccountPosting[]): Fen => pensionAccount(all, rateOf, 2026).at(-1)?.closing ?? fen(0)

  it('the parts are the balance, and every node of its derivation follows', () => {
    fc.assert(
      fc.property(postings, (all) => {
        const years = pensionAccount(all, rateOf, 2026)
        const parts = years.flatMap(({ principal, interest }) => [principal, interest])
        expect(sumFen(parts)).toBe(end(all))
        const why = explainAccountYear(years)
        expect(amountOf(why)).toBe(end(all))
        expect(findFalseNodes(why)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('whoever pays more has no less', () => {
    fc.assert(
      fc.property(postings, posting, (all, { month, amount }) => {
        const more = [...all, { month, amount: fen(Math.abs(amount)) }]
        expect(end(more)).toBeGreaterThanOrEqual(end(all))
      }),
      { numRuns: 60 },
    )
  })

  it('neither the order nor the splitting of postings matters, nor where one stops and goes on', () => {
    fc.assert(
      fc.property(postings, fc.integer({ min: 2017, max: 2025 }), (all, year) => {
        const split = all.toReversed().flatMap(({ month, amount }) => [
          { month, amount: fen(amount - 7) },
          { month, amount: fen(7) },
        ])
        expect(end(split)).toBe(end(all))
        const whole = pensionAccount(all, rateOf, 2026)
        const stopped = pensionAccount(all, rateOf, year).slice(0, -1)
        expect(stopped).toEqual(whole.filter((each) => each.year < year))
      }),
      { numRuns: 40 },
    )
  })
})
