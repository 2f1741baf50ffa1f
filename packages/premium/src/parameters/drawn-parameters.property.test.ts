import {
  allNodes,
  arbitraryDrawnPolicy,
  arbitraryPerson,
  arbitraryPolicyPair,
  arbitraryWage,
  findFalseNodes,
} from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageWage } from '../base.ts'
import { premiumDifference } from '../claims/difference.ts'
import { explainPerson } from '../explain/explain-premium.ts'
import { amountOf } from '../explain/explanation.ts'
import { fen } from '@shebao/kernel'
import type { Policy } from '../policy.ts'
import { absenceMask, assessPeople, assessPerson } from '../premium.ts'
import type { PersonInput } from '../premium.ts'

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

/** Every property of the engine over any rates, limits, fixed amounts and rounding modes an office could enter. */
describe('under any parameters', () => {
  it('shares add up, nothing is negative, and employees never pay work injury or maternity', () => {
    fc.assert(
      fc.property(arbitraryDrawnPolicy(), arbitraryPerson(), (policy, person) => {
        const { lines, employer, personal, total } = assessPerson(policy, person)
        const amounts = (side: string) => lines.filter((line) => line.side === side).map(({ amount }) => amount)
        expect([sum(amounts('EMPLOYER')), sum(amounts('PERSONAL'))]).toEqual([employer, personal])
        expect(employer + personal).toBe(total)
        expect(lines.every(({ amount, base, fixed }) => amount >= fixed && fixed >= 0 && base >= 0)).toBe(true)
        const mine = lines.filter(({ side }) => side === 'PERSONAL').map(({ insurance }) => insurance)
        expect(mine).not.toContain('WORK_INJURY')
        expect(mine).not.toContain('MATERNITY')
      }),
    )
  })

  it('every line is the exact share of its base, rounded as its mode says, plus the fixed amount', () => {
    fc.assert(
      fc.property(arbitraryDrawnPolicy(), arbitraryPerson(), (policy, person) => {
        const average = averageWage(person, policy.averageRounding)
        const { lines } = assessPerson(policy, person)
        for (const line of lines) {
          const limit = policy.limits.find(({ insurance }) => insurance === line.insurance)
          expect(line.base).toBe(Math.min(Math.max(average, limit?.floor ?? -1), limit?.ceiling ?? -1))
          const mode = policy.lines.find(({ insurance, side }) => insurance === line.insurance && side === line.side)
          // In millionths of a fen: nearest or next step of the mode, never further away than that.
          const exact = BigInt(line.base) * BigInt(line.ratePpm)
          const distance = BigInt(line.amount - line.fixed) * 1_000_000n - exact
          const step = { HALF_UP_FEN: 1n, CEIL_JIAO: 10n, HALF_UP_JIAO: 10n, HALF_UP_YUAN: 100n }
          const unit = step[mode?.rounding ?? 'HALF_UP_FEN'] * 1_000_000n
          const up = mode?.rounding === 'CEIL_JIAO'
          expect(up ? distance >= 0n && distance < unit : 2n * distance > -unit && 2n * distance <= unit).toBe(true)
          expect(BigInt(line.amount - line.fixed) % (unit / 1_000_000n)).toBe(0n)
        }
      }),
    )
  })

  it('no line falls when the wage rises; below the floor and above the ceiling it stands still', () => {
    fc.assert(
      fc.property(arbitraryDrawnPolicy(), arbitraryWage(), arbitraryWage(), (policy, one, other) => {
        const [low, high] = [fen(Math.min(one, other)), fen(Math.max(one, other))]
        const less = assessPerson(policy, { average: low })
        const more = assessPerson(policy, { average: high })
        for (const [index, line] of less.lines.entries()) {
          const limit = policy.limits.find(({ insurance }) => insurance === line.insurance)
          // 50 fen: an average may be rounded to the yuan, across a limit that is none.
          const still = limit !== undefined && (high + 50 < limit.floor || low - 50 > limit.ceiling)
          const rise = (more.lines[index]?.amount ?? Number.NaN) - line.amount
          expect(still ? rise === 0 : rise >= 0).toBe(true)
        }
      }),
    )
  })

  it('in columns it is the same for everyone, fixed amounts charged elsewhere included', () => {
    fc.assert(
      fc.property(arbitraryDrawnPolicy(), fc.array(arbitraryPerson(), { maxLength: 10 }), (policy, staff) => {
        const columns = inColumns(policy, staff)
        for (const [index, person] of staff.entries()) {
          expect(rowOf(policy, columns, index)).toEqual(expectedRow(policy, person))
        }
      }),
    )
  })

  it('a permutation of people permutes their rows and changes nothing else', () => {
    const staffAndOrder = fc
      .array(arbitraryPerson(), { maxLength: 10 })
      .chain((staff) =>
        fc.tuple(fc.constant(staff), fc.shuffledSubarray([...staff.keys()], { minLength: staff.length })),
      )
    fc.assert(
      fc.property(arbitraryDrawnPolicy(), staffAndOrder, (policy, [staff, order]) => {
        const columns = inColumns(policy, staff)
        const permuted = inColumns(
          policy,
          order.flatMap((index) => staff[index] ?? []),
        )
        for (const [place, index] of order.entries()) {
          expect(rowOf(policy, permuted, place)).toEqual(rowOf(policy, columns, index))
        }
        expect(sum(permuted.amounts)).toBe(sum(columns.amounts))
      }),
    )
  })

  it('every node of every derivation follows from its inputs, and the root is the amount', () => {
    fc.assert(
      fc.property(arbitraryDrawnPolicy(), arbitraryPerson(), (policy, person) => {
        const { total, lines } = explainPerson(policy, person)
        expect(findFalseNodes(total)).toEqual([])
        expect(amountOf(total)).toBe(assessPerson(policy, person).total)
        expect(lines.map(amountOf)).toEqual(assessPerson(policy, person).lines.map(({ amount }) => amount))
        expect(allNodes(total).every(({ result }) => result.value >= 0)).toBe(true)
      }),
    )
  })

  it('new limits: the difference is what is due less what was billed, bears no late fee, and undone it is nothing', () => {
    fc.assert(
      fc.property(arbitraryPolicyPair(), arbitraryPerson(), ({ before, after }, person) => {
        const there = premiumDifference(before, after, person)
        const back = premiumDifference(after, before, person)
        const [billed, due] = [assessPerson(before, person), assessPerson(after, person)]
        expect(there.total).toBe(due.total - billed.total)
        expect([there.employer, there.personal]).toEqual([
          due.employer - billed.employer,
          due.personal - billed.personal,
        ])
        expect(there.lateFee).toBe(0)
        expect(sum(there.lines.map(({ difference }) => difference))).toBe(there.total)
        expect(there.total + back.total).toBe(0)
        expect(premiumDifference(after, after, person).lines).toEqual([])
      }),
    )
  })
})

