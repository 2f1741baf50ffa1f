import { useClient } from '../../../shared/data/hooks.tsx'
import type { KeptState } from '../../../shared/drafts/keeping.ts'
import { ownerOf } from '../../../shared/drafts/owner.ts'
import { holdThisPage, thisPage } from '../../../shared/drafts/page-holder.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Kept } from '../comparison/index.ts'
import type { RulesOfList } from '../personnel/index.ts'
import type { LineFilter, LineSort } from './line-filter.ts'
import type { Deed } from './plan-changes.ts'
import { CallFailed, WorkbenchClient } from './workbench-client.ts'
import { WorkbenchPageDocument } from './workbench.generated.ts'
import type { DeedOutcome, Overview, Restored } from './workbench-session.ts'

export type WorkbenchState =
  | { kind: 'loading'; people: number }
  | { kind: 'failed' }
  | { kind: 'open'; overview: Overview; lines: readonly number[]; version: number }

export interface View {
  filter: LineFilter
  sort: LineSort | undefined
}

const firstView: View = { filter: { text: '', problem: 'ALL' }, sort: undefined }

/** The three lists of a declaration in their worker, and which lines are shown of them. Leaving the page ends the worker once all is saved. */
export function useWorkbench(declarationId: string, rules: RulesOfList) {
  const apollo = useClient()
  const owner = ownerOf(useViewer())
  const [state, setState] = useState<WorkbenchState>({ kind: 'loading', people: 0 })
  const [view, setView] = useState(firstView)
  const [kept, setKept] = useState<KeptState>('nothing')
  const [restored, setRestored] = useState<Restored>()
  const [client, setClient] = useState<WorkbenchClient>()
  const asked = useRef(firstView)
  /** What must be done before the worker may end. */
  const leavingRef = useRef<() => Promise<unknown>>(async () => undefined)

  const load = useCallback(
    async (of: WorkbenchClient) => {
      setState({ kind: 'loading', people: 0 })
      try {
        const overview = await of.call('load', declarationId, rules).catch(async (error: unknown) => {
          if (!(error instanceof CallFailed) || !error.sessionEnded) throw error
          // The page's own question opens the sign-in; then the lists are read.
          await apollo.query({ query: WorkbenchPageDocument, fetchPolicy: 'network-only' })
          return of.call('load', declarationId, rules)
        })
        const left = await of.call('restore', { owner, page: thisPage })
        const lines = await of.call('find', asked.current.filter, asked.current.sort)
        setRestored(left)
        setState({ kind: 'open', overview: left?.overview ?? overview, lines, version: 1 })
      } catch {
        setState({ kind: 'failed' })
      }
    },
    [apollo, declarationId, owner, rules],
  )

  useEffect(() => {
    const worker = new Worker(new URL('./workbench.worker.ts', import.meta.url), { type: 'module' })
    const onPeople = (people: number) =>
      setState((before) => (before.kind === 'loading' ? { kind: 'loading', people } : before))
    holdThisPage()
    const started = new WorkbenchClient(worker, onPeople, setKept)
    setClient(started)
    void load(started)
    return () => {
      // oxlint-disable-next-line react/exhaustive-deps -- what is unsaved when the page is left counts
      void leavingRef
        .current()
        .then(() => started.call('keepHere'))
        .finally(() => started.end())
    }
  }, [load])

  /** Draws anew what has changed; other lines only where people came or went, so that nobody moves under the cursor. */
  const take = useCallback(
    async (overview: Overview, moved: boolean) => {
      const { filter, sort } = asked.current
      const lines = moved ? await client?.call('find', filter, sort) : undefined
      setState((before) =>
        before.kind === 'open'
          ? { kind: 'open', overview, lines: lines ?? before.lines, version: before.version + 1 }
          : before,
      )
    },
    [client],
  )
  const look = useCallback(
    async (change: Partial<View>) => {
      const next = { ...asked.current, ...change }
      asked.current = next
      setView(next)
      const lines = await client?.call('find', next.filter, next.sort)
      // An older answer is not what is asked for now.
      if (lines === undefined || asked.current !== next) return
      setState((before) => (before.kind === 'open' ? { ...before, lines, version: before.version + 1 } : before))
    },
    [client],
  )
  const run = useCallback(
    async (what: Deed | 'undo' | 'redo', kept?: Kept): Promise<DeedOutcome | undefined> => {
      const asked =
        what === 'undo' ? client?.call(what) : what === 'redo' ? client?.call(what, kept) : client?.call('do', what)
      const outcome = await asked
      if (outcome !== undefined) await take(outcome.overview, outcome.moved)
      return outcome
    },
    [client, take],
  )
  return { state, client, kept, restored, view, look, run, take, leavingRef, reload: () => client && void load(client) }
}

export type Workbench = ReturnType<typeof useWorkbench>
