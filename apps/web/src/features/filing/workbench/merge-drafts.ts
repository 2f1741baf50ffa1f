import { cellFields, cellValue, cellWords, copyCell } from '@shebao/roster'
import type { CellField, PersonnelDraft } from '@shebao/roster'

/** Two clerks gave different answers to one question about one person. */
export interface DraftConflict {
  field: CellField
  mine: PersonnelDraft
  theirs: PersonnelDraft
}

export interface MergedDraft {
  /** Where both changed an answer it is as mine. */
  draft: PersonnelDraft
  conflicts: DraftConflict[]
}

const wordGroups = ['participation', 'exemptionReasons'] as const

/** What I changed since `base` on top of what others made of it since. */
export function mergeDrafts(base: PersonnelDraft, mine: PersonnelDraft, theirs: PersonnelDraft): MergedDraft {
  if (mine === base || theirs === mine) return { draft: theirs, conflicts: [] }
  if (theirs === base) return { draft: mine, conflicts: [] }
  let draft = theirs
  const conflicts: DraftConflict[] = []
  for (const field of cellFields) {
    const own = answerOf(mine, field)
    const before = answerOf(base, field)
    const other = answerOf(theirs, field)
    if (own === before || own === other) continue
    draft = copyCell(draft, field, mine)
    if (other !== before) conflicts.push({ field, mine, theirs })
  }
  return { draft: withWords(draft, base, mine), conflicts }
}

/** Words about insurances that nobody could read are one answer of their own, beside the five. */
function withWords(draft: PersonnelDraft, base: PersonnelDraft, mine: PersonnelDraft): PersonnelDraft {
  let raw = draft.raw ?? {}
  for (const group of wordGroups) {
    const said = mine.raw?.[group]
    if (said === base.raw?.[group]) continue
    const { [group]: _before, ...rest } = raw
    raw = said === undefined ? rest : { ...rest, [group]: said }
  }
  const { raw: _raw, ...without } = draft
  return Object.keys(raw).length === 0 ? without : { ...without, raw }
}

/** The answer as one text that can be compared: the value, or the words that could not be read. */
export const answerOf = (draft: PersonnelDraft, field: CellField): string =>
  JSON.stringify([cellValue(draft, field), cellWords(draft, field)])
