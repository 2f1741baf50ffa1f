import { next, stepOf } from '@shebao/case'
import fc from 'fast-check'
import { assert, expect, it } from 'vitest'
import { cardCase } from './card-case.ts'
import type { CardFacts, CardStep } from './card-case.ts'
import { cardTable } from './card.lifecycle.ts'
import type { CardDocument } from './card-codes.ts'
import { activationWays, missingDocuments } from './card-documents.ts'

/** What must be true of a card whatever is done to it, said without the table. */
interface Model {
  activated: boolean
  /** Reported lost in writing, and never released since. */
  held: boolean
  over: boolean
}
interface Real {
  state: (typeof cardTable.states)[number]
}

const events = [...new Set(cardTable.steps.map(({ event }) => event))]
const isActivation = (event: CardStep) => event.startsWith('ACTIVATE')
const leavesHold = (event: CardStep) =>
  event.startsWith('RELEASE_LOSS') || event === 'REPLACE' || event === 'CANCEL' || event === 'EXPIRE'

class Press implements fc.Command<Model, Real> {
  readonly event: CardStep
  readonly given: Omit<CardFacts, 'activated'>
  constructor(event: CardStep, given: Omit<CardFacts, 'activated'>) {
    this.event = event
    this.given = given
  }
  check = () => true
  toString = () => `${this.event} ${JSON.stringify(this.given)}`

  run(model: Model, real: Real): void {
    const step = stepOf(cardTable, real.state, this.event)
    const facts = { ...this.given, activated: model.activated }
    const refused = !step || (step.guards ?? []).some((guard) => cardCase.guards[guard](facts).length > 0)
    assert(!model.over || refused, 'a void card changes no more')
    if (refused) return
    // In person with the papers, or not at all.
    assert(!this.event.startsWith('RELEASE_LOSS') || this.given.byProxy === false, 'released by a proxy')
    const { seen = [], needs = [], byProxy } = this.given
    assert(!isActivation(this.event) || needs.every((one) => seen.includes(one)), 'activated without the papers')
    if (byProxy && step.guards?.includes('DOCUMENTS'))
      assert(seen.includes('ID') && seen.includes('PROXY_ID'), 'a proxy without both IDs')
    assert(!/^(LAPSE|EXPIRE)/.test(this.event) || this.given.ranOut === true, 'ended before its time')
    assert(!model.held || leavesHold(this.event), 'lost in writing, and in use')
    real.state = next(cardTable, real.state, this.event) ?? real.state
    model.activated ||= isActivation(this.event)
    model.held = this.event === 'CONFIRM_LOSS' || (model.held && !leavesHold(this.event))
    model.over ||= ['REPLACE', 'CANCEL', 'EXPIRE'].includes(this.event)
    // Whoever never activated it has no card that works, by whatever way it comes back.
    assert(model.activated || (real.state !== 'NORMAL' && real.state !== 'PIN_LOCKED'), 'in use, never activated')
    assert(!model.activated || !['APPLIED', 'MADE', 'INACTIVE'].includes(real.state), 'no longer activated')
    assert(['REPLACED', 'CANCELLED'].includes(real.state) === model.over, 'void, or not')
    assert(real.state !== 'WRITTEN_LOSS' || model.held, 'lost in writing without a report')
  }
}

const documents = ['ID', 'CARD', 'PROXY_ID', 'SETTLEMENT'] as const
const presses = fc
  .tuple(
    fc.constantFrom(...events),
    fc.record({
      temporary: fc.boolean(),
      ranOut: fc.boolean(),
      withinSixMonths: fc.boolean(),
      byProxy: fc.boolean(),
      needs: fc.subarray([...documents]),
      seen: fc.subarray([...documents]),
    }),
  )
  .map(([event, given]) => new Press(event, given))

it('whatever is done to a card, it never comes to where it must not be', () => {
  const walk = () =>
    fc.assert(
      fc.property(fc.commands([presses], { maxCommands: 60, size: 'max' }), (commands) =>
        fc.modelRun(
          () => ({ model: { activated: false, held: false, over: false }, real: { state: 'APPLIED' } }),
          commands,
        ),
      ),
      { numRuns: 300 },
    )
  expect(walk).not.toThrow()
})

it.each([
  [['ID', 'CARD'], ['ID', 'CARD'], false, []],
  [['ID', 'CARD'], ['ID'], false, ['DOCUMENTS_MISSING']],
  [['ID'], ['ID'], true, ['PROXY_NEEDS_BOTH_IDS']],
  [['ID'], ['PROXY_ID'], true, ['PROXY_NEEDS_BOTH_IDS']],
  [['ID', 'CARD'], ['ID', 'PROXY_ID'], true, ['DOCUMENTS_MISSING']],
  [['ID', 'CARD'], ['ID', 'PROXY_ID', 'CARD'], true, []],
] as const)('needs %j, sees %j, proxy %s: %j', (needs, seen, byProxy, missing) => {
  expect(missingDocuments({ needs, seen, byProxy })).toEqual(missing)
})

it('a fact that nobody gave does not hold', () => {
  const nothing = { activated: false, temporary: false }
  const holding = Object.entries(cardCase.guards).flatMap(([guard, of]) => (of(nothing).length === 0 ? [guard] : []))
  expect(holding).toEqual(['NEVER_ACTIVATED', 'NOT_TEMPORARY'])
})

const ways = Object.entries(activationWays)
it.each(ways)(
  '%s takes no papers of another way, none less than its own, and only both IDs for a proxy',
  (_, { needs }) => {
    const missing = (seen: readonly CardDocument[], byProxy = false) => missingDocuments({ needs, seen, byProxy })
    expect(missing(needs)).toEqual([])
    for (const left of needs) expect(missing(needs.filter((one) => one !== left))).toEqual(['DOCUMENTS_MISSING'])
    const others: (readonly CardDocument[])[] = ways.map(([, way]) => way.needs)
    const foreign = others.filter((seen) => seen.join() !== needs.join())
    expect(foreign.map((seen) => missing(seen))).toEqual(foreign.map(() => ['DOCUMENTS_MISSING']))
    expect(missing(needs, true)).toEqual(['PROXY_NEEDS_BOTH_IDS'])
    expect(missing([...needs, 'ID', 'PROXY_ID'], true)).toEqual([])
  },
)
