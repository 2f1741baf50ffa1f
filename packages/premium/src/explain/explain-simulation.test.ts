import { allNodes, findFalseNodes } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explainChange,
  explainSimulatedBin,
  explainSimulatedEmployer,
  explainSimulatedShare,
  explainSimulatedTotal,
} from './explain-simulation.ts'
import { amountOf } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { explanationLines } from './explanation-words.ts'
import { addFen, fen, ZERO_FEN, FIVE_INSURANCES, period, LANGUAGES } from '@shebao/kernel'
import type { FiveInsurance, InjuryClass, Side } from '@shebao/kernel'
import { BEIJING, beijingRows } from '../parameters/beijing.ts'
import { requirePolicy } from '../policy.ts'
import type { Policy } from '../policy.ts'
import { assessPerson } from '../premium.ts'
import { MOMENTS, sharePlace } from '../parameters/simulation-causes.ts'
import { prepareSimulatedPolicy } from '../parameters/simulation-policy.ts'
import { addToTally, emptyTally, finishTally } from '../parameters/simulation.ts'
import type { BilledMonth, SimulationTally } from '../parameters/simulation.ts'

const month = period('2026-10')
/** The limits of the year, raised to 7 500 and 37 500, by a document of their own. */
const limits = beijingRows
  .filter(({ name, validTo }) => validTo === '2026-06' && name.startsWith('BASE_'))
  .map((row) => ({
    ...row,
    value: row.name === 'BASE_FLOOR' ? 750_000 : 3_750_000,
    docNo: '京人社发〔2027〕1号',
    validFrom: period('2027-07'),
    validTo: null,
  }))

function policiesOf(injuryClass: InjuryClass, injuryRatePpm: number | null): { before: Policy; after: Policy } {
  const after = prepareSimulatedPolicy(beijingRows, limits, BEIJING, month, { injuryClass, injuryRatePpm })
  if (!after.ok) throw new Error(after.problem.code)
  return { before: requirePolicy(beijingRows, BEIJING, month, injuryClass, injuryRatePpm), after: after.policy }
}

/** A month as the engine billed it; without medical when `insured` says so. */
function billed(policy: Policy, individualId: string, average: number, medical = true): BilledMonth {
  const participation = { MEDICAL: medical, LARGE_MEDICAL: medical, MATERNITY: medical }
  const { lines } = assessPerson(policy, { average: fen(average), participation })
  const side = (of: Side) =>
    Object.fromEntries(
      FIVE_INSURANCES.map((insurance) => [
        insurance,
        lines
          .filter((line) => line.side === of && sharePlace(of, line.insurance) === sharePlace(of, insurance))
          .reduce((sum, { amount }) => addFen(sum, amount), ZERO_FEN),
      ]),
    ) as BilledMonth['employer']
  return {
    individualId,
    averageWage: fen(average),
    insured: { PENSION: true, MEDICAL: medical, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: medical },
    employer: side('EMPLOYER'),
    personal: side('PERSONAL'),
  }
}

function tallyOf(units: readonly { injuryClass: InjuryClass; rate: number | null; wages: readonly number[] }[]) {
  const tally = emptyTally()
  units.forEach(({ injuryClass, rate, wages }, unit) => {
    const policies = policiesOf(injuryClass, rate)
    const months = wages.map((wage, person) => billed(policies.before, `${unit} ${person}`, wage, person % 4 !== 3))
    addToTally(tally, `unit ${unit}`, policies, months)
  })
  finishTally(tally)
  return tally
}

const shareOf = (tally: SimulationTally, moment: 'before' | 'after', side: Side, insurance: FiveInsurance) =>
  explainSimulatedShare(tally, moment, sharePlace(side, insurance))
const shapeOf = ({ label, result, inputs }: Explanation): unknown =>
  inputs.length === 0 ? [label, result.value] : [label, result.value, inputs.map(shapeOf)]

describe('a simulated share', () => {
  const tally = tallyOf([{ injuryClass: 1, rate: null, wages: [500_000, 600_000, 1_000_000, 5_000_000] }])

  it('is people at the floor, between the limits and at the ceiling, each with the rows they rest on', () => {
    const why = shareOf(tally, 'after', 'EMPLOYER', 'PENSION')
    expect(amountOf(why)).toBe(2 * 120_000 + 160_000 + 600_000)
    expect(why.inputs[0]?.inputs.map(({ label, rule, result }) => [label, rule, result.value])).toEqual([
      ['PEOPLE_AT_FLOOR', 'PEOPLE_TIMES_EACH', 240_000],
      ['PEOPLE_BETWEEN_LIMITS', 'EACH_BASE_TIMES_RATE', 160_000],
      ['PEOPLE_AT_CEILING', 'PEOPLE_TIMES_EACH', 600_000],
    ])
    const documents = allNodes(why).flatMap(({ label, source }) => (source ? [[label, source.docNo]] : []))
    expect(documents).toContainEqual(['BASE_FLOOR', '京人社发〔2027〕1号'])
    expect(documents.filter(([label]) => label === 'RATE')).toHaveLength(3)
    expect(findFalseNodes(why)).toEqual([])
  })

  it('before rests on the rows of the month', () => {
    const why = shareOf(tally, 'before', 'PERSONAL', 'PENSION')
    const floor = allNodes(why).find(({ label }) => label === 'BASE_FLOOR')
    expect(floor).toMatchObject({ result: { value: 716_200 } })
    expect(floor?.source?.docNo).not.toBe('京人社发〔2027〕1号')
  })

  it('adds a fixed amount for each', () => {
    const why = shareOf(tally, 'after', 'PERSONAL', 'MEDICAL')
    // Three people take part: 2 % of 7 500, 7 500 and 10 000 yuan, and 3.00 each.
    expect(amountOf(why)).toBe(15_000 + 15_000 + 20_000 + 3 * 300)
    expect(findFalseNodes(why)).toEqual([])
  })

  it('as it was billed stands where the rows do not arrive at it', () => {
    const policies = policiesOf(1, null)
    const corrected = billed(policies.before, 'corrected', 1_000_000)
    const other = emptyTally()
    addToTally(other, 'unit', policies, [
      { ...corrected, employer: { ...corrected.employer, PENSION: fen(160_001) } },
      billed(policies.before, 'plain', 1_000_000),
    ])
    finishTally(other)
    expect(shapeOf(shareOf(other, 'before', 'EMPLOYER', 'PENSION').inputs[1] as Explanation)).toEqual([
      'BILLED_OTHERWISE',
      160_001,
    ])
    const without = emptyTally()
    addToTally(without, 'unit', { ...policies, before: null }, [corrected])
    finishTally(without)
    const why = explainSimulatedTotal(without, 'before')
    expect([amountOf(why), new Set(why.inputs.flatMap(({ inputs }) => inputs.map(({ rule }) => rule)))]).toEqual([
      without.before,
      new Set(['BOOKED']),
    ])
  })
})

