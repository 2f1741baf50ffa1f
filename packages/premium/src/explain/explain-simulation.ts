import { explainLine, explainLineParts } from './explain-premium.ts'
import { explain, explainParameter, explainSum } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import type { LabelCode } from './explanation-codes.ts'
import { fen } from '@shebao/kernel'
import { BASE_STANDINGS, SHARES } from '../parameters/simulation-causes.ts'
import type {
  BaseStanding,
  Cause,
  Causes,
  Moment,
  SimulatedLine,
  SimulatedLines,
} from '../parameters/simulation-causes.ts'
import type { ChangeBin, EmployerChange, SimulationTally } from '../parameters/simulation.ts'

/** The whole month as billed, or with the proposal: total ← shares ← what explains each. */
export function explainSimulatedTotal(tally: SimulationTally, moment: Moment): Explanation {
  return explainSum('TOTAL', explainShares(tally.lines, tally.causes, moment))
}

/** One insurance and side over all people. */
export function explainSimulatedShare(tally: SimulationTally, moment: Moment, place: number): Explanation {
  return explainShare(tally.lines, Object.values(tally.causes[moment]), place)
}

/** The month of one of the employers that the tally keeps. */
export function explainSimulatedEmployer(
  { lines }: SimulationTally,
  moment: Moment,
  { causes }: EmployerChange,
): Explanation {
  return explainSum('TOTAL', explainShares(lines, causes, moment))
}

/** What the changes of the people of one bin come to, share by share. */
export function explainSimulatedBin({ before, after }: ChangeBin): Explanation {
  const changes = SHARES.map((params, place) => {
    const each = (label: LabelCode, amounts: readonly number[]) =>
      explain(label, 'EACH_ADDED', 'FEN', fen(amounts[place] ?? 0))
    return changeNode('SHARE_CHANGE', each('WITH_PROPOSAL', after), each('AS_BILLED', before), params)
  })
  return explainSum(
    'CHANGE',
    changes.filter(({ inputs }) => inputs.some(({ result }) => result.value !== 0)),
  )
}

/** What something costs more with the proposal, or less. */
export function explainChange(after: Explanation, before: Explanation): Explanation {
  return changeNode('CHANGE', explainSum('WITH_PROPOSAL', [after]), explainSum('AS_BILLED', [before]))
}

function changeNode(
  label: LabelCode,
  after: Explanation,
  before: Explanation,
  params: Explanation['params'] = {},
): Explanation {
  const change = fen(after.result.value - before.result.value)
  return explain(label, 'PROPOSED_LESS_BILLED', 'FEN', change, { params, inputs: [after, before] })
}

function explainShares(lines: SimulatedLines, causes: Causes, moment: Moment): Explanation[] {
  const all = Object.values(causes[moment])
  const places = new Set(all.map(({ share }) => share))
  return SHARES.flatMap((_share, place) => (places.has(place) ? [explainShare(lines, all, place)] : []))
}

