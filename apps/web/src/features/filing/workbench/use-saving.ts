import { useApolloClient } from '@apollo/client/react'
import { useEffect, useMemo, useState } from 'react'
import { useOnReturn } from '../../../shared/drafts/use-typed.ts'
import { removePeople, uploadList } from '../personnel/index.ts'
import { BatchSaver, nothingSaved } from './batch-saver.ts'
import type { Workbench } from './use-workbench.ts'

/** The saver of this page: it takes what is unsaved from the worker and sends it as the office takes lists. */
export function useSaving(declarationId: string, { client, take, leavingRef }: Workbench) {
  const apollo = useApolloClient()
  const [state, setState] = useState(nothingSaved)
  const saver = useMemo(() => {
    if (client === undefined) return undefined
    const made: BatchSaver = new BatchSaver({
      take: () => client.call('send'),
      sendRows: (expectedRevision, total, reason) =>
        uploadList(apollo, {
          declarationId,
          expectedRevision,
          mode: 'MERGE',
          total,
          people: (from, count) => client.call('part', from, count),
          signal: new AbortController().signal,
          onProgress: (_done, isWaiting) => made.waiting(isWaiting),
          ...(reason === '' ? {} : { reason }),
        }),
      sendRemoved: (expected, removed) => removePeople(apollo, declarationId, expected, removed),
      confirm: async (of, revision) => take(await client.call('confirm', of, revision), false),
      async rebase() {
        const { conflicts, overview } = await client.call('rebase')
        await take(overview, true)
        return conflicts
      },
      settle: async (theirs) => take(await client.call('settle', theirs), true),
      onState: setState,
      now: () => new Date().toISOString(),
    })
    return made
  }, [apollo, client, declarationId, take])
  useOnReturn(state.saved.kind === 'failed', () => saver?.retry())
  useEffect(() => {
    // Whoever leaves the page has all saved before the lists are let go.
    leavingRef.current = async () => saver?.flush()
  }, [leavingRef, saver])
  return { state, saver }
}
