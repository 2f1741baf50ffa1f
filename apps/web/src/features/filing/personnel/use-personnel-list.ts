import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { rowsOfRanges } from './personnel-list.ts'
import type { HeldList } from './personnel-list.ts'
import { PersonnelCountsDocument } from './personnel.generated.ts'
import type { PersonnelCountsQuery } from './personnel.generated.ts'
import type { RulesOfList } from './roster-protocol.ts'

export type ListState = { kind: 'loading' } | { kind: 'held'; held: HeldList } | { kind: 'failed'; error: unknown }

/**
 * Counts of the draft and which rows it has. `reload` asks again, after a change; without an answer the list stays as it is held, so
 * that nothing typed beside it is lost.
 */
export function usePersonnelList(declarationId: string | undefined, rules: RulesOfList | undefined) {
  const client = useClient()
  const [state, setState] = useState<ListState>({ kind: 'loading' })
  const attempt = useRef(0)
  const reload = useCallback((): Promise<void> => {
    if (declarationId === undefined || rules === undefined) return Promise.resolve()
    const own = (attempt.current += 1)
    const variables = { id: declarationId }
    return client.query({ query: PersonnelCountsDocument, variables, fetchPolicy: 'no-cache' }).then(
      ({ data }) => {
        if (own !== attempt.current || !data) return
        setState((before) => ({ kind: 'held', held: heldOf(before, rules, data.declaration) }))
      },
      (error: unknown) => {
        if (own === attempt.current) setState((before) => (before.kind === 'held' ? before : { kind: 'failed', error }))
      },
    )
  }, [client, declarationId, rules])
  useEffect(() => {
    void reload()
    return () => {
      attempt.current += 1
    }
  }, [reload])
  const hold = useCallback((held: HeldList) => setState({ kind: 'held', held }), [])
  return { state, reload, hold }
}

function heldOf(before: ListState, rules: RulesOfList, answer: PersonnelCountsQuery['declaration']): HeldList {
  const { revision, people, rowsWithErrors, rowsOnlyWarned } = answer.personnelSummary
  const earlier = before.kind === 'held' ? before.held : undefined
  const isSame = earlier?.revision === revision && earlier.rules === rules
  return {
    rules,
    revision,
    reading: (earlier?.reading ?? 0) + (isSame ? 0 : 1),
    rows: rowsOfRanges(answer.personnelPlaces.ranges),
    counts: {
      ERROR: rowsWithErrors,
      WARNING: rowsOnlyWarned,
      FINE: people - rowsWithErrors - rowsOnlyWarned,
    },
  }
}