describe('work injury', () => {
  it('is told by class, and by a rate of the unit’s own as long as there is one', () => {
    const own = (rate: number) => ({ injuryClass: 1 as const, rate, wages: [1_000_000] })
    const plain = { injuryClass: 1 as const, rate: null, wages: [1_000_000] }
    const one = shareOf(tallyOf([plain, own(3000), own(3000)]), 'after', 'EMPLOYER', 'WORK_INJURY')
    expect(one.inputs.map(({ label }) => label)).toEqual(['UNITS_OF_CLASS', 'UNITS_WITH_OWN_RATE'])
    expect(allNodes(one).filter(({ label }) => label === 'UNIT_RATE')).toMatchObject([{ result: { value: 3000 } }])
    const several = tallyOf([own(3000), own(2500)])
    const two = shareOf(several, 'after', 'EMPLOYER', 'WORK_INJURY')
    expect(allNodes(two).map(({ rule }) => rule)).toContain('EACH_AT_UNIT_RATE')
    expect(allNodes(two).some(({ label }) => label === 'UNIT_RATE')).toBe(false)
    expect([one, two].flatMap(findFalseNodes)).toEqual([])
  })
})

describe('changes', () => {
  const tally = tallyOf([
    { injuryClass: 1, rate: null, wages: [500_000, 1_000_000] },
    { injuryClass: 2, rate: null, wages: [5_000_000] },
  ])

  it('of a bin are those of its shares', () => {
    for (const bin of tally.bins) {
      const why = explainSimulatedBin(bin)
      expect([amountOf(why), findFalseNodes(why)]).toEqual([bin.amount, []])
    }
    const unchanged = tally.bins.find(({ from, to }) => from === 0 && to === 0)
    expect(unchanged && explainSimulatedBin(unchanged).inputs.length).toBeGreaterThan(0)
  })

  it('of an employer are what it would pay less what it was billed', () => {
    for (const employer of tally.employers) {
      const [before, after] = [
        explainSimulatedEmployer(tally, 'before', employer),
        explainSimulatedEmployer(tally, 'after', employer),
      ]
      expect([amountOf(before), amountOf(after)]).toEqual([employer.before, employer.after])
      const change = explainChange(after, before)
      expect([amountOf(change), findFalseNodes(change)]).toEqual([employer.after - employer.before, []])
    }
    expect(tally.employers).toHaveLength(2)
  })

  it.each(LANGUAGES)('are worded in %s', (language) => {
    const trees = [
      explainChange(explainSimulatedTotal(tally, 'after'), explainSimulatedTotal(tally, 'before')),
      ...tally.bins.map(explainSimulatedBin),
    ]
    const text = trees.flatMap((tree) => explanationLines(tree, language)).join('\n')
    expect(text).not.toMatch(/[{}]|undefined|NaN|null|EMPLOYER|PERSONAL|PENSION/u)
    expect(text).toContain('京人社发〔2027〕1号')
  })
})

describe('whatever the people', () => {
  it('every figure of a tally follows, is kept as JSON, and comes to the fen', () => {
    const unit = fc.record({
      injuryClass: fc.constantFrom<InjuryClass>(1, 2),
      rate: fc.constantFrom(null, 2500, 3000),
      wages: fc.array(fc.integer({ min: 0, max: 6_000_000 }), { minLength: 1, maxLength: 12 }),
    })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 5 }), (units) => {
        const ofClass = units.map((each) => ({ ...each, rate: each.injuryClass === 1 ? each.rate : null }))
        const tally = JSON.parse(JSON.stringify(tallyOf(ofClass))) as SimulationTally
        for (const moment of MOMENTS) {
          const total = explainSimulatedTotal(tally, moment)
          expect([amountOf(total), findFalseNodes(total)]).toEqual([tally[moment], []])
          expect(allNodes(total).some(({ label }) => label === 'BILLED_OTHERWISE')).toBe(false)
          tally.shares.forEach((share, place) => {
            expect(amountOf(explainSimulatedShare(tally, moment, place))).toBe(share[moment])
          })
          for (const employer of tally.employers) {
            const why = explainSimulatedEmployer(tally, moment, employer)
            expect([amountOf(why), findFalseNodes(why)]).toEqual([employer[moment], []])
          }
        }
        for (const bin of tally.bins) expect(amountOf(explainSimulatedBin(bin))).toBe(bin.amount)
      }),
      { numRuns: 40 },
    )
  })
})
