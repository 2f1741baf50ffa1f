import type { FieldConflict } from './merge-forms.ts'
import { mergeForms } from './merge-forms.ts'
import type { KeptDraft } from './shelf.ts'

interface Gathered {
  draft: KeptDraft
  /** The same field typed differently in two windows that are gone; `theirs` is the earlier one. */
  conflicts: readonly FieldConflict[]
}

/** What several pages left of one draft, such as two tabs that were killed, as one: the latest, with all that only an earlier one holds. */
export function gather(left: readonly KeptDraft[]): Gathered | undefined {
  const [latest, ...earlier] = left.toSorted((a, b) => (a.typedAt < b.typedAt ? 1 : -1))
  if (!latest) return undefined
  return earlier.reduce<Gathered>(
    ({ draft, conflicts }, one) => {
      const merged = mergeForms(one.base, draft.mine, one.mine)
      return { draft: { ...draft, mine: merged.form }, conflicts: [...conflicts, ...merged.conflicts] }
    },
    { draft: latest, conflicts: [] },
  )
}
