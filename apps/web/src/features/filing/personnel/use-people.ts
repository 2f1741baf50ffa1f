import type { PersonnelDraft } from '@shebao/roster'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { checkedRow } from './personnel-list.ts'
import type { CheckedRow, HeldList } from './personnel-list.ts'
import { PersonnelRowsDocument } from './personnel.generated.ts'

/** As many people as the page keeps; who was fetched first goes first. */
const KEPT_AT_MOST = 2_000

export interface People {
  at: (row: number) => CheckedRow | undefined
  /** Whether somebody is here yet. */
  any: boolean
  /** Fetches those of the rows who are not here yet; at most 500. */
  want: (rows: readonly number[]) => void
  /** As they were just saved. */
  put: (checked: CheckedRow) => void
  failed: boolean
}

interface Kept {
  reading: number
  people: ReadonlyMap<number, CheckedRow>
}

/**
 * The people in sight, and some around them. After an own change they stay and are fetched once more; after somebody else's they are
 * forgotten, so that nobody edits what is out of date.
 */
export function usePeople(declarationId: string, held: HeldList, onStale: () => void): People {
  const client = useClient()
  const { reading, revision } = held
  const [kept, setKept] = useState<Kept>({ reading, people: new Map() })
  const [failed, setFailed] = useState(false)
  const asked = useRef({ of: '', rows: new Set<number>() })
  const add = useCallback(
    (checked: readonly CheckedRow[]) =>
      setKept((before) => {
        const people = new Map(before.reading === reading ? before.people : [])
        for (const one of checked) {
          people.delete(one.row)
          people.set(one.row, one)
        }
        for (const row of people.keys()) {
          if (people.size <= KEPT_AT_MOST) break
          people.delete(row)
          asked.current.rows.delete(row)
        }
        return { reading, people }
      }),
    [reading],
  )
  const want = useCallback(
    (rows: readonly number[]) => {
      const of = `${reading}.${revision}`
      if (asked.current.of !== of) asked.current = { of, rows: new Set() }
      const { rows: known } = asked.current
      const rowNos = rows.filter((row) => !known.has(row))
      if (rowNos.length === 0) return
      for (const row of rowNos) known.add(row)
      const variables = { id: declarationId, rowNos }
      client.query({ query: PersonnelRowsDocument, variables, fetchPolicy: 'no-cache' }).then(
        ({ data }) => {
          if (!data || asked.current.of !== of) return
          setFailed(false)
          if (data.declaration.personnelRevision !== revision) return onStale()
          add(
            data.declaration.personnelDrafts.map(({ rowNo, draft, issues, ...notes }) =>
              checkedRow({ ...notes, row: rowNo, draft: draft as PersonnelDraft }, issues),
            ),
          )
        },
        () => {
          for (const row of rowNos) known.delete(row)
          setFailed(true)
        },
      )
    },
    [client, declarationId, reading, revision, add, onStale],
  )
  const people = kept.reading === reading ? kept.people : undefined
  return useMemo(
    () => ({
      at: (row) => people?.get(row),
      any: (people?.size ?? 0) > 0,
      want,
      put: (checked) => add([checked]),
      failed,
    }),
    [people, want, add, failed],
  )
}
