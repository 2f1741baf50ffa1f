import { allNodes, findFalseNodes } from '@shebao/test-support/premium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainSimulatedTotal } from '../explain/explain-simulation.ts'
import { amountOf } from '../explain/explanation.ts'
import { fen, period } from '@shebao/kernel'
import { BEIJING, beijingRows } from './beijing.ts'
import { requirePolicy } from '../policy.ts'
import { assessPerson } from '../premium.ts'
import { MOMENTS } from './simulation-causes.ts'
import { prepareSimulatedPolicy } from './simulation-policy.ts'
import { addToTally, emptyTally, EMPLOYERS_SHOWN, finishTally, fixedElsewhere } from './simulation.ts'
import type { BilledMonth, SimulationTally } from './simulation.ts'

const month = period('2026-10')
const unit = { injuryClass: 1, injuryRatePpm: null } as const
const billedOn = requirePolicy(beijingRows, BEIJING, month, 1)
const limits = beijingRows
  .filter(({ name, validTo }) => validTo === '2026-06' && name.startsWith('BASE_'))
  .map((row) => ({
    ...row,
    value: row.name === 'BASE_FLOOR' ? 750_000 : 3_750_000,
    validFrom: period('2027-07'),
    validTo: null,
  }))
const simulated = () => {
  const result = prepareSimulatedPolicy(beijingRows, limits, BEIJING, month, unit)
  if (!result.ok) throw new Error(result.problem.code)
  return result.policy
}

const policies = () => ({ before: billedOn, after: simulated() })

/** A month as the engine billed it. */
function billed(individualId: string, average: number, policy = billedOn): BilledMonth {
  const { lines } = assessPerson(policy, { average: fen(average) })
  const side = (of: 'EMPLOYER' | 'PERSONAL') => {
    const amounts = { PENSION: fen(0), MEDICAL: fen(0), UNEMPLOYMENT: fen(0), WORK_INJURY: fen(0), MATERNITY: fen(0) }
    for (const line of lines)
      if (line.side === of && line.insurance !== 'LARGE_MEDICAL') amounts[line.insurance] = line.amount
    return amounts
  }
  const insured = { PENSION: true, MEDICAL: true, UNEMPLOYMENT: true, WORK_INJURY: true, MATERNITY: true }
  return { individualId, averageWage: fen(average), insured, employer: side('EMPLOYER'), personal: side('PERSONAL') }
}

const peopleIn = (tally: SimulationTally) => tally.bins.reduce((sum, { people }) => sum + people, 0)
const changeIn = (tally: SimulationTally) => tally.bins.reduce((sum, { amount }) => sum + amount, 0)

describe('a simulated policy', () => {
  it('holds the first proposed row of each rule in the month and names it with its own range', () => {
    const later = limits.map((row) => ({ ...row, value: 1, validFrom: period('2028-07') }))
    const result = prepareSimulatedPolicy(
      beijingRows,
      [...later, ...limits.map((row) => ({ ...row, validTo: period('2028-06') }))],
      BEIJING,
      month,
      unit,
    )
    const policy = result.ok ? result.policy : undefined
    expect(policy?.period).toBe(month)
    expect(policy?.limits.map(({ floor, ceiling }) => [floor, ceiling])).toEqual(Array(4).fill([750_000, 3_750_000]))
    expect(policy?.limits[0]?.from.floor).toMatchObject({
      carriedOver: false,
      row: { validFrom: '2027-07', validTo: '2028-06' },
    })
    expect(policy?.lines).toHaveLength(billedOn.lines.length)
  })
})

