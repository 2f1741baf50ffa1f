import type { FiveInsurance } from '@shebao/kernel'
import { FIVE_INSURANCES } from '@shebao/kernel'
import { isBlank } from './blank.ts'
import type { Issue } from './issue.ts'
import { IssueSink } from './rule.ts'
import type { UnitField } from './unit-fields.ts'
import { UNIT_FIELDS } from './unit-fields.ts'
import type { UnitDraft } from './unit-form.ts'
import { answerRule, findAnswerRule } from './unit-rules/answer-rules.ts'
import { checkAnswer } from './unit-rules/check-answer.ts'
import type { UnitContext } from './unit-rules/check-figures.ts'
import { checkFigures } from './unit-rules/check-figures.ts'

/** The unit form with the set of answers other rules may rely on. */
export interface UnitReading {
  readonly issues: readonly Issue[]
  readonly isSound: (...names: readonly string[]) => boolean
}

/** Every issue of the unit form by itself (domain 4.2); sums over the people are checkDeclaration's. */
export function checkUnitForm(draft: UnitDraft, context: UnitContext): readonly Issue[] {
  return readUnitForm(draft, context).issues
}

export function readUnitForm(draft: UnitDraft, context: UnitContext): UnitReading {
  const sink = new IssueSink()
  sink.start('unit')
  const sound = new Set<string>()
  for (const field of UNIT_FIELDS) {
    if (field.readOnly === 'LEDGER') continue
    if (!field.perInsurance) {
      readAnswer(field, field.name, draft[field.name], 'PENSION', { draft, context, sink, sound })
      continue
    }
    const answers = draft[field.name] as Partial<Record<FiveInsurance, unknown>> | undefined
    for (const insurance of FIVE_INSURANCES) {
      const name = `${field.name}.${insurance}`
      readAnswer(field, name, answers?.[insurance], insurance, { draft, context, sink, sound })
    }
  }
  const isSound = (...names: readonly string[]): boolean => names.every((name) => sound.has(name))
  checkFigures({ draft, context, sink, isSound })
  return { issues: sink.taken(), isSound }
}

interface Reader {
  readonly draft: UnitDraft
  readonly context: UnitContext
  readonly sink: IssueSink
  readonly sound: Set<string>
}

/** One answer: missing, unreadable, at fault, or sound. A missing one is said once and nothing else about it. */
function readAnswer(field: UnitField, name: string, value: unknown, insurance: FiveInsurance, reader: Reader): void {
  const { draft, context, sink, sound } = reader
  const params = field.perInsurance ? { insurance } : {}
  if (isAbsent(value)) {
    const typed = draft.raw?.[name]
    const unreadable = isBlank(typed) ? undefined : findAnswerRule(field, 'FORMAT')
    if (unreadable !== undefined) sink.add(unreadable, name, params)
    else if (field.required === 'always' || field.required(draft, insurance)) {
      sink.add(answerRule(field, 'REQUIRED'), name, params)
    }
    return
  }
  // An answer to a question that is not asked any more is kept, but neither checked nor counted.
  if (field.required !== 'always' && !field.required(draft, insurance)) return
  if (checkAnswer(field, name, value, { today: context.today, draft, sink })) sound.add(name)
}

function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'string' ? isBlank(value) : Array.isArray(value) && value.length === 0
}
