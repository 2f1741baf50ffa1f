import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { masked, type Held } from './cache.ts'
import { quietly, type DataClient, type FetchPolicy, type Standing } from './data-client.ts'
import { operationOf, type Operation } from './document.ts'
import type { Unmasked } from './masking.ts'
import type { Variables } from './plan.ts'
import { keepSame } from './same.ts'

export interface QueryState<Data> {
  data: Data | undefined
  error: Error | undefined
  loading: boolean
}

export interface MoreOptions<Data, Asked extends object> {
  variables: Partial<Asked>
  updateQuery: (before: Unmasked<Data>, more: { fetchMoreResult: Unmasked<Data>; variables: Asked }) => Unmasked<Data>
}

/** A question with its variables, as long as it stands on the page: what is known of it, and what is under way. */
export class QueryWatch<Data, Asked extends object> implements Standing {
  readonly #client: DataClient
  readonly #operation: Operation
  readonly #variables: Variables
  readonly #policy: FetchPolicy | 'standby'
  readonly #listeners = new Set<() => void>()
  #state: QueryState<Data>
  /** What was shown for other variables before. */
  readonly previousData: Data | undefined
  /** The answer that is not kept in the cache, whole. */
  #unkept: Record<string, unknown> | undefined
  #from: ReadonlySet<Held> = new Set()
  /** What was missing when it was last asked for on its own account. */
  #mended: string | undefined
  #missing: string | undefined
  #attempt = 0
  #underWay = 0
  #hasAsked = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #unwatch: (() => void) | undefined

  constructor(
    client: DataClient,
    document: TypedDocumentNode<Data, Asked>,
    variables: object,
    policy: FetchPolicy | 'standby',
    previousData?: Data,
  ) {
    this.#client = client
    this.#operation = operationOf(document)
    this.#variables = this.#operation.complete(variables as Variables)
    this.#policy = policy
    this.previousData = previousData
    const data = policy === 'cache-first' || policy === 'cache-and-network' ? this.#read() : undefined
    const isAsking = policy !== 'standby' && (policy !== 'cache-first' || data === undefined)
    this.#state = { data, error: undefined, loading: isAsking }
  }

  get name(): string {
    return this.#operation.name
  }

  current = (): QueryState<Data> => this.#state

  subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#begin()
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#end()
    }
  }

  /** Asks if nobody has yet, and is there with the answer. */
  first(): Promise<{ data: Data | undefined }> {
    return this.#state.loading && !this.#hasAsked ? this.refetch() : Promise.resolve({ data: this.#state.data })
  }

  refetch = (): Promise<{ data: Data | undefined }> => quietly(this.#refetch())

  fetchMore = (options: MoreOptions<Data, Asked>): Promise<{ data: Data | undefined }> =>
    quietly(this.#fetchMore(options))

  startPolling = (everyMs: number, mayWait: () => boolean = () => false): void => {
    clearInterval(this.#timer)
    this.#timer = setInterval(() => {
      if (this.#underWay === 0 && !mayWait()) void this.refetch()
    }, everyMs)
  }

  stopPolling = (): void => clearInterval(this.#timer)

  #begin(): void {
    if (this.#policy === 'standby') return
    this.#client.standing.add(this)
    if (this.#policy !== 'no-cache') this.#unwatch = this.#client.cache.watch((changed) => this.#onChange(changed))
    if (!this.#hasAsked && this.#state.loading) void this.refetch()
    else this.#renew()
  }

  #end(): void {
    this.stopPolling()
    this.#unwatch?.()
    this.#client.standing.delete(this)
  }

  #set(change: Partial<QueryState<Data>>): void {
    const next = { ...this.#state, ...change }
    const { data, error, loading } = this.#state
    if (next.data === data && next.error === error && next.loading === loading) return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }

  /** What the cache has of it; where something is missing, nothing. */
  #read(): Data | undefined {
    const { cache } = this.#client
    const { data, missing, from } = cache.read(this.#operation.plan, cache.root, this.#variables)
    this.#from = from
    this.#missing = missing === this.#mended ? undefined : missing
    return data as Data | undefined
  }

  #onChange(changed: ReadonlySet<Held>): void {
    const { root } = this.#client.cache
    // What is under way brings all of it.
    if (this.#underWay > 0) return
    if ([...changed].some((held) => held === root || this.#from.has(held))) this.#renew()
  }

  /** Something else changed what is shown here. What it took away is asked for again, once: two questions must not chase each other. */
  #renew(): void {
    // Only the network's answer counts where it was asked for first.
    if (this.#policy === 'network-only' && this.#state.data === undefined) return
    const data = this.#read()
    if (data !== undefined) {
      this.#mended = undefined
      this.#set({ data: keepSame(this.#state.data, data) })
    } else if (this.#missing !== undefined && this.#underWay === 0 && !this.#state.error) {
      this.#mended = this.#missing
      void this.refetch()
    }
  }

  async #refetch(): Promise<{ data: Data | undefined }> {
    const attempt = ++this.#attempt
    const isKept = this.#policy !== 'no-cache'
    this.#hasAsked = true
    this.#underWay += 1
    this.#set({ loading: true, error: undefined })
    try {
      const answer = await this.#client.ask(this.#operation, this.#variables, isKept)
      if (!isKept) this.#unkept = answer
      const data = (isKept ? this.#read() : undefined) ?? (masked(this.#operation.plan, answer, 'Query') as Data)
      this.#set({ data: keepSame(this.#state.data, data), loading: attempt !== this.#attempt })
      return { data: this.#state.data }
    } catch (error) {
      const data = (isKept ? this.#read() : undefined) ?? this.#state.data
      if (attempt === this.#attempt)
        this.#set({ data: keepSame(this.#state.data, data), error: asError(error), loading: false })
      throw error
    } finally {
      this.#underWay -= 1
    }
  }

  async #fetchMore({ variables, updateQuery }: MoreOptions<Data, Asked>): Promise<{ data: Data | undefined }> {
    const { plan, complete } = this.#operation
    const { cache } = this.#client
    const asked = complete({ ...this.#variables, ...variables })
    const answer = await this.#client.ask(this.#operation, asked, false)
    const before = this.#policy === 'no-cache' ? this.#unkept : cache.read(plan, cache.root, this.#variables, true).data
    const joined = updateQuery(before as Unmasked<Data>, {
      fetchMoreResult: answer as Unmasked<Data>,
      variables: asked as Asked,
    }) as Record<string, unknown>
    if (this.#policy === 'no-cache') {
      this.#unkept = joined
      this.#set({ data: keepSame(this.#state.data, masked(plan, joined, 'Query') as Data) })
    } else cache.write(plan, joined, this.#variables, cache.root)
    return { data: masked(plan, answer, 'Query') as Data }
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
