import { addMonths, fen, FIVE_INSURANCES } from '@shebao/kernel'
import type { FiveInsurance, Period } from '@shebao/kernel'
import type { MonthlyChangeDraft, MonthlyEvent, RegisteredPerson } from '@shebao/declaration-rules'
import { employmentForms } from '@shebao/roster'
import { makeResidentId, pickInteger, pickOne, seededRandom } from '@shebao/test-support/identifiers'
import type { Random } from '@shebao/test-support/identifiers'
import type { Reviewer } from './filing.ts'
import { unitsOfAStory } from './moves.ts'

// What units declare month by month (domain 3.1): who joins, leaves, has another base or form of employment, in time, afterwards or as
// a correction. As in `moves.ts` no move depends on another.

export const filings = ['REGULAR', 'SUPPLEMENTARY', 'REVISED'] as const
type Filing = (typeof filings)[number]
const kindsOfChange = ['JOIN', 'STOP', 'BASE', 'INFORM'] as const

/** A line as somebody means it; months count from the one that is declared. */
export interface WishedChange {
  kind: (typeof kindsOfChange)[number]
  /** It is about somebody who is there, or a join of somebody who is not. */
  fitting: boolean
  person: number
  /** Which of the five, as bits; most are about all of them. */
  of: number
  month: number
  wage: number
  form: number
}

export type MonthMove =
  | { do: 'DAYS'; days: number }
  /** Opens what is asked for, or goes on with it, and writes lines into it. */
  | { do: 'WRITE'; unit: number; filing: Filing; back: number; changes: WishedChange[] }
  | { do: 'STRIKE'; unit: number; nth: number; row: number }
  | { do: 'HAND_IN'; unit: number; nth: number; answers: boolean; fitting: boolean }
  | { do: 'TAKE_BACK'; unit: number; nth: number; event: Extract<MonthlyEvent, 'WITHDRAW' | 'CANCEL'> }
  | { do: 'DECIDE'; nth: number; by: Reviewer; step: number; fitting: boolean }

/** Few, so that units contend for them; each has a number that nobody else has. */
const peopleOfAStory = 8
export const reviewers = ['officer', 'reviewer', 'head'] as const

const unit = (random: Random) => pickInteger(random, 0, unitsOfAStory - 1)
const nth = (random: Random) => pickInteger(random, 0, 59)

function wished(random: Random): WishedChange {
  return {
    kind: pickOne(random, ['JOIN', 'JOIN', 'STOP', 'STOP', 'BASE', 'INFORM']),
    fitting: random() < 0.9,
    person: pickInteger(random, 0, peopleOfAStory - 1),
    of: random() < 0.6 ? 31 : pickInteger(random, 1, 31),
    month: pickOne(random, [0, 0, 0, 0, 0, 0, 1, -1, 2]),
    wage: pickOne(random, [400_000, 800_000, 1_234_567, 3_600_000]),
    form: pickInteger(random, 0, employmentForms.length - 1),
  }
}

const written = (random: Random, filing: Filing, back: number): MonthMove => ({
  do: 'WRITE',
  unit: unit(random),
  filing,
  back,
  changes: Array.from({ length: pickOne(random, [1, 1, 2]) }, () => wished(random)),
})

const draws: readonly [weight: number, draw: (random: Random) => MonthMove][] = [
  [14, (random) => ({ do: 'DAYS', days: pickOne(random, [1, 2, 5, 9, 16]) })],
  [18, (random) => written(random, 'REGULAR', 0)],
  [
    8,
    (random) =>
      written(random, pickOne(random, ['SUPPLEMENTARY', 'REVISED', 'REVISED']), pickOne(random, [1, 1, 2, 3])),
  ],
  [2, (random) => written(random, pickOne(random, filings), pickOne(random, [-1, 0, 1, 5]))],
  [12, (random) => ({ do: 'STRIKE', unit: unit(random), nth: nth(random), row: nth(random) })],
  [
    22,
    (random) => ({
      do: 'HAND_IN',
      unit: unit(random),
      nth: nth(random),
      answers: random() < 0.7,
      fitting: random() < 0.9,
    }),
  ],
  [
    4,
    (random) => ({
      do: 'TAKE_BACK',
      unit: unit(random),
      nth: nth(random),
      event: pickOne(random, ['WITHDRAW', 'WITHDRAW', 'CANCEL']),
    }),
  ],
  [
    34,
    (random) => ({
      do: 'DECIDE',
      nth: nth(random),
      by: pickOne(random, reviewers),
      step: nth(random),
      fitting: random() < 0.8,
    }),
  ],
]
const weights = draws.reduce((sum, [weight]) => sum + weight, 0)

/** The whole story that a seed tells of the months. */
export function drawMonthMoves(seed: number, steps: number): MonthMove[] {
  const random = seededRandom(seed + 40_000)
  return Array.from({ length: steps }, () => {
    let place = random() * weights
    const drawn = draws.find(([weight]) => (place -= weight) < 0) ?? draws[0]
    if (!drawn) throw new Error('Nothing can be done.')
    return drawn[1](random)
  })
}

export interface Somebody {
  name: string
  idNumber: string
}

/** The people whom the units of a story declare. */
export const somebodies: readonly Somebody[] = Array.from({ length: peopleOfAStory }, (_, index) => ({
  name: ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八'][index] ?? '',
  idNumber: makeResidentId(seededRandom(70_000 + index), {
    sex: 'FEMALE',
    birthDate: `1990-05-0${index + 1}`,
    region: '110101',
  }),
}))

const insurancesOf = (bits: number): FiveInsurance[] => FIVE_INSURANCES.filter((_, bit) => (bits & (1 << bit)) !== 0)

/** The line as it is typed. A stop names the month before, and nobody is hired tomorrow. */
export function typed(
  wish: WishedChange,
  declared: Period,
  today: string,
  known: RegisteredPerson | undefined,
): MonthlyChangeDraft {
  const { name, idNumber } = somebodies[wish.person] ?? { name: '', idNumber: '' }
  const month = addMonths(declared, wish.month)
  const here = wish.fitting && known !== undefined && known.toPeriod === undefined
  const of = insurancesOf(wish.of).filter((one) => !here || known.insurances.includes(one) !== (wish.kind === 'JOIN'))
  const insurances = here && of.length === 0 ? known.insurances : of
  const kind = here && of.length === 0 ? 'BASE' : wish.fitting && !here ? 'JOIN' : wish.kind
  const reason = '情况变化'
  const hired = `${month}-01` > today ? today : `${month}-01`
  const form = employmentForms[wish.form] ?? 'CONTRACT'
  const [person, all] = [{ name, idNumber }, { insurances: [...insurances] }]
  switch (kind) {
    case 'JOIN':
      return {
        changeType: 'ADD_NEW',
        ...person,
        ...all,
        householdType: 'LOCAL_URBAN',
        employmentForm: form,
        hireDate: hired,
        effectivePeriod: month,
        monthlyWage: fen(wish.wage),
      }
    case 'STOP': {
      const effectivePeriod = addMonths(month, 1)
      return { changeType: 'STOP_RESIGN', ...person, ...all, reason, lastPayablePeriod: month, effectivePeriod }
    }
    case 'BASE': {
      const monthlyWage = fen(wish.wage)
      return { changeType: 'BASE_CHANGE', ...person, ...all, reason, effectivePeriod: month, monthlyWage }
    }
    case 'INFORM':
      return {
        changeType: 'INFO_CHANGE',
        ...person,
        reason,
        effectivePeriod: month,
        infoField: 'employmentForm',
        infoValue: form,
      }
  }
}
