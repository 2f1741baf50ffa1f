import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { CheckedRow, HeldList } from './personnel-list.ts'
import { withRow } from './personnel-list.ts'
import { usePeople } from './use-people.ts'
import { usePlaces } from './use-places.ts'
import { placeWithin, reduceWorkbench, startWorkbench } from './workbench-state.ts'

interface Asked {
  onStale: () => void
  /** Somebody new is being entered. */
  busy: boolean
}

/** The list as it is filtered now, with the person that is open and their place in it. */
export function useWorkbench(declarationId: string, held: HeldList, { onStale, busy }: Asked) {
  const [search] = useSearchParams()
  const { key: arrival } = useLocation()
  // The comparison leads here with the row to correct.
  const [state, tell] = useReducer(reduceWorkbench, search.get('row'), (row) =>
    startWorkbench(Number(row ?? '') || undefined),
  )
  const people = usePeople(declarationId, held, onStale)
  const { text, filter, openRow } = state
  const places = usePlaces(declarationId, held, filter, text, onStale)
  // The open person stays in the list even when a correction lets them fall out of the filter: the place is kept.
  const open = openRow !== undefined && held.rows.includes(openRow) ? openRow : undefined
  const shown = useMemo(() => (open === undefined ? places.rows : withRow(places.rows, open)), [places.rows, open])
  // A note on this page leads to its person, too; whoever is open with unsaved words stays open.
  const wanted = Number(search.get('row') ?? '')
  const arrived = useRef(arrival)
  useEffect(() => {
    if (arrived.current === arrival) return
    arrived.current = arrival
    if (busy || openRow !== undefined || !held.rows.includes(wanted)) return
    tell({ kind: 'opened', place: Math.max(0, shown.indexOf(wanted)), row: wanted })
  }, [arrival, wanted, busy, openRow, held, shown])
  const person = useOpenPerson(people.at(open ?? 0), open)
  const { want } = people
  useEffect(() => {
    if (open !== undefined) want([open])
  }, [open, want])
  return {
    state,
    tell,
    people,
    places,
    shown,
    cursor: placeWithin(state.cursor, shown.length),
    place: open === undefined ? -1 : shown.indexOf(open),
    open,
    person,
  }
}

/** As they were last known, while they are fetched anew: what is typed of them must not go with them. */
function useOpenPerson(now: CheckedRow | undefined, open: number | undefined): CheckedRow | undefined {
  const [last, setLast] = useState(now)
  if (now && now !== last) setLast(now)
  if (open === undefined) return undefined
  return now ?? (last?.row === open ? last : undefined)
}
