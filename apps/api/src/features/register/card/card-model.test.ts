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
/** What happens at a desk, where papers are shown. */
const needsPapers = (event: CardStep) =>
  isActivation(event) || event.startsWith('RELEASE_LOSS') || ['ISSUE', 'CONFIRM_LOSS', 'CANCEL'].includes(event)
/** Each in two forms, for a card that was in use and for one that never was. */
const waysBack = (event: CardStep) => /^(WITHDRAW_LOSS|LAPSE_LOSS|RELEASE_LOSS|UNFREEZE)/.test(event)
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

/** What a step asks for besides the state, said of the card and not of the step's guards. */
function mayHappen(event: CardStep, facts: Required<CardFacts>): boolean {
  const { activated, temporary, ranOut, withinSixMonths, byProxy } = facts
  if (needsPapers(event) && missingDocuments(facts).length > 0) return false
  if (waysBack(event) && event.endsWith('_UNUSED') === activated) return false
  if (event.startsWith('RELEASE_LOSS') && byProxy) return false
  if (/^(LAPSE|EXPIRE)/.test(event) && !ranOut) return false
  if (/^(PROLONG|EXPIRE)/.test(event) && !temporary) return false
  return (event !== 'REPLACE' || !temporary) && (event !== 'PROLONG' || withinSixMonths)
}
it.each(cardTable.steps.map((step) => [step.event, step.guards ?? []] as const))(
  '%s is let through where the domain does, and nowhere else',
  (event, guards) => {
    for (let bits = 0; bits < 32; bits += 1)
      for (const seen of [['ID', 'PROXY_ID', 'CARD'], ['ID', 'CARD'], ['ID'], []] as const) {
        const [holds, needs] = [(bit: number) => (bits >> bit) % 2 === 1, ['ID', 'CARD'] as const]
        const stands = { activated: holds(0), temporary: holds(1), ranOut: holds(2), withinSixMonths: holds(3) }
        const given = { ...stands, byProxy: holds(4), needs, seen }
        const through = guards.every((guard) => cardCase.guards[guard](given).length === 0)
        expect(through, JSON.stringify(given)).toBe(mayHappen(event, given))
      }
  },
)

const activations = ['ACTIVATE', 'ACTIVATE_AT_BANK', 'ACTIVATE_BY_SETTLEMENT', 'ACTIVATE_BY_PHONE']
const [losses, both] = [['REPORT_LOSS', 'CONFIRM_LOSS'], (event: string) => [event, `${event}_UNUSED`]]
/** What the domain (section 8) lets happen to a card in each state, told from the card's side and not from the step's. */
const possible: Readonly<Record<Real['state'], readonly string[]>> = {
  APPLIED: ['MAKE', 'CANCEL'],
  MADE: ['ISSUE', 'CANCEL'],
  INACTIVE: [...activations, ...losses, 'FREEZE', 'REPLACE', 'CANCEL'],
  NORMAL: [...losses, 'FREEZE', 'LOCK_PIN', 'REPLACE', 'CANCEL', 'PROLONG', 'EXPIRE'],
  // Blocked already: nothing is frozen or locked besides.
  ORAL_LOSS: [...losses, ...both('WITHDRAW_LOSS'), ...both('LAPSE_LOSS'), 'REPLACE', 'CANCEL', 'EXPIRE'],
  WRITTEN_LOSS: [...both('RELEASE_LOSS'), 'REPLACE', 'CANCEL', 'EXPIRE'],
  // Until somebody who decides lets it go, there is no other card either.
  FROZEN: [...both('UNFREEZE'), 'CANCEL', 'EXPIRE'],
  PIN_LOCKED: [...losses, 'FREEZE', 'UNLOCK_PIN', 'REPLACE', 'CANCEL', 'EXPIRE'],
  REPLACED: [],
  CANCELLED: [],
}
it.each(cardTable.states)('a card that is %s can become what the domain says, and nothing else', (state) => {
  expect(events.filter((event) => stepOf(cardTable, state, event)).toSorted()).toEqual(possible[state].toSorted())
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
