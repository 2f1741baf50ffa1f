import {
  allNodes,
  arbitraryDebts,
  arbitraryDrawnPolicy,
  arbitraryFen,
  arbitraryPeriod,
  arbitraryPerson,
  arbitraryPolicy,
  arbitraryPolicyPair,
  findFalseNodes,
} from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from '../claims/allocation.ts'
import { averageWage } from '../base.ts'
import { premiumDifference } from '../claims/difference.ts'
import { explainAllocation } from './explain-allocation.ts'
import { explainBalance, explainOutstanding, TRANSFER_KINDS } from './explain-balance.ts'
import { explainDifferences, explainPersonDifference } from './explain-claims.ts'
import { explainPersonSum, explainUnitOwed, explainUnitPaid } from './explain-certificate.ts'
import { explainNotice, groupPeople, GROUPS_SHOWN } from './explain-notice.ts'
import { explainPerson } from './explain-premium.ts'
import { amountOf } from './explanation.ts'
import { fen, sumFen, ZERO_FEN, period } from '@shebao/kernel'
import { absenceMask, assessPeople, assessPerson } from '../premium.ts'

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

describe('a notice', () => {
  const staff = fc.array(fc.tuple(arbitraryPerson(), fc.integer({ min: 1, max: 4 })), { maxLength: 20 })

  it('of any unit comes to the sum of its people, every node true, every shown line derived or as booked', () => {
    fc.assert(
      fc.property(arbitraryDrawnPolicy(), staff, fc.integer({ min: 1, max: GROUPS_SHOWN }), (policy, drawn, shown) => {
        const people = drawn.flatMap(([person, times]) => Array.from({ length: times }, () => person))
        const columns = assessPeople(
          policy,
          people.map((person) => averageWage(person, policy.averageRounding)),
          people.map(({ participation }) => absenceMask(participation ?? {})),
          people.map(({ fixedAlreadyCharged }) => (fixedAlreadyCharged === true ? 1 : 0)),
        )
        const why = explainNotice(policy, groupPeople(policy, columns), shown)
        expect(amountOf(why)).toBe(sum(columns.employer) + sum(columns.personal))
        expect(findFalseNodes(why)).toEqual([])
        const nodes = allNodes(why)
        expect(nodes.filter(({ label, rule }) => label === 'PREMIUM_LINE' && rule === 'BOOKED')).toEqual([])
        const shares = nodes.filter(({ label }) => label === 'NOTICE_SHARE')
        expect(shares.every(({ inputs }) => inputs.length <= shown + 1)).toBe(true)
      }),
    )
  })

  it('of 50,000 people has a tree of bounded size', () => {
    fc.assert(
      fc.property(arbitraryPolicy(), (policy) => {
        const wages = Array.from({ length: 50_000 }, (_, index) => 600_000 + index * 61)
        const columns = assessPeople(policy, wages)
        const why = explainNotice(policy, groupPeople(policy, columns))
        expect(amountOf(why)).toBe(sum(columns.employer) + sum(columns.personal))
        // lines × (groups × (group, people, line, base, rate, fixed) + others, share, insurance) + total
        expect(allNodes(why).length).toBeLessThanOrEqual(policy.lines.length * (GROUPS_SHOWN * 6 + 3) + 1)
      }),
      { numRuns: 2 },
    )
  })

  it('says "as booked" where the parameters do not arrive at the record, and derives from the wage where one is known', () => {
    fc.assert(
      fc.property(arbitraryPolicy(), arbitraryFen(700_000, 3_000_000), (policy, wage) => {
        const line = explainPerson(policy, { wage }).lines.find(({ params }) => params['insurance'] === 'PENSION')
        const employer = line === undefined ? fen(0) : amountOf(line)
        const base = assessPerson(policy, { wage }).bases.PENSION ?? fen(0)
        const group = { people: 3, base, employer, personal: fen(0), example: { wage } }
        const lineOf = (each: typeof group) =>
          allNodes(explainNotice(policy, [{ insurance: 'PENSION', groups: [each] }])).find(
            ({ label }) => label === 'PREMIUM_LINE',
          )
        expect(lineOf(group)).toEqual(line)
        // Another wage may come to the same amount: the base on record is what counts.
        expect(lineOf({ ...group, base: fen(base + 1) })).toMatchObject({ rule: 'BOOKED', inputs: [] })
        expect(lineOf({ ...group, employer: fen(employer + 1) })).toMatchObject({ rule: 'BOOKED', inputs: [] })
      }),
    )
  })
})

