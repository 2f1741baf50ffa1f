import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { DataClient, FetchPolicy, Given, Refetching } from './data-client.ts'
import { inOrder } from './plan.ts'
import { QueryWatch, type QueryState } from './query-watch.ts'

const DataContext = createContext<DataClient | undefined>(undefined)

export function DataProvider({ client, children }: { client: DataClient; children: ReactNode }) {
  return <DataContext value={client}>{children}</DataContext>
}

export function useClient(): DataClient {
  const client = use(DataContext)
  if (!client) throw new Error('This part of the application stands outside its data client.')
  return client
}

type QueryOptions<Asked extends object> = Given<Asked> & {
  fetchPolicy?: FetchPolicy
  /** Nothing is asked and nothing shown. */
  skip?: boolean
  pollInterval?: number
  /** Whether this time, too, it need not be asked. */
  skipPollAttempt?: () => boolean
}

/** The last parameter, left out where nothing must be said. */
type Maybe<Options> = Record<never, never> extends Options ? [options?: Options] : [options: Options]

type Watch<Data, Asked extends object> = QueryWatch<Data, Asked>
type Ways<Data, Asked extends object> = Pick<
  Watch<Data, Asked>,
  'refetch' | 'fetchMore' | 'startPolling' | 'stopPolling'
>
export type QueryResult<Data, Asked extends object> = QueryState<Data> &
  Ways<Data, Asked> & { previousData: Data | undefined }

/** The watches of one place on a page: the one for its variables of now, which those before hand their data. */
class Place<Data, Asked extends object> {
  readonly #client: DataClient
  readonly #document: TypedDocumentNode<Data, Asked>
  readonly #watches = new Map<string, Watch<Data, Asked>>()
  #latest: Watch<Data, Asked> | undefined
  #everyMs: number | undefined
  readonly ways: Ways<Data, Asked>

  constructor(client: DataClient, document: TypedDocumentNode<Data, Asked>) {
    this.#client = client
    this.#document = document
    this.ways = {
      refetch: () => this.#now().refetch(),
      fetchMore: (options) => this.#now().fetchMore(options),
      startPolling: (everyMs) => {
        this.#everyMs = everyMs
        this.#now().startPolling(everyMs)
      },
      stopPolling: () => {
        this.#everyMs = undefined
        this.#now().stopPolling()
      },
    }
  }

  watch(key: string, variables: object, policy: FetchPolicy | 'standby'): Watch<Data, Asked> {
    let watch = this.#watches.get(key)
    if (!watch) {
      const before = this.#latest
      const previousData = before?.current().data ?? before?.previousData
      watch = new QueryWatch(this.#client, this.#document, variables, policy, previousData)
      this.#watches.set(key, watch)
    }
    return watch
  }

  /** This one stands on the page; those of before are done with. */
  settle(key: string, watch: Watch<Data, Asked>): void {
    if (this.#everyMs !== undefined && watch !== this.#latest) watch.startPolling(this.#everyMs)
    this.#latest = watch
    for (const other of this.#watches.keys()) if (other !== key) this.#watches.delete(other)
  }

  #now(): Watch<Data, Asked> {
    if (!this.#latest) throw new Error('Nothing was asked yet.')
    return this.#latest
  }
}

/** What the office answers to a question, followed as long as the component stands. Shown at once where it is known, and asked for all the same. */
export function useQuery<Data, Asked extends object>(
  document: TypedDocumentNode<Data, Asked>,
  ...[options]: Maybe<QueryOptions<NoInfer<Asked>>>
): QueryResult<Data, Asked> {
  const { variables = {}, fetchPolicy = 'cache-and-network', skip = false, pollInterval = 0 } = options ?? {}
  const mayWait = useEffectEvent(() => options?.skipPollAttempt?.() ?? false)
  const client = useClient()
  const place = useMemo(() => new Place(client, document), [client, document])
  const policy = skip ? 'standby' : fetchPolicy
  const key = `${policy} ${inOrder(variables)}`
  const watch = place.watch(key, variables, policy)
  const state = useSyncExternalStore(watch.subscribe, watch.current)
  // Before the effects of the parts, which may ask again.
  useLayoutEffect(() => place.settle(key, watch), [place, key, watch])
  useEffect(() => {
    if (pollInterval > 0 && policy !== 'standby') watch.startPolling(pollInterval, () => mayWait())
  }, [watch, pollInterval, policy])
  return { ...state, ...place.ways, previousData: watch.previousData }
}

const idle: QueryState<never> = { data: undefined, error: undefined, loading: false }
const neverChanges = () => () => undefined
const staysIdle = () => idle

type Executed<Asked extends object> = Maybe<Given<Asked>>

/** A question that is asked when somebody presses. */
export function useLazyQuery<Data, Asked extends object>(
  document: TypedDocumentNode<Data, Asked>,
  { fetchPolicy }: { fetchPolicy: FetchPolicy },
): [
  (...options: Executed<Asked>) => Promise<{ data: Data | undefined }>,
  QueryState<Data> & { refetch: () => Promise<unknown> },
] {
  const client = useClient()
  const [watch, setWatch] = useState<Watch<Data, Asked>>()
  const latest = useRef<{ key: string; watch: Watch<Data, Asked> }>(undefined)
  const state = useSyncExternalStore<QueryState<Data>>(watch?.subscribe ?? neverChanges, watch?.current ?? staysIdle)
  const ask = useCallback(
    (...[options]: Executed<Asked>) => {
      const { variables = {} } = options ?? {}
      const key = inOrder(variables)
      if (latest.current?.key === key) return latest.current.watch.refetch()
      const made = new QueryWatch(client, document, variables, fetchPolicy)
      latest.current = { key, watch: made }
      setWatch(made)
      return made.first()
    },
    [client, document, fetchPolicy],
  )
  const refetch = useCallback(async () => latest.current?.watch.refetch(), [])
  return [ask, { ...state, refetch }]
}

interface MutationState<Data> {
  data: Data | undefined
  error: Error | undefined
  loading: boolean
}

type MutationOptions = Refetching & { fetchPolicy?: 'no-cache' }
type Pressed<Asked extends object> = Maybe<Given<Asked> & Refetching>

/** A change, carried out when somebody presses, and how far it is. */
export function useMutation<Data, Asked extends object>(
  mutation: TypedDocumentNode<Data, Asked>,
  options: MutationOptions = {},
): [(...pressed: Pressed<Asked>) => Promise<{ data: Data | undefined }>, MutationState<Data> & { client: DataClient }] {
  const client = useClient()
  const [state, setState] = useState<MutationState<Data>>(idle)
  const presses = useRef(0)
  const said = useRef(options)
  useEffect(() => {
    said.current = options
  })
  const press = useCallback(
    async (...[pressed]: Pressed<Asked>) => {
      const press = ++presses.current
      // Of several, the last one is shown.
      const show = (shown: Partial<MutationState<Data>>) => {
        if (press === presses.current) setState({ ...idle, ...shown })
      }
      show({ loading: true })
      try {
        const { data } = await client.mutate({
          ...said.current,
          ...pressed,
          mutation: mutation as TypedDocumentNode<Data, object>,
        })
        show({ data })
        return { data }
      } catch (error) {
        show({ error: error as Error })
        throw error
      }
    },
    [client, mutation],
  )
  return [press, { ...state, client }]
}
