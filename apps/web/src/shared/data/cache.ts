import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { fragmentPlan, operationOf } from './document.ts'
import type { Unmasked } from './masking.ts'
import { isAsked, storedUnder, type Plan, type Variables } from './plan.ts'
import { isPlain, keepSame } from './same.ts'

/**
 * One object as the office last told of it, by what was asked. Those with an id stand under it once, wherever they are shown; others
 * belong to the one that holds them.
 */
export class Held {
  readonly type: string
  readonly isShared: boolean
  readonly values: Map<string, unknown>

  constructor(type: string, isShared: boolean, values: Iterable<readonly [string, unknown]> = []) {
    this.type = type
    this.isShared = isShared
    this.values = new Map(values)
  }
}

/** Of these, pages ask different fields, and they have no id: they are put together. */
const putTogether: ReadonlySet<string> = new Set(['Office', 'EmployerBalance'])

/** By which a thing is kept: its type and id. */
export function nameOf(thing: unknown): string | undefined {
  if (!isPlain(thing)) return undefined
  const { __typename: type, id } = thing
  if (typeof type !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) return undefined
  return `${type}:${id}`
}

/** What a reading came to. */
export interface Read {
  /** Undefined where something is not here. */
  data: Record<string, unknown> | undefined
  /** The first thing that is not here. */
  missing: string | undefined
  /** What a change of which would change it. */
  from: ReadonlySet<Held>
}

type Listener = (changed: ReadonlySet<Held>) => void

/** Everything the office has told this page, each thing once: what a change brings back shows wherever that thing stands. */
export class Cache {
  #shared = new Map<string, Held>()
  #root = new Held('Query', true)
  readonly #listeners = new Set<Listener>()

  get root(): Held {
    return this.#root
  }

  /** The place of a thing, known or not yet; none for what has no id. */
  placeOf(thing: unknown): Held | undefined {
    const name = nameOf(thing)
    return name === undefined ? undefined : this.place(name)
  }

  /** The place of a thing by its type and id. */
  place(name: string): Held {
    let held = this.#shared.get(name)
    if (!held) this.#shared.set(name, (held = new Held(name.slice(0, name.indexOf(':')), true)))
    return held
  }

  read(plan: Plan, place: Held, variables: Variables, isWhole = false): Read {
    const reader = new Reader(variables, isWhole)
    const data = reader.read(plan, place)
    return { data: reader.missing === undefined ? data : undefined, missing: reader.missing, from: reader.from }
  }

  write(plan: Plan, data: Record<string, unknown>, variables: Variables, place: Held): void {
    const changed = new Set<Held>()
    this.#write(plan, data, place, variables, changed)
    this.#tell(changed)
  }

  /** Of the answer to a change, the things in it are kept, and not that it was the answer. */
  writeChange(plan: Plan, data: Record<string, unknown>, variables: Variables): void {
    this.write(plan, data, variables, new Held('Mutation', false))
  }