function inColumns(policy: Policy, staff: readonly PersonInput[]) {
  return assessPeople(
    policy,
    staff.map((person) => averageWage(person, policy.averageRounding)),
    staff.map(({ participation }) => absenceMask(participation ?? {})),
    staff.map(({ fixedAlreadyCharged }) => (fixedAlreadyCharged === true ? 1 : 0)),
  )
}

type Row = { amounts: number[]; bases: number[]; employer: number; personal: number }

function rowOf(policy: Policy, columns: ReturnType<typeof assessPeople>, index: number): Row {
  const { lineCount, limitCount } = columns
  expect([lineCount, limitCount]).toEqual([policy.lines.length, policy.limits.length])
  return {
    amounts: [...columns.amounts.subarray(index * lineCount, (index + 1) * lineCount)],
    bases: [...columns.bases.subarray(index * limitCount, (index + 1) * limitCount)],
    employer: columns.employer[index] ?? Number.NaN,
    personal: columns.personal[index] ?? Number.NaN,
  }
}

function expectedRow(policy: Policy, person: PersonInput): Row {
  const { lines, bases, employer, personal } = assessPerson(policy, person)
  return {
    amounts: policy.lines.map(
      (line) => lines.find(({ side, insurance }) => side === line.side && insurance === line.insurance)?.amount ?? 0,
    ),
    bases: policy.limits.map(({ insurance }) => bases[insurance] ?? 0),
    employer,
    personal,
  }
}
