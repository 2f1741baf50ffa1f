import { useEffect, useMemo, useReducer, useRef } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { filterRows } from './filter-rows.ts'
import type { PersonnelList } from './personnel-list.ts'
import { keepOpen, placeWithin, reduceWorkbench, startWorkbench } from './workbench-state.ts'

/** The list as it is filtered now, with the person that is open and their place in it. */
export function useWorkbench(list: PersonnelList, busy: boolean) {
  const [search] = useSearchParams()
  const { key: arrival } = useLocation()
  // The comparison leads here with the row to correct.
  const [state, tell] = useReducer(reduceWorkbench, search.get('row'), (row) =>
    startWorkbench(Number(row ?? '') || undefined),
  )
  const { text, filter, openRow } = state
  const byState = useMemo(() => list.byState(), [list])
  const filtered = useMemo(() => filterRows(list, byState, filter, text), [list, byState, filter, text])
  const shown = useMemo(() => {
    const open = openRow === undefined ? -1 : list.rows.findIndex(({ row }) => row === openRow)
    return keepOpen(filtered, open)
  }, [filtered, list, openRow])
  const rowAt = (place: number) => list.rows[shown[place] ?? -1]
  // A note on this page leads to its person, too; whoever is open with unsaved words stays open.
  const wanted = Number(search.get('row') ?? '') || undefined
  const arrived = useRef(arrival)
  useEffect(() => {
    if (arrived.current === arrival) return
    arrived.current = arrival
    const at = list.rows.findIndex(({ row }) => row === wanted)
    if (wanted === undefined || at < 0 || busy || openRow !== undefined) return
    tell({ kind: 'filtered', filter: 'ALL' })
    tell({ kind: 'opened', place: at, row: wanted })
  }, [arrival, wanted, busy, openRow, list])
  const place = shown.findIndex((index) => list.rows[index]?.row === openRow)
  return {
    state,
    tell,
    byState,
    shown,
    cursor: placeWithin(state.cursor, shown.length),
    place,
    person: rowAt(place),
    rowAt,
  }
}

export type Workbench = ReturnType<typeof useWorkbench>
