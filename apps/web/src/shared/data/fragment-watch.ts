import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { Cache, Held } from './cache.ts'
import { fragmentPlan } from './document.ts'
import { keepSame } from './same.ts'

/** What a component's own fragment asks for of some things: what the page has read of them, followed. */
export class FragmentWatch<Fields> {
  readonly #cache: Cache
  readonly #fragment: TypedDocumentNode<Fields>
  readonly #fragmentName: string | undefined
  readonly #places: readonly Held[]
  #from: ReadonlySet<Held> = new Set()
  #shown: readonly Fields[]

  constructor(cache: Cache, fragment: TypedDocumentNode<Fields>, names: readonly string[], fragmentName?: string) {
    this.#cache = cache
    this.#fragment = fragment
    this.#fragmentName = fragmentName
    this.#places = names.map((name) => cache.place(name))
    this.#shown = this.#read([])
  }

  current = (): readonly Fields[] => this.#shown

  subscribe = (listener: () => void): (() => void) => {
    const renew = () => {
      const shown = this.#read(this.#shown)
      if (shown === this.#shown) return
      this.#shown = shown
      listener()
    }
    renew()
    return this.#cache.watch((changed) => {
      if ([...changed].some((held) => this.#from.has(held))) renew()
    })
  }

  #read(before: readonly Fields[]): readonly Fields[] {
    const plan = fragmentPlan(this.#fragment, this.#fragmentName)
    const read = this.#places.map((place) => this.#cache.read(plan, place, {}))
    this.#from = new Set(read.flatMap(({ from }) => [...from]))
    const now = read.map(({ data }, index) => {
      // While the page asks again for what a change took away, the last whole view of it stays.
      const fields = (data as Fields | undefined) ?? before[index]
      if (fields === undefined) throw new Error('a page shows a part whose fragment it has not read')
      return fields
    })
    return keepSame(before, now)
  }
}