describe('the tally', () => {
  it('counts who pays more, who does not, and by how much in each share', () => {
    const tally = emptyTally()
    addToTally(tally, 'a', policies(), [billed('floor', 500_000), billed('middle', 1_000_000)])
    addToTally(tally, 'b', policies(), [billed('ceiling', 5_000_000)])
    finishTally(tally)
    // Floor 7 162 to 7 500 and ceiling 35 811 to 37 500: pension of the employer 16 % of 338 and of 1 689 yuan.
    expect([tally.people, tally.more, tally.less]).toEqual([3, 2, 0])
    expect(tally.shares.find(({ side, insurance }) => side === 'EMPLOYER' && insurance === 'PENSION')).toMatchObject({
      more: 2,
      after: 120_000 + 160_000 + 600_000,
      before: 114_592 + 160_000 + 572_976,
    })
    expect(tally.employers.map(({ employerId, people }) => [employerId, people])).toEqual([
      ['b', 1],
      ['a', 2],
    ])
    expect(tally.examples.map(({ reason, individualId }) => [reason, individualId])).toEqual([
      ['MOST_MORE', 'ceiling'],
      ['COMMON', 'floor'],
    ])
    expect(peopleIn(tally)).toBe(3)
    expect(changeIn(tally)).toBe(tally.after - tally.before)
  })

  it('does not charge fixed amounts again that another employer was billed for', () => {
    const once = billed('ordinary', 500_000)
    // 3.00 of large-amount medical were charged elsewhere; the amounts of the odd one follow from no rows at all.
    const elsewhere = (wage: number) => {
      const month = billed(`twice employed at ${wage}`, wage)
      return { ...month, personal: { ...month.personal, MEDICAL: fen(month.personal.MEDICAL - 300) } }
    }
    const odd = { ...once, individualId: 'odd', employer: { ...once.employer, PENSION: fen(1) } }
    const months = [elsewhere(500_000), odd, once, elsewhere(1_000_000)]
    expect(fixedElsewhere(billedOn, months)).toEqual(Uint8Array.of(1, 0, 0, 1))
    expect(fixedElsewhere(billedOn, [once])).toBeNull()
    const tally = emptyTally()
    addToTally(tally, 'a', policies(), months)
    finishTally(tally)
    const medical = tally.shares.find(({ side, insurance }) => side === 'PERSONAL' && insurance === 'MEDICAL')
    // 2 % of 7 500.00 three times and of 10 000.00 once, and 3.00 for two of four.
    expect(medical?.after).toBe(3 * 15_000 + 20_000 + 2 * 300)
    const otherwise = Object.values(tally.causes.before).filter(({ line }) => line === null)
    expect(otherwise.map(({ share, amount }) => [share, amount])).toEqual([[0, 1]])
    for (const moment of MOMENTS) {
      const why = explainSimulatedTotal(tally, moment)
      expect([amountOf(why), findFalseNodes(why)]).toEqual([tally[moment], []])
      expect(allNodes(why).filter(({ rule }) => rule === 'ALREADY_CHARGED')).toHaveLength(2)
    }
  })

  it('puts a change into one bin, its far bound included, and nothing into the others', () => {
    const { bins } = emptyTally()
    expect(bins.map(({ from, to }) => `${from ?? ''}..${to ?? ''}`).slice(6, 11)).toEqual([
      '-2000..-1000',
      '-1000..0',
      '0..0',
      '0..1000',
      '1000..2000',
    ])
  })

  it('comes to the same in whatever parts the people come, and balances', () => {
    const wages = fc.array(fc.integer({ min: 0, max: 6_000_000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(wages, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 15 }), (averages, part, perUnit) => {
        const policy = simulated()
        const people = averages.map((average, index) => ({
          unit: `unit ${String(Math.floor(index / perUnit)).padStart(3, '0')}`,
          month: billed(`p${index}`, average),
        }))
        const [whole, parts] = [emptyTally(), emptyTally()]
        for (const [employerId, list] of Map.groupBy(people, (one) => one.unit)) {
          const months = list.map((one) => one.month)
          addToTally(whole, employerId, { before: billedOn, after: policy }, months)
          for (let start = 0; start < months.length; start += part)
            addToTally(parts, employerId, { before: billedOn, after: policy }, months.slice(start, start + part))
        }
        finishTally(whole)
        finishTally(parts)
        expect(parts).toEqual(whole)
        expect(peopleIn(whole)).toBe(averages.length)
        expect(changeIn(whole)).toBe(whole.after - whole.before)
        expect(whole.shares.reduce((sum, share) => sum + share.after, 0)).toBe(whole.after)
        expect(whole.after).toBe(
          averages.reduce((sum, average) => sum + assessPerson(policy, { average: fen(average) }).total, 0),
        )
        expect(whole.employers.length).toBeLessThanOrEqual(EMPLOYERS_SHOWN)
      }),
      { numRuns: 60 },
    )
  })
})
