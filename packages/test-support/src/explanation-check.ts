import { daysBetween, civilDate } from '@shebao/kernel'
import type { Explanation, LabelCode, RuleCode } from '@shebao/premium'

/**
 * Works every node of a derivation out again, from nothing but its inputs and its rule, in arithmetic of its own (BigInt
 * fractions). Returns the nodes that do not follow; empty for a derivation that can be believed.
 */
export function findFalseNodes(node: Explanation): string[] {
  const expected = RULES[node.rule](node)
  const own =
    expected === undefined || expected === BigInt(node.result.value)
      ? []
      : [`${node.label} ${JSON.stringify(node.params)}: ${node.rule} gives ${expected}, not ${node.result.value}`]
  const orphans = LEAF_RULES.has(node.rule) && node.inputs.length > 0 ? [`${node.label}: ${node.rule} with inputs`] : []
  return [...own, ...orphans, ...node.inputs.flatMap(findFalseNodes)]
}

export function allNodes(node: Explanation): Explanation[] {
  return [node, ...node.inputs.flatMap(allNodes)]
}

type Recompute = (node: Explanation) => bigint | undefined

const value = (node: Explanation | undefined) => BigInt(node?.result.value ?? NOTHING)
/** No sum in a test comes to it, so a missing input always shows. */
const NOTHING = -987_654_321_987
const labelled = (node: Explanation, ...labels: LabelCode[]) =>
  value(node.inputs.find(({ label }) => labels.includes(label)))
const at = (node: Explanation, index: number) => value(node.inputs[index])
const sum = (nodes: readonly Explanation[]) => nodes.reduce((total, each) => total + value(each), 0n)
const least = (a: bigint, b: bigint) => (a < b ? a : b)

const PPM = 1_000_000n
function halfUp(top: bigint, bottom: bigint): bigint {
  return (2n * top + bottom) / (2n * bottom)
}

/** What is taken back bears the interest that it had borne: halves go away from nothing. */
const halfUpEitherWay = (top: bigint, bottom: bigint) => (top < 0n ? -halfUp(-top, bottom) : halfUp(top, bottom))

/** `top / bottom` fen, rounded as the node says. */
function rounded({ rounding }: Explanation, top: bigint, bottom: bigint): bigint {
  if (rounding === 'CEIL_JIAO') return ((top + bottom * 10n - 1n) / (bottom * 10n)) * 10n
  if (rounding === 'HALF_UP_JIAO') return halfUp(top, bottom * 10n) * 10n
  if (rounding === 'HALF_UP_YUAN' || rounding === 'YUAN') return halfUp(top, bottom * 100n) * 100n
  return halfUp(top, bottom)
}

const share: Recompute = (node) => rounded(node, labelled(node, 'BASE') * labelled(node, 'RATE', 'UNIT_RATE'), PPM)

const days: Recompute = ({ params }) =>
  BigInt(daysBetween(civilDate(String(params['from'])), civilDate(String(params['to']))) + 1)

const stretch = ({ inputs: [principal, late, rate] }: Explanation) => value(principal) * value(late) * value(rate)

/** The stretches of one debt: rounded once as a whole, so each is the growth of the rounded sum. */
const sumOrLateFee: Recompute = (node) => {
  let exact = 0n
  let before = 0n
  for (const each of node.inputs.filter(({ label }) => label === 'LATE_FEE_STRETCH')) {
    exact += stretch(each)
    const now = halfUp(exact, PPM)
    if (now - before !== value(each)) return BigInt(NOTHING)
    before = now
  }
  return sum(node.inputs)
}

/**
 * Rounded person by person: off the rate of the sum by less than one step each. The bases lie between the limits that are
 * named, else these people would stand at one of them.
 */
const eachRounded: Recompute = (node) => {
  const [people, bases] = [labelled(node, 'PEOPLE'), labelled(node, 'BASE_SUM')]
  const fixed = node.inputs.some(({ label }) => label === 'FIXED_AMOUNT') ? labelled(node, 'FIXED_AMOUNT') : 0n
  const off = (value(node) - people * fixed) * PPM - bases * labelled(node, 'RATE', 'UNIT_RATE')
  const steps = people * stepOf(node) * PPM
  const near = node.rounding === 'CEIL_JIAO' ? off >= 0n && off < steps : 2n * off <= steps && 2n * off > -steps
  const within = bases > people * labelled(node, 'BASE_FLOOR') && bases < people * labelled(node, 'BASE_CEILING')
  return near && within ? undefined : BigInt(NOTHING)
}

const stepOf = ({ rounding }: Explanation) =>
  rounding?.endsWith('JIAO') ? 10n : rounding?.endsWith('YUAN') ? 100n : 1n

const leaf: Recompute = () => undefined
const published: Recompute = ({ source }) => (source === null ? BigInt(NOTHING) : undefined)

const LEAF_RULES: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'DECLARED',
  'BOOKED',
  'LISTED',
  'EACH_ADDED',
  'WAGES_OVER_LIST_MONTHS',
  'BASES_OVER_LIST_PEOPLE',
  'PARAMETER',
  'PARAMETER_CARRIED_OVER',
  'SET_FOR_UNIT',
  'BY_LAW',
  'ALREADY_CHARGED',
  'DEFERRED',
  'WAIVED_BY_DECISION',
  'NOT_LATE',
  'DAYS_FROM_DUE_DATE',
  'DAYS_FROM_NEXT_MONTH',
])

