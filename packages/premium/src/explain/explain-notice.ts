import { explainAverage, explainBase, explainLine } from './explain-premium.ts'
import { amountOf, explain, explainSum } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { addFen, fen, ZERO_FEN, SIDES } from '@shebao/kernel'
import type { Fen, Insurance, Side } from '@shebao/kernel'
import type { Policy } from '../policy.ts'
import { limitOf } from '../premium.ts'
import type { PersonInput, PremiumColumns } from '../premium.ts'

/** People of one notice line who pay the same: so many of them, this base, these amounts each. */
export type PeopleGroup = {
  readonly people: number
  /** Base of each, in fen. */
  readonly base: Fen
  readonly employer: Fen
  readonly personal: Fen
  /** One of them, where known: then the line is derived from the wage up, not only from the base. */
  readonly example?: PersonInput | undefined
}

export type NoticeLineGroups = { readonly insurance: Insurance; readonly groups: readonly PeopleGroup[] }

/** As many groups of a line as are shown one by one; the rest is one sum. */
export const GROUPS_SHOWN = 12

/**
 * Why a notice costs what it costs: total ← insurances ← shares ← groups of people with the same base ← one person's line.
 * Each group is so many people times one rounded line, never a rate on a total (2.4). The tree is bounded however many
 * people there are: the largest groups by themselves, one sum for all the others. Every amount is the one on record; a
 * line is derived under `policy` where the derivation arrives at it, else it stands as booked.
 */
export function explainNotice(
  policy: Policy,
  lines: readonly NoticeLineGroups[],
  groupsShown: number = GROUPS_SHOWN,
): Explanation {
  return explainSum(
    'TOTAL',
    lines.map((line) => explainNoticeLine(policy, line, groupsShown)),
  )
}

/** One insurance of a notice, both shares. */
export function explainNoticeLine(
  policy: Policy,
  { insurance, groups }: NoticeLineGroups,
  groupsShown: number = GROUPS_SHOWN,
): Explanation {
  const largest = groups.toSorted((a, b) => b.people - a.people || a.base - b.base)
  const shares = SIDES.filter((side) => groups.some((group) => eachOf(group, side) !== 0)).map((side) => {
    const shown = largest.slice(0, groupsShown).map((group) => explainGroup(policy, insurance, side, group))
    const others = largest.slice(groupsShown)
    return explainSum('NOTICE_SHARE', others.length === 0 ? shown : [...shown, explainOthers(others, side)], {
      params: { insurance, side },
    })
  })
  return explainSum('NOTICE_LINE', shares, { params: { insurance } })
}

function explainGroup(policy: Policy, insurance: Insurance, side: Side, group: PeopleGroup): Explanation {
  const each = eachOf(group, side)
  return explain('PEOPLE_AT_BASE', 'PEOPLE_TIMES_EACH', 'FEN', fen(each * group.people), {
    params: { base: group.base },
    inputs: [
      explain('PEOPLE', 'DECLARED', 'PEOPLE', group.people),
      explainEach(policy, insurance, side, group) ??
        explain('PREMIUM_LINE', 'BOOKED', 'FEN', each, { params: { insurance, side } }),
    ],
  })
}

/** The derivation of one person's line; undefined when this policy does not arrive at what is on record. */
function explainEach(policy: Policy, insurance: Insurance, side: Side, group: PeopleGroup): Explanation | undefined {
  const line = policy.lines.find((each) => each.insurance === insurance && each.side === side)
  if (line === undefined) return undefined
  const base =
    group.example === undefined
      ? explain('BASE', 'BOOKED', 'FEN', group.base, { params: { insurance } })
      : explainBase(limitOf(policy, line), explainAverage(group.example, policy.averageRounding))
  if (amountOf(base) !== group.base) return undefined
  // A person's fixed amounts may be on another line of the month already.
  const candidates = [false, true].map((fixedCharged) => explainLine(policy, line, base, fixedCharged))
  return candidates.find((each) => amountOf(each) === eachOf(group, side))
}

function explainOthers(groups: readonly PeopleGroup[], side: Side): Explanation {
  const people = groups.reduce((count, group) => count + group.people, 0)
  const amount = groups.reduce((sum, group) => addFen(sum, fen(eachOf(group, side) * group.people)), ZERO_FEN)
  const base = groups.reduce((sum, group) => addFen(sum, fen(group.base * group.people)), ZERO_FEN)
  return explain('OTHER_PEOPLE', 'BOOKED', 'FEN', amount, { params: { people, groups: groups.length, base } })
}

function eachOf(group: PeopleGroup, side: Side): Fen {
  return side === 'EMPLOYER' ? group.employer : group.personal
}

/**
 * The groups of an assessed unit, line by line, in the order of `policy.limits`; people who take no part are left out. With the
 * people themselves, in the order of the columns, each group is derived from the wage of its first one.
 */
export function groupPeople(
  policy: Policy,
  columns: PremiumColumns,
  examples: readonly PersonInput[] = [],
): NoticeLineGroups[] {
  return policy.limits.map(({ insurance }, limit) => {
    const indexOf = (side: Side) => policy.lines.findIndex((line) => line.insurance === insurance && line.side === side)
    const [employerLine, personalLine] = [indexOf('EMPLOYER'), indexOf('PERSONAL')]
    const amount = (person: number, line: number) =>
      line < 0 ? 0 : (columns.amounts[person * columns.lineCount + line] ?? 0)
    const groups = new Map<string, PeopleGroup>()
    for (let person = 0; person < columns.employer.length; person += 1) {
      const base = columns.bases[person * columns.limitCount + limit] ?? 0
      const [employer, personal] = [amount(person, employerLine), amount(person, personalLine)]
      if (base === 0 && employer === 0 && personal === 0) continue
      const key = `${base}|${employer}|${personal}`
      const known = groups.get(key)
      const example = known ? known.example : examples[person]
      groups.set(key, {
        people: (known?.people ?? 0) + 1,
        base: fen(base),
        employer: fen(employer),
        personal: fen(personal),
        example,
      })
    }
    return { insurance, groups: [...groups.values()] }
  })
}

export type NoticeSums = { readonly insurance: Insurance; readonly employer: Fen; readonly personal: Fen }

/** A notice from the sums of its lines alone: total ← insurances ← shares as booked. */
export function explainNoticeSums(lines: readonly NoticeSums[]): Explanation {
  return explainSum(
    'TOTAL',
    lines.map(({ insurance, employer, personal }) =>
      explainSum(
        'NOTICE_LINE',
        [
          explain('NOTICE_SHARE', 'BOOKED', 'FEN', employer, { params: { insurance, side: 'EMPLOYER' } }),
          explain('NOTICE_SHARE', 'BOOKED', 'FEN', personal, { params: { insurance, side: 'PERSONAL' } }),
        ].filter(({ result }) => result.value !== 0),
        { params: { insurance } },
      ),
    ),
  )
}
