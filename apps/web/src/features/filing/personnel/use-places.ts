import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { rowsOfRanges } from './personnel-list.ts'
import type { HeldList, StateFilter } from './personnel-list.ts'
import { PersonnelPlacesDocument } from './personnel.generated.ts'

const TYPING_MS = 250

interface Found {
  revision: number
  filter: StateFilter
  text: string
  rows: readonly number[]
}

export interface Places {
  /** Rows that the filter and the search let through; until the office answers those of before. */
  rows: readonly number[]
  waiting: boolean
  failed: boolean
}

/** Which rows are shown. The whole list is known; anything narrower is looked for at the office. */
export function usePlaces(
  declarationId: string,
  held: HeldList,
  filter: StateFilter,
  text: string,
  onStale: () => void,
): Places {
  const client = useClient()
  const [typed] = useDebouncedValue(text.trim(), TYPING_MS)
  const [found, setFound] = useState<Found>()
  const [failed, setFailed] = useState(false)
  const { revision } = held
  const isAll = filter === 'ALL' && text.trim() === ''
  useEffect(() => {
    if (isAll) return undefined
    let wanted = true
    const state = filter === 'ALL' ? null : filter
    const variables = { id: declarationId, state, text: typed }
    client.query({ query: PersonnelPlacesDocument, variables, fetchPolicy: 'no-cache' }).then(
      ({ data }) => {
        const answer = data?.declaration.personnelPlaces
        if (!wanted || !answer) return
        setFailed(false)
        setFound({ revision, filter, text: typed, rows: rowsOfRanges(answer.ranges) })
        if (answer.revision !== revision) onStale()
      },
      () => {
        if (wanted) setFailed(true)
      },
    )
    return () => {
      wanted = false
    }
  }, [client, declarationId, revision, filter, typed, isAll, onStale])
  if (isAll) return { rows: held.rows, waiting: false, failed: false }
  const isCurrent = found?.revision === revision && found.filter === filter && found.text === text.trim()
  return { rows: found?.rows ?? held.rows, waiting: !isCurrent && !failed, failed }
}