const RULES: Readonly<Record<RuleCode, Recompute>> = {
  SUM: sumOrLateFee,
  BASE_TIMES_RATE: share,
  BASE_TIMES_RATE_PLUS_FIXED: (node) => (share(node) ?? 0n) + labelled(node, 'FIXED_AMOUNT'),
  FIXED_ONLY: (node) => labelled(node, 'FIXED_AMOUNT'),
  WITHIN_LIMITS: (node) => (at(node, 0) >= at(node, 1) && at(node, 0) <= at(node, 2) ? at(node, 0) : BigInt(NOTHING)),
  RAISED_TO_FLOOR: (node) => (at(node, 0) < at(node, 1) ? at(node, 1) : BigInt(NOTHING)),
  LOWERED_TO_CEILING: (node) => (at(node, 0) > at(node, 2) ? at(node, 2) : BigInt(NOTHING)),
  WAGES_OVER_MONTHS: (node) => rounded(node, at(node, 0), at(node, 1)),
  FIRST_MONTH: (node) => rounded(node, at(node, 0), 1n),
  DECLARED: leaf,
  BOOKED: leaf,
  // The list itself is not in the tree: its rows are thousands.
  SUM_OF_LIST: leaf,
  WAGES_OVER_LIST_MONTHS: leaf,
  BASES_OVER_LIST_PEOPLE: leaf,
  PARAMETER: published,
  PARAMETER_CARRIED_OVER: published,
  SET_FOR_UNIT: leaf,
  SIMPLE_DAILY: (node) => halfUp(stretch(node), PPM),
  // Its rounding is checked at the node above, where the fractions meet; alone it is off by a fen at most.
  SIMPLE_DAILY_CARRIED: (node) => {
    const off = value(node) - halfUp(stretch(node), PPM)
    return off === 1n || off === -1n ? undefined : BigInt(NOTHING)
  },
  CAPPED_AT_PRINCIPAL: (node) => least(at(node, 0), at(node, 1)),
  NOT_LATE: () => 0n,
  DAYS_FROM_DUE_DATE: days,
  DAYS_FROM_NEXT_MONTH: days,
  PERCENT_OF_LAST: (node) => halfUp(at(node, 0) * at(node, 1), 100n),
  AFTER_LESS_BEFORE: (node) => at(node, 0) - at(node, 1),
  BY_LAW: leaf,
  ASSESSED: (node) => (node.inputs.length === 0 ? undefined : sum(node.inputs)),
  ALREADY_CHARGED: () => 0n,
  DEFERRED: () => 0n,
  WAIVED_BY_DECISION: () => 0n,
  PEOPLE_TIMES_EACH: (node) => at(node, 0) * at(node, 1),
  MONTHS_TIMES_EACH: (node) => at(node, 0) * at(node, 1),
  CHARGED_LESS_UNPAID: (node) => at(node, 0) - at(node, 1),
  DUE_LESS_SETTLED: (node) => at(node, 0) - at(node, 1),
  SETTLED_LESS_DUE: (node) => at(node, 1) - at(node, 0),
  ALLOCATION_ORDER: (node) => sum(node.inputs),
  TAKES_WHOLE: (node) => at(node, 0),
  TAKES_REST: (node) => (at(node, 1) < at(node, 0) ? at(node, 1) : BigInt(NOTHING)),
  RECEIVED_LESS_REFUNDED: (node) => at(node, 0) - at(node, 1),
  PAID_LESS_DUE: (node) => at(node, 0) - at(node, 1),
  CREDITS_LESS_DEBITS: (node) => sum(node.inputs),
  TIMES_ARREARS: (node) => at(node, 0) * at(node, 1),
  EACH_BASE_TIMES_RATE: eachRounded,
  EACH_BASE_TIMES_RATE_PLUS_FIXED: eachRounded,
  // Every unit has its own rate, which is not in the tree.
  EACH_AT_UNIT_RATE: (node) => (value(node) <= labelled(node, 'BASE_SUM') ? undefined : BigInt(NOTHING)),
  EACH_ADDED: leaf,
  PROPOSED_LESS_BILLED: (node) => at(node, 0) - at(node, 1),
  LISTED: leaf,
  COUNTS_AGAINST: (node) => -at(node, 0),
  SUM_OF_ENTRIES: (node) => sum(node.inputs),
  AMOUNT_TIMES_YEAR_RATE: (node) => halfUpEitherWay(at(node, 0) * at(node, 1), PPM),
  AMOUNT_TIMES_MONTHS: (node) => at(node, 0) * at(node, 1),
  PRODUCTS_TIMES_MONTH_RATE: (node) => halfUpEitherWay(at(node, 0) * at(node, 1), 12n * PPM),
  RATE_NOT_PUBLISHED: () => 0n,
  WITHIN_RANGE: (node) => (value(node) >= at(node, 0) && value(node) <= at(node, 1) ? undefined : BigInt(NOTHING)),
}
