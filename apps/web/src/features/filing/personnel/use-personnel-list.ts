import { useApolloClient } from '@apollo/client/react'
import type { PersonnelDraft } from '@shebao/roster'
import { useCallback, useEffect, useState } from 'react'
import { PersonnelList } from './personnel-list.ts'
import type { ListedRow } from './personnel-list.ts'
import { PersonnelDraftsDocument } from './personnel.generated.ts'
import type { RulesOfList } from './roster-protocol.ts'

export interface HeldList {
  list: PersonnelList
  /** Of the office's draft the list was read from. */
  revision: number
}

export type ListState =
  | { kind: 'loading'; loaded: number }
  | { kind: 'held'; held: HeldList }
  | { kind: 'failed'; error: unknown }

/** Reads the whole draft once, in pages, and holds it. `reload` reads it anew, after another clerk's change. */
export function usePersonnelList(declarationId: string | undefined, rules: RulesOfList | undefined) {
  const client = useApolloClient()
  const [state, setState] = useState<ListState>({ kind: 'loading', loaded: 0 })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (declarationId === undefined || rules === undefined) return undefined
    let wanted = true
    const load = async () => {
      for (;;) {
        const rows: ListedRow[] = []
        let revision: number | undefined
        let changed = false
        for (;;) {
          const afterRow = rows.at(-1)?.row ?? -1
          const { data } = await client.query({
            query: PersonnelDraftsDocument,
            variables: { id: declarationId, afterRow },
            fetchPolicy: 'no-cache',
          })
          if (!wanted || !data) return
          const page = data.declaration
          // A change between two pages would mix two lists: read again from the start.
          changed = revision !== undefined && revision !== page.personnelRevision
          revision = page.personnelRevision
          if (changed || page.personnelDrafts.length === 0) break
          for (const { rowNo, draft, idDigitsLost, activeElsewhere } of page.personnelDrafts) {
            rows.push({ row: rowNo, draft: draft as PersonnelDraft, idDigitsLost, activeElsewhere })
          }
          setState((before) => (before.kind === 'held' ? before : { kind: 'loading', loaded: rows.length }))
        }
        if (changed) continue
        return setState({ kind: 'held', held: { list: new PersonnelList(rules, rows), revision: revision ?? 0 } })
      }
    }
    load().catch((error: unknown) => {
      if (wanted) setState({ kind: 'failed', error })
    })
    return () => {
      wanted = false
    }
  }, [client, declarationId, rules, attempt])
  const reload = useCallback(() => setAttempt((count) => count + 1), [])
  const hold = useCallback((held: HeldList) => setState({ kind: 'held', held }), [])
  return { state, reload, hold }
}
