import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { EarlierNotesFragmentDoc } from './earlier-notes.generated.ts'
import type { EarlierNotesFragment } from './earlier-notes.generated.ts'

export type EarlierNote = EarlierNotesFragment['notes'][number]

/** The notes that this version was submitted to settle; older ones are in the course of the case. */
export function useEarlierNotes(review: FragmentType<EarlierNotesFragment>): readonly EarlierNote[] {
  const { version, notes } = useOwnFields(EarlierNotesFragmentDoc, review)
  return notes.filter(({ settledIn }) => settledIn === version)
}

/** Where a note stands in this version: a person has another row after another upload. */
export function placeNow({ path, rowNow }: EarlierNote): string {
  return path.startsWith('personnel[') && rowNow !== null ? `personnel[${rowNow}]` : path
}
