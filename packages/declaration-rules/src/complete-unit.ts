import { readUnitForm } from './check-unit-form.ts'
import type { Completion } from './completion.ts'
import { NotComplete } from './completion.ts'
import { UnitComplete } from './unit-form.ts'
import type { UnitDraft } from './unit-form.ts'
import type { UnitContext } from './unit-rules/check-figures.ts'
import { verdictOf } from './verdict.ts'

/** Not exported, so that nobody else makes one; its private part makes the type nominal. */
class Unit {
  /** As it was said: what is frozen, hashed and shown again. */
  readonly draft: UnitDraft
  readonly #facts: UnitComplete

  constructor(draft: UnitDraft, facts: UnitComplete) {
    this.draft = draft
    this.#facts = facts
  }

  get facts(): UnitComplete {
    return this.#facts
  }
}

/** A unit form in which no rule finds a fault. */
export type CompleteUnit = Unit

/** The form by itself; its sums over the people are `complete`'s. */
export function completeUnit(draft: UnitDraft, context: UnitContext): Completion<CompleteUnit> {
  const { issues } = readUnitForm(draft, context)
  if (verdictOf(issues) === 'INCOMPLETE') return { ok: false, issues }
  return { ok: true, complete: readCompleteUnit(draft), issues }
}

/** A form the rules have passed already, in this run or before it was frozen; what lacks an answer is refused by name. */
export function readCompleteUnit(draft: UnitDraft): CompleteUnit {
  const read = UnitComplete.safeParse(draft)
  if (!read.success) throw new NotComplete('unit form', read.error.issues[0]?.path.join('.') ?? '')
  return new Unit(draft, read.data)
}
