import type { FragmentType } from '@apollo/client/masking'
import { useSuspenseFragment } from '@apollo/client/react'
import { EarlierNotesFragmentDoc } from './earlier-notes.generated.ts'
import type { EarlierNotesFragment } from './earlier-notes.generated.ts'

export type EarlierNote = EarlierNotesFragment['notes'][number]

/** The notes that this version was submitted to settle; older ones are in the course of the case. */
export function useEarlierNotes(review: FragmentType<EarlierNotesFragment>): readonly EarlierNote[] {
  const { version, notes } = useSuspenseFragment({ fragment: EarlierNotesFragmentDoc, from: review }).data
  return notes.filter(({ settledIn }) => settledIn === version)
}

/** Where a note stands in this version: a person has another row after another upload. */
export function placeNow({ path, rowNow }: EarlierNote): string {
  return path.startsWith('personnel[') && rowNow !== null ? `personnel[${rowNow}]` : path
}
