import { useEffect, useRef } from 'react'
import type { StepId } from '@shebao/declaration-rules'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { StandingNotesDocument } from './note.generated.ts'
import { NoteList } from './note-list.tsx'

interface StandingNotesProps {
  at: StepId
  /** The list they are about: a note that was mended in it says so. */
  personnelRevision: number
}

/** The notes of one task on the page of that task; nothing while there are none. */
export function StandingNotes({ at, personnelRevision }: StandingNotesProps) {
  const { data, refetch } = useQuery(StandingNotesDocument, {
    fetchPolicy: 'cache-and-network',
  })
  const asked = useRef(personnelRevision)
  useEffect(() => {
    if (asked.current === personnelRevision) return
    asked.current = personnelRevision
    void refetch().catch(() => undefined)
  }, [personnelRevision, refetch])
  const inspection = data?.inspection
  return inspection ? <NoteList declaration={inspection} at={at} /> : null
}