describe('an allocation', () => {
  it('accounts for every fen of the payment, every node true', () => {
    fc.assert(
      fc.property(arbitraryDebts(), arbitraryFen(0, 5_000_000), (debts, payment) => {
        const why = explainAllocation(debts, payment)
        expect(findFalseNodes(why)).toEqual([])
        expect(amountOf(why)).toBe(payment)
        const taken = allNodes(why).filter(({ rule }) => rule === 'TAKES_WHOLE' || rule === 'TAKES_REST')
        expect(taken.map(amountOf)).toEqual(allocate(debts, payment).parts.map(({ amount }) => amount))
        const partial = taken.filter(({ rule }) => rule === 'TAKES_REST')
        expect(partial.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('sums', () => {
  it('a balance is the sum of its transfers, in any order of kinds', () => {
    const kinds = fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom(...TRANSFER_KINDS),
        count: fc.integer({ min: 1, max: 9 }),
        amount: arbitraryFen(-(10 ** 9)),
      }),
      { selector: ({ kind }) => kind },
    )
    fc.assert(
      fc.property(kinds, (drawn) => {
        const why = explainBalance(drawn)
        expect(why).toEqual(explainBalance(drawn.toReversed()))
        expect(amountOf(why)).toBe(sumFen(drawn.map(({ amount }) => amount)))
        expect(findFalseNodes(why)).toEqual([])
      }),
    )
  })

  it('what is outstanding is due less settled, and no node is negative', () => {
    const amount = arbitraryFen(0, 10 ** 9)
    fc.assert(
      fc.property(fc.record({ charged: amount, lateFee: amount, paid: amount, writtenOff: amount }), (balance) => {
        const why = explainOutstanding(balance)
        const rest = balance.charged + balance.lateFee - balance.paid - balance.writtenOff
        expect([why.label, amountOf(why)]).toEqual([rest < 0 ? 'OVERPAID' : 'OUTSTANDING', Math.abs(rest)])
        expect(findFalseNodes(why)).toEqual([])
        expect(allNodes(why).every(({ result }) => result.value >= 0)).toBe(true)
      }),
    )
  })

  it('a person’s months come to their sum, whatever their order and however many are shown', () => {
    const months = fc.array(
      fc.record({
        period: arbitraryPeriod(),
        amount: fc.oneof(
          // Few amounts, so that months come to be alike.
          fc.constantFrom(fen(0), fen(105_300), fen(210_300)),
          fc.tuple(arbitraryPolicy(), arbitraryPerson()).map(([policy, person]) => explainPerson(policy, person).total),
        ),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(months, fc.nat(5), (drawn, shown) => {
        const range = { from: period('2023-07'), to: period('2026-06') }
        const why = explainPersonSum({ paidBy: 'PERSONAL' }, range, drawn, shown)
        const amounts = drawn.map(({ amount }) => (typeof amount === 'number' ? amount : amountOf(amount)))
        expect(amountOf(why)).toBe(sum(amounts))
        expect(findFalseNodes(why)).toEqual([])
        expect(why.inputs.length).toBeLessThanOrEqual(shown + 1)
      }),
    )
  })

  it('a unit’s certificate comes to what was charged less what is open, however little of it is shown', () => {
    const notices = fc.array(
      fc
        .record({
          period: arbitraryPeriod(),
          number: fc.string({ minLength: 1, maxLength: 4 }),
          employer: arbitraryFen(1, 900_000),
          personal: arbitraryFen(1, 900_000),
          lateFee: arbitraryFen(0, 9_000),
          state: fc.constantFrom('PAID', 'OPEN', 'WRITTEN_OFF'),
        })
        .map(({ period: month, number, employer, personal, lateFee, state }) => {
          const charged = fen(employer + personal + lateFee)
          const part = fen(Math.floor(charged / 3))
          return {
            number,
            period: month,
            lines: [{ insurance: 'PENSION' as const, employer, personal }],
            lateFee,
            settled: state === 'OPEN' ? part : charged,
            writtenOff: state === 'WRITTEN_OFF' ? part : ZERO_FEN,
            open: state === 'OPEN' ? fen(charged - part) : ZERO_FEN,
            charged,
          }
        }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(notices, fc.nat(4), fc.nat(4), (drawn, listed, inLines) => {
        const paid = explainUnitPaid(drawn, { listed, inLines })
        const owed = explainUnitOwed(drawn, { listed, inLines })
        const open = sum(drawn.map((notice) => notice.open))
        expect(amountOf(owed)).toBe(open)
        expect(amountOf(paid)).toBe(
          sum(drawn.map((notice) => notice.charged)) - open - sum(drawn.map((notice) => notice.writtenOff)),
        )
        expect([paid, owed].flatMap(findFalseNodes)).toEqual([])
      }),
    )
  })

  it('a difference comes to after less before, derived on both sides', () => {
    fc.assert(
      fc.property(arbitraryPolicyPair(), arbitraryPerson(), ({ before, after }, person) => {
        const { total } = premiumDifference(before, after, person)
        for (const why of [
          explainDifferences(premiumDifference(before, after, person)),
          explainPersonDifference(before, after, person),
        ]) {
          expect(amountOf(why)).toBe(total)
          expect(findFalseNodes(why)).toEqual([])
        }
      }),
    )
  })
})
