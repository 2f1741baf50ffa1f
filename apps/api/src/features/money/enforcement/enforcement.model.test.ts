import { canFinish } from '@shebao/case'
import { expect, it } from 'vitest'
import fc from 'fast-check'
import { may } from '../../../access/permissions.ts'
import {
  Case,
  atCourt,
  deferred,
  demanded,
  everybody,
  notified,
  ordered,
  people,
  seized,
  short,
  unit,
} from '../../../testing/money/enforcement-walk.ts'
import { inputFor } from '../../../testing/money/enforcement-input.ts'
import type { Person } from '../../../testing/money/enforcement-walk.ts'
import { totalOf } from './enforcement-guards.ts'
import { enforcementTable } from './enforcement.lifecycle.ts'
import { legalSteps } from './legal-steps.ts'
import type { EnforcementState } from './enforcement.lifecycle.ts'

// The whole table, walked at random: the ledger is two figures, nobody asks a database.
it('every step of the table has its law, and the paper it makes', () => {
  expect(new Set(Object.keys(legalSteps))).toEqual(new Set(enforcementTable.steps.map(({ event }) => event)))
})

it('three people of the agency and the other bodies finish a case that nobody pays', () => {
  const steps = enforcementTable.steps.filter(({ event }) => event !== 'PAID_IN_FULL')
  const able = (['officer', 'reviewer', 'head', 'department', 'court', 'bank', 'job'] as const).map((name) => ({
    account: name,
    may: (who: (typeof enforcementTable.steps)[number]['who']) => may(people[name], who),
  }))
  const from = { state: 'OVERDUE' as const, takers: {} }
  expect(canFinish({ ...enforcementTable, steps }, from, able)).toBe(true)
  const withoutHead = able.filter(({ account }) => account !== 'head')
  expect(canFinish({ ...enforcementTable, steps }, from, withoutHead)).toBe(false)
})

/** Any person, any step with an input of its form; often one that may fit, so that walks go deep. */
const personOf = fc.constantFrom(...everybody)
/** A walk begins anywhere on the way; what a step leaves is new, so that many begin with the same. */
const starts = [new Case(), ordered(), demanded(), notified(), short(), deferred(), atCourt(), seized()]
const amounts = fc.oneof(fc.nat(1_500_000), fc.constant(-1))
const draw = fc.record({
  person: personOf,
  fitting: fc.nat(9),
  nth: fc.nat(60),
  amount: amounts,
  days: fc.oneof(fc.nat(12), fc.constantFrom(0, 0, 0, 8, 200)),
  hour: fc.constantFrom(10, 10, 10, 10, 3),
  pays: fc.oneof(fc.constant(0), fc.constant(0), fc.constant(0), fc.nat(400_000)),
})
/** What must hold wherever a walk is; plain conditions, for it is asked some hundred thousand times. */
function brokenIn(one: Case, before: EnforcementState, person: Person): string | undefined {
  const { state, standing, settled, charged, due } = one
  const { taken, distribution, deferral, defences, seizure } = standing
  const held: Record<string, boolean> = {
    // Every fen: what was charged is paid, allocated, realised, offset or still owed; what was sold is costs, debt or the debtor's.
    charged: charged.principal + charged.fee === settled + totalOf(due),
    // What came since the last step the case does not know yet.
    taken:
      taken.paid >= 0 &&
      (one.known !== settled || taken.paid + taken.allocated + taken.realised + taken.offset === settled),
    sold: !distribution || distribution.costs + distribution.offset + distribution.surplus === distribution.proceeds,
    nothingNegative: due.principal >= 0 && due.lateFee >= 0 && (distribution?.surplus ?? 0) >= 0,
  }
  if (state !== before) {
    held['the department decides'] =
      state !== 'ALLOCATION_DECIDED' || (person === 'department' && !defences.some(({ upheld }) => upheld))
    held['no court with a guarantee'] =
      state !== 'COURT_APPLIED' || (person === 'head' && (!deferral || deferral.released))
    held['the head signs'] =
      !['ORDERED', 'ACCOUNT_QUERIED', 'DEFERRED', 'SUSPENDED'].includes(state) ||
      person === 'head' ||
      before === 'ALLOCATION_APPLIED' ||
      before === 'DEMANDED'
    held['by day'] = state !== 'SEIZED' || (person === 'court' && one.hour === 10)
    held['closed is paid'] = !['CLOSED_PAID', 'CLOSED_OFFSET'].includes(state) || totalOf(due) === 0
    held['let go'] = !['CLOSED_PAID', 'TERMINATED'].includes(state) || !seizure || seizure.releasedOn !== undefined
  }
  return Object.entries(held).find(([, holds]) => !holds)?.[0]
}

it('whatever anybody presses on any day, no forbidden state is reached and every fen balances', () => {
  const reached = new Set<EnforcementState>()
  const walks = fc.tuple(fc.nat(starts.length - 1), fc.array(draw, { minLength: 4, maxLength: 12 }))
  fc.assert(
    fc.property(walks, ([from, draws]) => {
      const one = Object.assign(new Case(), starts[from])
      for (const each of draws) {
        if (enforcementTable.final.some((state) => state === one.state)) break
        one.pass(each.days)
        one.hour = each.hour
        one.pay(each.pays)
        const waited = one.state
        one.follow()
        if (brokenIn(one, waited, 'job')) throw new Error(`${waited} → ${one.state}: ${brokenIn(one, waited, 'job')}`)
        const offered = enforcementTable.steps.filter(({ from }) => from.some((state) => state === one.state))
        const among = each.fitting === 0 || offered.length === 0 ? enforcementTable.steps : offered
        const step = among[each.nth % among.length]
        if (!step || step.who === 'enforcement:follow') continue
        const able = everybody.filter((name) => may(people[name], step.who, { employerId: unit }))
        const person = each.fitting < 2 ? each.person : (able[each.nth % able.length] ?? each.person)
        const before = one.state
        one.take(person, inputFor(one, step.event, each))
        reached.add(one.state)
        const broken = brokenIn(one, before, person)
        if (broken) throw new Error(`${before} → ${one.state} by ${person}: ${broken}`)
      }
    }),
    { numRuns: 10_000 },
  )
  expect(enforcementTable.states.filter((state) => !reached.has(state))).toEqual([])
})
