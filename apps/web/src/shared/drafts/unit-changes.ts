import { findUnitField, listAnswers, writeAnswer } from '@shebao/declaration-rules'
import type { UnitDraft } from '@shebao/declaration-rules'

/** What was changed between two drafts, by path; null takes an answer away. Only what a person types is compared. */
export function changesBetween(before: UnitDraft, after: UnitDraft): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  const [old, now] = [listAnswers(before), listAnswers(after)]
  for (const path of new Set([...old.keys(), ...now.keys()])) {
    const field = findUnitField(path.replace(/^raw\./, ''))
    if (!field || field.readOnly || field.section === 'truth') continue
    if (JSON.stringify(old.get(path)) !== JSON.stringify(now.get(path))) changes[path] = now.get(path) ?? null
  }
  return changes
}

export function applyChanges(draft: UnitDraft, changes: Readonly<Record<string, unknown>>): UnitDraft {
  return Object.entries(changes).reduce((form, [path, answer]) => writeAnswer(form, path, answer), draft)
}
