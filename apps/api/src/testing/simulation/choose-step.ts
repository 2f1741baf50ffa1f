import { may } from '../../access/permissions.ts'
import { enforcementTable } from '../../features/money/enforcement/enforcement.lifecycle.ts'
import { inputFor } from '../money/enforcement-input.ts'
import { everybody, people, unit } from '../money/enforcement-walk.ts'
import type { Person } from '../money/enforcement-walk.ts'
import type { Move } from './moves.ts'
import type { Proceeding } from './proceeding.ts'

// Which case a move of Article 63 means, and which step of it by whom: asked of the model alone, so that a mirror takes the same.

const nthOf = <Item>(items: readonly Item[], nth: number): Item | undefined => items[nth % Math.max(1, items.length)]
const endings: readonly string[] = ['SUSPEND', 'TERMINATE']

/** Of the two oldest that run, so that they come far. */
export const chooseCase = (cases: readonly Proceeding[], nth: number): Proceeding | undefined =>
  nthOf(cases.filter(({ isOver }) => !isOver).slice(0, 2), nth)

export const hourOf = (night: boolean): number => (night ? 3 : 10)

/** Mostly a step that may well be taken, by somebody who may: at random alone no case would come far. */
export function chooseStep(
  one: Proceeding,
  wanted: number,
  { fitting, person, amount }: Pick<Extract<Move, { do: 'ENFORCE' }>, 'fitting' | 'person' | 'amount'>,
) {
  const offered = enforcementTable.steps.filter(
    ({ from, who, event }) =>
      from.some((state) => state === one.state) &&
      who !== 'enforcement:follow' &&
      (fitting === 1 || !endings.includes(event)),
  )
  const able = (who: (typeof offered)[number]['who']): Person[] =>
    everybody.filter((name) => may(people[name], who, { employerId: unit }))
  const possible = () =>
    offered.filter(({ event, who }) => {
      const facts = one.factsFor(inputFor(one, event, { amount, nth: wanted }))
      return able(who).some((name) => one.refusal(name, facts) === undefined)
    })
  const step = nthOf(fitting === 0 ? enforcementTable.steps : fitting < 4 ? offered : possible(), wanted)
  if (!step || step.who === 'enforcement:follow') return undefined
  return { step, by: fitting < 2 ? person : (nthOf(able(step.who), wanted) ?? person) }
}
