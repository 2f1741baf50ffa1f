import type { AnswerConflict } from '../../../shared/drafts/draft-keeper.ts'
import type { ChangeForm } from './change-form.ts'

/** What was typed on an older state of a row meets what a colleague saved: answers only one of both changed are kept as they are. */
export function meetTheirs(
  base: ChangeForm,
  mine: ChangeForm,
  theirs: ChangeForm,
): { form: ChangeForm; conflicts: readonly AnswerConflict[] } {
  const form = { ...mine }
  const conflicts: AnswerConflict[] = []
  for (const field of fieldsOf(base)) {
    if (same(theirs[field], base[field]) || same(theirs[field], mine[field])) continue
    if (same(mine[field], base[field])) Object.assign(form, { [field]: theirs[field] })
    else conflicts.push({ path: field, mine: mine[field], theirs: theirs[field] })
  }
  return { form, conflicts }
}

const fieldsOf = (form: ChangeForm) => Object.keys(form).filter((field): field is keyof ChangeForm => field in form)
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
