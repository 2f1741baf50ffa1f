import { readName } from './cell-text.ts'
import { amountFields } from './column-field.ts'
import { hasValidIdentifier, matchKey } from './match-key.ts'
import { insurances } from './personnel-draft.ts'
import type { PersonnelDraft } from './personnel-draft.ts'
import type { DifferenceKind } from './resolution.ts'

/** A person on either list; `ref` is the caller's handle: a record id, a row number. */
export interface ListedPerson {
  ref: string
  draft: PersonnelDraft
}

export interface FieldDifference {
  /** `name`, `wagesLastYear`, `participation.PENSION`. */
  field: string
  bureau: string | number | boolean
  unit: string | number | boolean
}

export interface Difference {
  /** The same for the same difference in every comparison, so that resolutions outlive a new one. */
  id: string
  kind: DifferenceKind
  key?: string
  bureauRef?: string
  /** One, or all that share a number. */
  unitRefs: string[]
  fields: FieldDifference[]
}

const WAGE_FIELDS = ['monthsWorkedLastYear', ...amountFields] as const

/**
 * The bureau's list against the unit's (domain.md 4.4). A field that either side does not know is no difference: unknown
 * is not another value. Order: the bureau's, then what only the unit has, then what cannot be matched.
 */
export function compareRosters(
  bureau: readonly ListedPerson[],
  unit: readonly ListedPerson[],
  today: string,
): Difference[] {
  const unitByKey = groupByKey(unit)
  const bureauByKey = groupByKey(bureau)
  const differences: Difference[] = []
  for (const [key, [ours]] of bureauByKey) {
    if (ours === undefined) continue
    const [theirs] = unitByKey.get(key) ?? []
    if (theirs === undefined) differences.push(describe('MISSING_IN_UNIT', key, ours, []))
    else differences.push(...comparePerson(key, ours, theirs))
  }
  for (const [key, people] of unitByKey) {
    const [first] = people
    if (first === undefined) continue
    const isKnown = bureauByKey.has(key)
    if (!isKnown)
      differences.push(
        describe(hasValidIdentifier(first.draft, today) ? 'EXTRA_IN_UNIT' : 'INVALID_ID', key, undefined, [first]),
      )
    if (people.length > 1) differences.push(describe('DUPLICATE', key, bureauByKey.get(key)?.[0], people))
  }
  for (const person of unit) {
    if (matchKey(person.draft) === undefined) differences.push(describe('INVALID_ID', undefined, undefined, [person]))
  }
  return differences
}

function groupByKey(people: readonly ListedPerson[]): Map<string, ListedPerson[]> {
  const groups = new Map<string, ListedPerson[]>()
  for (const person of people) {
    const key = matchKey(person.draft)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [person])
    else group.push(person)
  }
  return groups
}

function comparePerson(key: string, bureau: ListedPerson, unit: ListedPerson): Difference[] {
  const found: Difference[] = []
  const add = (kind: DifferenceKind, fields: FieldDifference[]): void => {
    if (fields.length > 0) found.push(describe(kind, key, bureau, [unit], fields))
  }
  add('NAME_DIFF', differing('name', nameOf(bureau), nameOf(unit)))
  add(
    'WAGE_OR_BASE_DIFF',
    WAGE_FIELDS.flatMap((field) => differing(field, bureau.draft[field], unit.draft[field])),
  )
  add(
    'PARTICIPATION_DIFF',
    insurances.flatMap((code) =>
      differing(`participation.${code}`, bureau.draft.participation?.[code], unit.draft.participation?.[code]),
    ),
  )
  return found
}

function nameOf(person: ListedPerson): string | undefined {
  const name = readName(person.draft.name ?? '')
  return name === '' ? undefined : name
}

function differing<T extends string | number | boolean>(
  field: string,
  bureau: T | undefined,
  unit: T | undefined,
): FieldDifference[] {
  return bureau === undefined || unit === undefined || bureau === unit ? [] : [{ field, bureau, unit }]
}

function describe(
  kind: DifferenceKind,
  key: string | undefined,
  bureau: ListedPerson | undefined,
  unit: readonly ListedPerson[],
  fields: FieldDifference[] = [],
): Difference {
  return {
    id: `${kind}|${key ?? unit[0]?.ref ?? ''}`,
    kind,
    ...(key === undefined ? {} : { key }),
    ...(bureau === undefined ? {} : { bureauRef: bureau.ref }),
    unitRefs: unit.map((person) => person.ref),
    fields,
  }
}

export interface SuggestedMatch {
  bureauRef: string
  unitRef: string
  name: string
}

/**
 * People missing on one side and unknown or unreadable on the other who bear the same name: perhaps one person with a
 * mistyped number. Only a suggestion, and only where the name is unambiguous on both sides.
 */
export function suggestMatches(
  differences: readonly Difference[],
  bureau: readonly ListedPerson[],
  unit: readonly ListedPerson[],
): SuggestedMatch[] {
  const missing = new Set(
    differences.filter(({ kind }) => kind === 'MISSING_IN_UNIT').map(({ bureauRef }) => bureauRef),
  )
  const unknown = new Set(
    differences
      .filter(({ kind }) => kind === 'EXTRA_IN_UNIT' || kind === 'INVALID_ID')
      .flatMap(({ unitRefs }) => unitRefs),
  )
  const bureauNames = uniqueNames(bureau.filter(({ ref }) => missing.has(ref)))
  const unitNames = uniqueNames(unit.filter(({ ref }) => unknown.has(ref)))
  return [...bureauNames].flatMap(([name, bureauRef]) => {
    const unitRef = unitNames.get(name)
    return unitRef === undefined ? [] : [{ bureauRef, unitRef, name }]
  })
}

function uniqueNames(people: readonly ListedPerson[]): Map<string, string> {
  const byName = Map.groupBy(people, (person) => nameOf(person) ?? '')
  byName.delete('')
  return new Map(
    [...byName].flatMap(([name, same]) =>
      same.length === 1 && same[0] !== undefined ? [[name, same[0].ref] as const] : [],
    ),
  )
}