/** A share ← its lines, which for work injury are the classes ← people at the floor, between the limits, at the ceiling. */
function explainShare(lines: SimulatedLines, causes: readonly Cause[], place: number): Explanation {
  const byLine = Map.groupBy(
    causes.filter(({ share }) => share === place),
    ({ line }) => line,
  )
  // What was billed otherwise comes last.
  const inOrder = [...byLine].toSorted(([a], [b]) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
  const { insurance, side } = SHARES[place] ?? {}
  return explainSum(
    'NOTICE_SHARE',
    inOrder.flatMap(([key, ofLine]) => {
      const known = key === null ? undefined : lines[key]
      return known === undefined ? ofLine.map(explainAsBilled) : [explainOfLine(known, ofLine)]
    }),
    { params: { insurance: insurance ?? '', side: side ?? '' } },
  )
}

function explainOfLine(known: SimulatedLine, causes: readonly Cause[]): Explanation {
  const { line, injuryClass } = known
  const { insurance, side } = line
  const groups = causes
    .toSorted((a, b) => BASE_STANDINGS.indexOf(a.standing) - BASE_STANDINGS.indexOf(b.standing))
    .map((cause) => explainCause(known, cause))
  if (insurance !== 'WORK_INJURY') return explainSum('NOTICE_SHARE', groups, { params: { insurance, side } })
  return explainSum(line.from.rate === undefined ? 'UNITS_WITH_OWN_RATE' : 'UNITS_OF_CLASS', groups, {
    params: { injuryClass },
  })
}

const GROUP_LABELS: Readonly<Record<BaseStanding, LabelCode>> = {
  AT_FLOOR: 'PEOPLE_AT_FLOOR',
  BETWEEN: 'PEOPLE_BETWEEN_LIMITS',
  AT_CEILING: 'PEOPLE_AT_CEILING',
  FIXED_ONLY: 'PEOPLE_AT_FIXED_AMOUNT',
}

function explainCause(known: SimulatedLine, cause: Cause): Explanation {
  if (cause.ratePpm === null) return explainOwnRates(known, cause)
  const charged = { ...known, line: { ...known.line, ratePpm: cause.ratePpm } }
  return cause.standing === 'BETWEEN' ? explainBetween(charged, cause) : explainSame(charged, cause)
}

/** So many people times one rounded line, which follows from the published rows alone. */
function explainSame(known: SimulatedLine, { standing, people, amount }: Cause): Explanation {
  const { line, limit, injuryClass, fixedCharged } = known
  const { insurance } = line
  const at =
    standing === 'AT_CEILING'
      ? explainParameter('BASE_CEILING', 'FEN', limit.from.ceiling, { insurance })
      : explainParameter('BASE_FLOOR', 'FEN', limit.from.floor, { insurance })
  const base = explainSum('BASE', [at], { params: { insurance } })
  return explain(GROUP_LABELS[standing], 'PEOPLE_TIMES_EACH', 'FEN', fen(amount), {
    inputs: [explainPeople(people), explainLine({ injuryClass }, line, base, fixedCharged)],
  })
}

/** Everybody's base times one rate: what each pays is rounded by itself, so the sum is not the rate of the sum. */
function explainBetween({ line, limit, injuryClass, fixedCharged }: SimulatedLine, cause: Cause): Explanation {
  const { insurance } = line
  const { rate, fixed, ...how } = explainLineParts({ injuryClass }, line, fixedCharged)
  return explain(
    'PEOPLE_BETWEEN_LIMITS',
    fixed === undefined ? 'EACH_BASE_TIMES_RATE' : 'EACH_BASE_TIMES_RATE_PLUS_FIXED',
    'FEN',
    fen(cause.amount),
    {
      ...how,
      inputs: [
        explainPeople(cause.people),
        explainBases(line, cause),
        rate,
        ...(fixed === undefined ? [] : [fixed]),
        explainParameter('BASE_FLOOR', 'FEN', limit.from.floor, { insurance }),
        explainParameter('BASE_CEILING', 'FEN', limit.from.ceiling, { insurance }),
      ],
    },
  )
}

/** Units whose rates the office has set one by one: there is no single rate to name. */
function explainOwnRates({ line, injuryClass }: SimulatedLine, cause: Cause): Explanation {
  const { rate: _, fixed: _fixed, ...how } = explainLineParts({ injuryClass }, line)
  return explain(GROUP_LABELS[cause.standing], 'EACH_AT_UNIT_RATE', 'FEN', fen(cause.amount), {
    ...how,
    inputs: [explainPeople(cause.people), explainBases(line, cause)],
  })
}

function explainAsBilled({ people, amount }: Cause): Explanation {
  return explain('BILLED_OTHERWISE', 'BOOKED', 'FEN', fen(amount), { params: { people } })
}

const explainPeople = (people: number) => explain('PEOPLE', 'DECLARED', 'PEOPLE', people)
const explainBases = ({ insurance }: SimulatedLine['line'], { bases }: Cause) =>
  explain('BASE_SUM', 'EACH_ADDED', 'FEN', fen(bases), { params: { insurance } })
