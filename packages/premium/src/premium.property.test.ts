import { arbitraryPerson, arbitraryPolicy, arbitraryWage } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageWage } from './base.ts'
import { explainPerson } from './explain/explain-premium.ts'
import { amountOf } from './explain/explanation.ts'
import type { Explanation } from './explain/explanation.ts'
import { fen, INSURANCES } from '@shebao/kernel'
import { absenceMask, assessPeople, assessPerson } from './premium.ts'

const SHARES: ReadonlySet<string> = new Set(['EMPLOYER_SHARE', 'PERSONAL_SHARE', 'PREMIUM_LINE'])

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

describe('every premium', () => {
  it('adds up: lines to shares, shares to the total; nothing is negative', () => {
    fc.assert(
      fc.property(arbitraryPolicy(), arbitraryPerson(), (policy, person) => {
        const { lines, employer, personal, total } = assessPerson(policy, person)
        expect(sum(lines.filter(({ side }) => side === 'EMPLOYER').map(({ amount }) => amount))).toBe(employer)
        expect(sum(lines.filter(({ side }) => side === 'PERSONAL').map(({ amount }) => amount))).toBe(personal)
        expect(employer + personal).toBe(total)
        expect(lines.every(({ amount, base, fixed }) => amount >= fixed && base >= 0 && fixed >= 0)).toBe(true)
        expect(lines.every(({ side, insurance }) => side === 'EMPLOYER' || insurance !== 'WORK_INJURY')).toBe(true)
      }),
    )
  })

  it('never falls when the wage rises, and is flat below the floor and above the ceiling', () => {
    fc.assert(
      fc.property(arbitraryPolicy(), arbitraryWage(), arbitraryWage(), (policy, one, other) => {
        const [low, high] = [fen(Math.min(one, other)), fen(Math.max(one, other))]
        const less = assessPerson(policy, { wage: low })
        const more = assessPerson(policy, { wage: high })
        for (const [index, line] of less.lines.entries()) {
          expect(more.lines[index]?.amount).toBeGreaterThanOrEqual(line.amount)
        }
        const limit = policy.limits[0]
        const clamped = limit !== undefined && (high <= limit.floor || low >= limit.ceiling)
        expect(clamped ? more : less).toEqual(less)
      }),
    )
  })

  it('strictly grows by whole rates between floor and ceiling', () => {
    fc.assert(
      fc.property(arbitraryPolicy(), fc.integer({ min: 7200, max: 33_000 }), (policy, yuan) => {
        const at = (wage: number) => assessPerson(policy, { wage: fen(wage) }).total
        expect(at((yuan + 10) * 100)).toBeGreaterThan(at(yuan * 100))
      }),
    )
  })

  it('is the same in columns, and does not depend on the order of people', () => {
    const people = fc.array(arbitraryPerson(), { maxLength: 12 })
    fc.assert(
      fc.property(arbitraryPolicy(), people, fc.infiniteStream(fc.nat()), (policy, drawn, keys) => {
        const staff = drawn.map((person) => ({ ...person, fixedAlreadyCharged: false, key: keys.next().value }))
        const assess = (group: typeof staff) => {
          const averages = group.map((person) => averageWage(person, policy.averageRounding))
          return assessPeople(
            policy,
            averages,
            group.map(({ participation }) => absenceMask(participation ?? {})),
          )
        }
        const columns = assess(staff)
        for (const [index, person] of staff.entries()) {
          const single = assessPerson(policy, person)
          expect([columns.employer[index], columns.personal[index]]).toEqual([single.employer, single.personal])
          const row = columns.amounts.slice(index * columns.lineCount, (index + 1) * columns.lineCount)
          const expected = policy.lines.map(
            (line) =>
              single.lines.find(({ side, insurance }) => side === line.side && insurance === line.insurance)?.amount ??
              0,
          )
          expect([...row]).toEqual(expected)
          const bases = columns.bases.slice(index * columns.limitCount, (index + 1) * columns.limitCount)
          expect([...bases]).toEqual(policy.limits.map(({ insurance }) => single.bases[insurance] ?? 0))
        }
        const shuffled = assess(staff.toSorted((a, b) => a.key - b.key))
        expect(sum(shuffled.employer)).toBe(sum(columns.employer))
        expect([...shuffled.personal].toSorted((a, b) => a - b)).toEqual(
          [...columns.personal].toSorted((a, b) => a - b),
        )
      }),
    )
  })

  it('refuses a bad wage in columns too', () => {
    fc.assert(
      fc.property(arbitraryPolicy(), fc.constantFrom(-1, 0.5, Number.NaN, 1e12), (policy, bad) => {
        expect(() => assessPeople(policy, [500_000, bad])).toThrow('unusable wage')
      }),
    )
  })

  it('masks absences by insurance', () => {
    expect(absenceMask({})).toBe(0)
    expect(absenceMask(Object.fromEntries(INSURANCES.map((insurance) => [insurance, false])))).toBe(0b111111)
    expect(absenceMask({ PENSION: true, UNEMPLOYMENT: false })).toBe(0b10)
  })
})

describe('every explanation', () => {
  it('arrives at the figures of the engine', () => {
    fc.assert(
      fc.property(arbitraryPolicy(), arbitraryPerson(), (policy, person) => {
        const assessment = assessPerson(policy, person)
        const why = explainPerson(policy, person)
        expect(amountOf(why.total)).toBe(assessment.total)
        expect(amountOf(why.employer)).toBe(assessment.employer)
        expect(amountOf(why.personal)).toBe(assessment.personal)
        expect(why.lines.map((line) => ({ ...line.params, amount: amountOf(line) }))).toEqual(
          assessment.lines.map(({ insurance, side, amount }) => ({ insurance, side, amount })),
        )
        for (const [index, line] of why.lines.entries()) {
          const base = line.inputs.find(({ label }) => label === 'BASE')
          expect(base && amountOf(base)).toBe(assessment.lines[index]?.base)
        }
        // every figure that is not computed from others is declared or read from a named row
        for (const leaf of allNodes(why.total).filter(
          ({ inputs, label }) => inputs.length === 0 && !SHARES.has(label),
        )) {
          expect(leaf.rule === 'DECLARED' || leaf.source !== null).toBe(true)
        }
      }),
    )
  })
})

function allNodes(node: Explanation): Explanation[] {
  return [node, ...node.inputs.flatMap(allNodes)]
}
