import { BREAK_NAMES } from '@shebao/test-support/declaration'
import { pickInteger, pickOne, seededRandom } from '@shebao/test-support/identifiers'
import type { Random } from '@shebao/test-support/identifiers'
import { everybody } from '../money/enforcement-walk.ts'
import type { Person } from '../money/enforcement-walk.ts'
import type { Contradiction, OrderEnd } from './bank.ts'
import type { Reviewer } from './filing.ts'

/**
 * One thing that somebody does. Nothing in it depends on what came before: `nth` is counted round among what there is, so that a story
 * of which any part is left out is a story too, and a failing one can be shortened.
 */
export type Move =
  | { do: 'DAYS'; days: number }
  /** Somebody sets the clock of the machine. */
  | { do: 'CLOCK_BACK'; days: number }
  | { do: 'DECLARE'; unit: number; seed: number; people: number; breaks?: string }
  | { do: 'REVIEW'; unit: number; by: Reviewer; nth: number }
  | { do: 'BEGIN_PAYMENT'; nth: number; repeats: boolean }
  | { do: 'ORDER_ENDS'; nth: number; how: OrderEnd }
  | { do: 'CONTRADICT'; nth: number; how: Contradiction }
  | { do: 'REPORT'; nth: number }
  | { do: 'REPORT_AGAIN'; nth: number }
  | { do: 'TRANSFER'; unit: number; amount: number; daysAgo: number }
  | { do: 'TRANSFER_AGAIN'; nth: number }
  | { do: 'ENFORCE'; nth: number; step: number; fitting: number; person: Person; amount: number; night: boolean }

export const unitsOfAStory = 3

const draws: readonly [weight: number, draw: (random: Random) => Move][] = [
  [22, (random) => ({ do: 'DAYS', days: pickOne(random, [1, 1, 2, 4, 8, 15, 30]) })],
  [2, (random) => ({ do: 'CLOCK_BACK', days: pickOne(random, [1, 3, 40]) })],
  [7, (random) => ({ do: 'DECLARE', ...declared(random) })],
  [3, (random) => ({ do: 'DECLARE', ...declared(random), breaks: pickOne(random, BREAK_NAMES) })],
  [16, (random) => ({ do: 'REVIEW', unit: unit(random), by: pickOne(random, reviewers), nth: nth(random) })],
  [10, (random) => ({ do: 'BEGIN_PAYMENT', nth: nth(random), repeats: random() < 0.2 })],
  [8, (random) => ({ do: 'ORDER_ENDS', nth: nth(random), how: pickOne(random, ends) })],
  [3, (random) => ({ do: 'CONTRADICT', nth: nth(random), how: pickOne(random, contradictions) })],
  [9, (random) => ({ do: 'REPORT', nth: nth(random) })],
  [3, (random) => ({ do: 'REPORT_AGAIN', nth: nth(random) })],
  [
    5,
    (random) => ({
      do: 'TRANSFER',
      unit: unit(random),
      amount: amount(random),
      daysAgo: pickOne(random, [0, 0, 0, 3, 40]),
    }),
  ],
  [2, (random) => ({ do: 'TRANSFER_AGAIN', nth: nth(random) })],
  [24, enforced],
]
/** Of units that do not pay: Article 63 has the word. */
const unpaid: typeof draws = [
  [14, (random) => ({ do: 'DAYS', days: pickOne(random, [1, 1, 2, 4, 8, 15]) })],
  [1, (random) => ({ do: 'CLOCK_BACK', days: pickOne(random, [1, 3, 40]) })],
  [1, (random) => ({ do: 'TRANSFER', unit: unit(random), amount: amount(random), daysAgo: 0 })],
  [40, enforced],
]
const reviewers = ['officer', 'reviewer', 'head'] as const
const ends = ['PAYS', 'PAYS', 'PAYS', 'PAYS_LESS', 'PAYS_MORE', 'LACKS_MONEY'] as const
const contradictions = ['FAILED_AFTER_ALL', 'OTHER_REFERENCE', 'OTHER_AMOUNT', 'NO_REFERENCE'] as const

const nth = (random: Random) => pickInteger(random, 0, 59)
const unit = (random: Random) => pickInteger(random, 0, unitsOfAStory - 1)
const amount = (random: Random) => pickOne(random, [1, 100, 12_345, 400_000, 3_000_000, 20_000_000])
const declared = (random: Random) => ({
  unit: unit(random),
  seed: pickInteger(random, 1, 1_000_000),
  people: pickInteger(random, 1, 4),
})

function enforced(random: Random): Move {
  return {
    do: 'ENFORCE',
    nth: nth(random),
    step: nth(random),
    fitting: pickInteger(random, 0, 9),
    person: pickOne(random, everybody),
    amount: random() < 0.3 ? -1 : pickInteger(random, 0, 1_500_000),
    night: random() < 0.1,
  }
}

/** Two of the units file and are accepted at once, so that there is something to bill; the rest is drawn. */
const opening: readonly Move[] = [
  ...[0, 1].flatMap((unit): Move[] => [
    { do: 'DECLARE', unit, seed: unit + 1, people: 2 + unit },
    { do: 'REVIEW', unit, by: 'reviewer', nth: 1 },
    { do: 'REVIEW', unit, by: 'head', nth: 2 },
  ]),
  { do: 'DAYS', days: 20 },
]

/** The whole story that a seed tells. */
export function drawMoves(seed: number, steps: number): Move[] {
  const random = seededRandom(seed)
  const of = random() < 0.5 ? draws : unpaid
  const drawn = Array.from({ length: Math.max(0, steps - opening.length) }, () => drawOne(of, random))
  return [...opening, ...drawn].slice(0, steps)
}

function drawOne(of: typeof draws, random: Random): Move {
  let place = random() * of.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, draw] of of) {
    place -= weight
    if (place < 0) return draw(random)
  }
  return { do: 'DAYS', days: 1 }
}
