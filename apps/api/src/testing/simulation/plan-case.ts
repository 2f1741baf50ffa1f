import type { PreparedCalendar } from '@shebao/premium'
import { inputFor } from '../money/enforcement-input.ts'
import { chooseStep } from './choose-step.ts'
import type { Move } from './moves.ts'
import { World } from './world.ts'

// Drawn at random hardly any case comes to a decision on allocation, and none to a court. This story is made by asking the model, step by
// step, which move takes the next one.

const steps = [
  'INVESTIGATE',
  'VERIFY_ARREARS',
  'PREPARE_PAPER ORDER_PAYMENT',
  'ORDER_PAYMENT',
  'SERVE_ORDER',
  'PREPARE_PAPER QUERY_ACCOUNTS',
  'QUERY_ACCOUNTS',
  'ANSWER_QUERY',
  'PREPARE_PAPER APPLY_ALLOCATION',
  'APPLY_ALLOCATION',
  'DEMAND_PAYMENT',
  'SERVE_DEMAND',
  'DECIDE_ALLOCATION',
  'SERVE_DECISION',
  'NOTIFY_BANK',
  'ALLOCATE',
  'FIND_SHORTFALL',
  'PREPARE_PAPER DEMAND_BEFORE_COURT',
  'DEMAND_BEFORE_COURT',
  'SERVE_COURT_DEMAND',
  'PREPARE_PAPER APPLY_COURT',
  'APPLY_COURT',
  'ACCEPT_APPLICATION',
]
const longest = 60

/** Moves that take the first case of units with these wages from the bill that is not paid to the court. */
export function planToCourt(calendar: PreparedCalendar, wages: readonly (readonly number[])[]): Move[] {
  const world = new World(calendar)
  for (const [index, unit] of world.office.units.entries()) {
    unit.wages = wages[index] ?? []
    unit.absences = unit.wages.map(() => 0)
  }
  const moves: Move[] = []
  const make = (move: Move) => {
    moves.push(move)
    world.make(move)
  }
  for (const step of steps) {
    for (let day = 0; findMove(world, step) === undefined && day < longest; day += 1)
      // For the court the time in which the decision can be contested has to be over; nobody plays its nights.
      make(step === 'APPLY_COURT' ? { do: 'CLOCK_BACK', days: -30 } : { do: 'DAYS', days: 1 })
    const move = findMove(world, step)
    if (!move) throw new Error(`No move takes ${step}.`)
    make(move)
  }
  return moves
}

function findMove(world: World, wanted: string): Move | undefined {
  const one = world.cases.find(({ isOver }) => !isOver)
  const [event, paper] = wanted.split(' ')
  if (!one) return undefined
  for (let step = 1; step < longest; step += 1)
    for (const amount of [100_000, -1]) {
      const chosen = chooseStep(one, step, { fitting: 5, person: 'head', amount })
      if (!chosen || chosen.step.event !== event || step % 7 === 0 || step % 5 === 0) continue
      const input = inputFor(one, chosen.step.event, { amount, nth: step })
      const isPaper = 'paper' in input && input.paper.step === paper
      // Nobody signs what they prepared.
      if (paper !== undefined && (!isPaper || chosen.by === 'head')) continue
      return { do: 'ENFORCE', nth: 0, step, fitting: 5, person: 'head', amount, night: false }
    }
  return undefined
}