  readQuery<Data, Asked extends object>(
    document: TypedDocumentNode<Data, Asked>,
    variables?: Asked,
  ): Unmasked<Data> | null {
    const { plan, complete } = operationOf(document)
    return (this.read(plan, this.#root, complete({ ...variables }), true).data ?? null) as Unmasked<Data> | null
  }

  writeQuery<Data, Asked extends object>(
    document: TypedDocumentNode<Data, Asked>,
    data: Unmasked<Data>,
    variables?: Asked,
  ): void {
    const { plan, complete } = operationOf(document)
    this.write(plan, data as Record<string, unknown>, complete({ ...variables }), this.#root)
  }

  writeFragment<Fields>(fragment: TypedDocumentNode<Fields>, fields: Unmasked<Fields>, fragmentName?: string): void {
    const place = this.placeOf(fields)
    if (!place) throw new Error('What is kept by itself has a type and an id.')
    this.write(fragmentPlan(fragment, fragmentName), fields as Record<string, unknown>, {}, place)
  }

  /** Sets plain fields of a thing that is known. */
  change(thing: { __typename: string; id: string }, fields: Readonly<Record<string, unknown>>): void {
    const place = this.placeOf(thing)
    if (!place) return
    for (const [field, value] of Object.entries(fields)) place.values.set(field, value)
    this.#tell(new Set([place]))
  }

  watch(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  clear(): void {
    this.#shared = new Map()
    this.#root = new Held('Query', true)
  }

  #tell(changed: ReadonlySet<Held>): void {
    if (changed.size > 0) for (const listener of this.#listeners) listener(changed)
  }

  #write(plan: Plan, data: Record<string, unknown>, held: Held, variables: Variables, changed: Set<Held>): void {
    for (const field of plan.fieldsOf(held.type)) {
      const given = data[field.key]
      if (given === undefined || field.name === '__typename') continue
      const under = storedUnder(field, variables)
      const before = held.values.get(under)
      const after = field.plan ? this.#hold(field.plan, given, before, variables, changed) : keepSame(before, given)
      if (isSameHeld(before, after)) continue
      held.values.set(under, after)
      if (held.isShared) changed.add(held)
    }
  }

  #hold(plan: Plan, given: unknown, before: unknown, variables: Variables, changed: Set<Held>): unknown {
    if (Array.isArray(given))
      return given.map((one, index) =>
        this.#hold(plan, one, Array.isArray(before) ? before[index] : undefined, variables, changed),
      )
    if (!isPlain(given)) return null
    const type = given['__typename']
    if (typeof type !== 'string') throw new Error('An answer does not say what it holds.')
    let held = this.placeOf(given)
    if (!held) {
      const goesOn = putTogether.has(type) && before instanceof Held && before.type === type
      held = new Held(type, false, goesOn ? before.values : [])
    }
    this.#write(plan, given, held, variables, changed)
    return held
  }
}

/** Things are the same by their place, what belongs to them by its content. */
function isSameHeld(before: unknown, after: unknown): boolean {
  if (before === after) return true
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((one, index) => isSameHeld(one, after[index]))
  if (!(before instanceof Held && after instanceof Held) || before.isShared || after.isShared) return false
  return (
    before.type === after.type &&
    before.values.size === after.values.size &&
    [...before.values].every(([under, value]) => after.values.has(under) && isSameHeld(value, after.values.get(under)))
  )
}

class Reader {
  readonly from = new Set<Held>()
  missing: string | undefined
  readonly #variables: Variables
  readonly #isWhole: boolean

  constructor(variables: Variables, isWhole: boolean) {
    this.#variables = variables
    this.#isWhole = isWhole
  }

  read(plan: Plan, held: Held): Record<string, unknown> {
    if (held.isShared) this.from.add(held)
    const data: Record<string, unknown> = held.type === 'Query' ? {} : { __typename: held.type }
    for (const field of plan.fieldsOf(held.type)) {
      if (field.name === '__typename') {
        data[field.key] = held.type
        continue
      }
      if (!isAsked(field, this.#variables)) continue
      const under = storedUnder(field, this.#variables)
      const value = held.values.get(under)
      if (value === undefined) {
        this.missing ??= `${held.type}.${under}`
        continue
      }
      const read = field.plan ? this.#resolve(field.plan, value) : value
      if (field.shown || this.#isWhole) data[field.key] = read
    }
    return data
  }

  #resolve(plan: Plan, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#resolve(plan, one))
    return value instanceof Held ? this.read(plan, value) : null
  }
}

/** An answer without what only fragments of it ask for. */
export function masked(plan: Plan, data: unknown, type?: string): unknown {
  if (Array.isArray(data)) return data.map((one) => masked(plan, one))
  if (!isPlain(data)) return data
  const found = type ?? data['__typename']
  if (typeof found !== 'string') return data
  const shown: Record<string, unknown> = type === undefined ? { __typename: found } : {}
  for (const field of plan.fieldsOf(found)) {
    if (!field.shown || !(field.key in data)) continue
    const value = data[field.key]
    shown[field.key] = field.plan ? masked(field.plan, value) : value
  }
  return shown
}
