import { useEffect, useMemo, useState } from 'react'
import type { DataClient } from '../../../shared/data/data-client.ts'
import { useClient } from '../../../shared/data/hooks.tsx'
import { useOnReturn } from '../../../shared/drafts/use-typed.ts'
import { removePeople, uploadList } from '../personnel/index.ts'
import { BatchSaver, nothingSaved } from './batch-saver.ts'
import { WorkbenchLastSavedDocument } from './workbench.generated.ts'
import type { Workbench } from './use-workbench.ts'

/** A colleague's name is good to have; without an answer the question is asked all the same. */
async function whoSaved(apollo: DataClient, id: string) {
  const asked = { query: WorkbenchLastSavedDocument, variables: { id }, fetchPolicy: 'no-cache' } as const
  const { data } = await apollo.query(asked).catch(() => ({ data: undefined }))
  return data?.declaration.lastSaved ?? null
}

/** The saver of this page: it takes what is unsaved from the worker and sends it as the office takes lists. */
export function useSaving(declarationId: string, { client, take, leavingRef, restored }: Workbench) {
  const apollo = useClient()
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
        return { conflicts, who: await whoSaved(apollo, declarationId) }
      },
      settle: async (theirs) => take(await client.call('settle', theirs), true),
      onState: setState,
      now: () => new Date().toISOString(),
    })
    return made
  }, [apollo, client, declarationId, take])
  useEffect(() => {
    if (restored) saver?.begin(restored.conflicts)
  }, [restored, saver])
  useOnReturn(state.saved.kind === 'failed', () => saver?.retry())
  useEffect(() => {
    // Whoever leaves the page has all saved before the lists are let go.
    leavingRef.current = async () => saver?.flush()
  }, [leavingRef, saver])
  return { state, saver }
}
