import { checkDeclarationParts } from './check-declaration.ts'
import type { Declaration, DeclarationContext } from './check-declaration.ts'
import { readCompletePerson } from './complete-person.ts'
import type { CompletePerson } from './complete-person.ts'
import { readCompleteUnit } from './complete-unit.ts'
import type { CompleteUnit } from './complete-unit.ts'
import type { Completion } from './completion.ts'
import { NotComplete } from './completion.ts'
import type { Comparison } from './cross-rules/comparison-rules.ts'
import type { Issue } from './issue.ts'
import { PersonnelChecker } from './personnel-checker.ts'
import type { Progress } from './personnel-checker.ts'
import type { CompleteVerdict } from './verdict.ts'
import { verdictOf } from './verdict.ts'

interface Parts {
  readonly unit: CompleteUnit
  readonly people: readonly CompletePerson[]
  /** Warnings; they do not block (domain 4.1). */
  readonly warnings: readonly Issue[]
  readonly verdict: CompleteVerdict
}

/** Not exported, so that nobody else makes one; its private part makes the type nominal. */
class Whole implements Parts {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get unit(): CompleteUnit {
    return this.#parts.unit
  }

  get people(): readonly CompletePerson[] {
    return this.#parts.people
  }

  get warnings(): readonly Issue[] {
    return this.#parts.warnings
  }

  get verdict(): CompleteVerdict {
    return this.#parts.verdict
  }
}

/** A declaration of which every rule has spoken and none refuses: all that may be frozen, hashed, accepted, assessed. */
export type CompleteDeclaration = Whole

/** A draft can only become complete when it was compared with the register (domain 4.1). */
export type ComparedDeclaration = Declaration & { readonly comparison: Comparison }

/** From draft to complete, or everything that is missing at once. */
export function complete(
  { unit, personnel, comparison }: ComparedDeclaration,
  context: DeclarationContext,
  onProgress?: Progress,
): Completion<CompleteDeclaration> {
  const people = completing(unit, new PersonnelChecker(context, personnel, onProgress), comparison, context)
  for (;;) {
    const step = people.next()
    if (step.done === true) return step.value
  }
}

/** The same for a list that is already checked; may be interrupted after each person, since a list can be long. */
export function* completing(
  unit: ComparedDeclaration['unit'],
  checker: PersonnelChecker,
  comparison: Comparison,
  context: DeclarationContext,
): Generator<void, Completion<CompleteDeclaration>> {
  const { verdict, issues } = checkDeclarationParts(unit, checker, comparison, context)
  if (verdict === 'INCOMPLETE') return { ok: false, issues }
  const people: CompletePerson[] = []
  for (const person of checker.numberedRows()) {
    people.push(readCompletePerson(person, context.today))
    yield
  }
  const whole = new Whole({ unit: readCompleteUnit(unit), people, warnings: issues, verdict })
  return { ok: true, complete: whole, issues }
}

/** A version read back from where it was frozen. */
export function readCompleteDeclaration({
  unit,
  people,
  warnings,
}: Pick<Parts, 'unit' | 'people' | 'warnings'>): CompleteDeclaration {
  const verdict = verdictOf(warnings)
  if (verdict === 'INCOMPLETE') throw new NotComplete('declaration', warnings[0]?.path ?? '')
  return new Whole({ unit, people, warnings, verdict })
}
