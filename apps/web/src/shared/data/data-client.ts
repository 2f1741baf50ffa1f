import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { OfficeErrors, type Asked, type Send } from './answer.ts'
import { Cache, masked } from './cache.ts'
import { operationOf, type Operation } from './document.ts'
import type { Unmasked } from './masking.ts'
import { inOrder, type Variables } from './plan.ts'

/**
 * `cache-first` asks only for what is not known; `cache-and-network` shows what is known and asks all the same; `network-only` shows
 * nothing until it has asked; `no-cache` also keeps nothing.
 */
export type FetchPolicy = 'cache-first' | 'cache-and-network' | 'network-only' | 'no-cache'

/** Variables may be left out where none is needed. */
export type Given<Asked extends object> =
  Record<never, never> extends Asked ? { variables?: Asked } : { variables: Asked }

type Document = TypedDocumentNode<unknown, never>

type Asking = Promise<Record<string, unknown>>

export interface Refetching {
  /** Questions that stand on the page and are asked again, by document or name. */
  refetchQueries?: readonly (Document | string)[]
  awaitRefetchQueries?: boolean
}

/** A question that stands on the page. */
export interface Standing {
  name: string
  refetch: () => Promise<unknown>
}

/** Sends, keeps what comes, and knows which questions stand on the page. */
export class DataClient {
  readonly cache = new Cache()
  readonly standing = new Set<Standing>()
  readonly #send: Send
  readonly #underWay = new Map<string, Asking>()
  #session = new AbortController()
  /** How many changes came back, well or not. */
  #changes = 0

  constructor(send: Send) {
    this.#send = send
  }

  /**
   * The whole answer to a question. One that is on its way answers everybody who asks the same. Where a change came back meanwhile it
   * may tell of what was before, and is asked for once more: only once, or a list that takes longer than typing would never come.
   */
  ask(operation: Operation, variables: Variables, isKept: boolean, isAskedAgain = false): Asking {
    const key = `${isKept} ${operation.text} ${inOrder(variables)}`
    const underWay = this.#underWay.get(key)
    if (underWay) return underWay
    const asking = this.#ask(operation, variables, isKept, isAskedAgain).finally(() => {
      if (this.#underWay.get(key) === asking) this.#underWay.delete(key)
    })
    this.#underWay.set(key, asking)
    return quietly(asking)
  }

  async #ask(operation: Operation, variables: Variables, isKept: boolean, isAskedAgain: boolean): Asking {
    const changesBefore = this.#changes
    const data = await this.#answerTo(operation, variables)
    if (this.#changes !== changesBefore && !isAskedAgain) return this.ask(operation, variables, isKept, true)
    if (isKept) this.cache.write(operation.plan, data, variables, this.cache.root)
    return data
  }

  async #answerTo({ kind, name, text }: Operation, variables: Variables): Promise<Record<string, unknown>> {
    const { signal } = this.#session
    const asked: Asked = { kind, name, text, variables, signal }
    const { data, errors = [] } = await this.#send(asked)
    // It was the answer to somebody who has left.
    signal.throwIfAborted()
    if (errors.length > 0) throw new OfficeErrors(errors)
    if (!data) throw new Error('The office answered nothing.')
    return data
  }

  query<Data, Asked extends object>(
    options: { query: TypedDocumentNode<Data, Asked>; fetchPolicy?: FetchPolicy } & Given<NoInfer<Asked>>,
  ): Promise<{ data: Data | undefined }> {
    return quietly(this.#query(options))
  }

  async #query<Data, Asked extends object>({
    query,
    variables = {},
    fetchPolicy = 'cache-first',
  }: {
    query: TypedDocumentNode<Data, Asked>
    variables?: object
    fetchPolicy?: FetchPolicy
  }): Promise<{ data: Data | undefined }> {
    const operation = operationOf(query)
    const asked = operation.complete(variables as Variables)
    if (fetchPolicy === 'cache-first') {
      const { data } = this.cache.read(operation.plan, this.cache.root, asked)
      if (data) return { data: data as Data }
    }
    const answer = await this.ask(operation, asked, fetchPolicy !== 'no-cache')
    return { data: masked(operation.plan, answer, 'Query') as Data }
  }

  /** Carries out a change. What comes back of the things changed shows wherever they stand. */
  mutate<Data, Asked extends object>(
    options: {
      mutation: TypedDocumentNode<Data, Asked>
      fetchPolicy?: 'no-cache' | undefined
    } & Given<NoInfer<Asked>> &
      Refetching,
  ): Promise<{ data: Data | undefined }> {
    return quietly(this.#mutate(options))
  }

  async #mutate<Data, Asked extends object>({
    mutation,
    variables = {},
    fetchPolicy,
    refetchQueries = [],
    awaitRefetchQueries = false,
  }: {
    mutation: TypedDocumentNode<Data, Asked>
    variables?: object
    fetchPolicy?: 'no-cache' | undefined
  } & Refetching): Promise<{ data: Data | undefined }> {
    const operation = operationOf(mutation)
    const asked = operation.complete(variables as Variables)
    const answer = await this.#answerTo(operation, asked).finally(() => {
      this.#changes += 1
      this.#underWay.clear()
    })
    if (fetchPolicy !== 'no-cache') this.cache.writeChange(operation.plan, answer, asked)
    const refetched = this.refetchQueries({ include: refetchQueries })
    if (awaitRefetchQueries) await refetched
    return { data: masked(operation.plan, answer, 'Mutation') as Data }
  }

  refetchQueries({ include }: { include: readonly (Document | string)[] }): Promise<unknown> {
    const names = new Set(include.map((one) => (typeof one === 'string' ? one : operationOf(one).name)))
    const asked = [...this.standing].filter(({ name }) => names.has(name))
    return quietly(Promise.all(asked.map((one) => one.refetch())))
  }

  readQuery<Data, Asked extends object>({
    query,
    variables,
  }: { query: TypedDocumentNode<Data, Asked> } & Given<NoInfer<Asked>>): Unmasked<Data> | null {
    return this.cache.readQuery(query, variables)
  }

  writeQuery<Data, Asked extends object>({
    query,
    variables,
    data,
  }: { query: TypedDocumentNode<Data, Asked>; data: NoInfer<Unmasked<Data>> } & Given<NoInfer<Asked>>): void {
    this.cache.writeQuery(query, data, variables)
  }

  /** Somebody leaves: nothing of theirs stays, and what is still on its way is for nobody. */
  async clearStore(): Promise<void> {
    this.#session.abort()
    this.#session = new AbortController()
    this.#underWay.clear()
    this.cache.clear()
  }
}

/** A failure that nobody waits for is shown by the page, and need not be reported as forgotten. */
export function quietly<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined)
  return promise
}
