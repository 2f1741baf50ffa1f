import { findUnitField, readAnswer, UNIT_FIELDS, writeAnswer } from '@shebao/declaration-rules'
import type { BranchDraft, UnitDraft, UnitField, UnitSection } from '@shebao/declaration-rules'
import { FIVE_INSURANCES } from '@shebao/kernel'

/**
 * The unit form as the screen edits it. An answer is null while there is none; an answer that cannot be read stays as
 * the typed text in its place and goes to the server as `raw`.
 */
export type UnitValues = Record<string, unknown>

/** A field's path in the rules (`branches[0].head`) and its name in the form (`branches.0.head`). */
export function nameOf(path: string): string {
  return path.replace(/^unit\./, '').replace(/\[(\d+)\]/g, '.$1')
}

/** Every answer of a section by path, one per insurance where the field asks for five. */
export function pathsOf(section: UnitSection): string[] {
  return UNIT_FIELDS.filter((field) => field.section === section).flatMap(pathsOfField)
}

export function pathsOfField({ name, perInsurance }: UnitField): string[] {
  return perInsurance ? FIVE_INSURANCES.map((insurance) => `${name}.${insurance}`) : [name]
}

const typedFields = UNIT_FIELDS.filter(({ readOnly, section }) => !readOnly && section !== 'truth')
export const typedPaths: readonly string[] = typedFields.flatMap(pathsOfField)

export function toValues(draft: UnitDraft): UnitValues {
  const values: UnitValues = {}
  for (const path of typedPaths) setAt(values, path, readAnswer(draft, path) ?? draft.raw?.[path] ?? null)
  // The list of classes is a list of words to the browser.
  if (typeof values['injuryClass'] === 'number') values['injuryClass'] = String(values['injuryClass'])
  if (!Array.isArray(values['branches'])) values['branches'] = []
  return values
}

/** The answers as the rules read them; `register` keeps what nobody types. */
export function toDraft(values: UnitValues, register: UnitDraft): UnitDraft {
  let draft = register
  for (const path of typedPaths) {
    const { answer, raw } = readValue(findUnitField(path), getAt(values, path))
    draft = writeAnswer(draft, path, answer)
    draft = writeAnswer(draft, `raw.${path}`, raw)
  }
  return draft
}

const textKinds: ReadonlySet<string> = new Set([
  'text',
  'explanation',
  'personName',
  'phone',
  'personIdNumber',
  'creditCode',
  'registrationNumber',
  'account',
  'enum',
])

function readValue(field: UnitField | undefined, value: unknown): { answer?: unknown; raw?: string } {
  if (value === null || value === undefined || value === '') return {}
  if (field?.kind === 'branches') return readBranches(value)
  if (typeof value !== 'string' || (field && textKinds.has(field.kind))) return { answer: value }
  if (field?.kind === 'injuryClass' && /^\d$/.test(value)) return { answer: Number(value) }
  return { raw: value }
}

/** A branch without a word is a row somebody opened and left. */
function readBranches(value: unknown): { answer?: BranchDraft[] } {
  const branches = (Array.isArray(value) ? (value as Record<string, unknown>[]) : []).map((branch) =>
    Object.fromEntries(Object.entries(branch).filter(([, text]) => typeof text === 'string' && text !== '')),
  )
  return branches.some((branch) => Object.keys(branch).length > 0) ? { answer: branches } : {}
}

function setAt(values: UnitValues, path: string, value: unknown): void {
  const [head = '', part] = path.split('.')
  if (part === undefined) values[head] = value
  else values[head] = { ...(values[head] as UnitValues | undefined), [part]: value }
}

function getAt(values: UnitValues, path: string): unknown {
  const [head = '', part] = path.split('.')
  return part === undefined ? values[head] : (values[head] as UnitValues | undefined)?.[part]
}

/** The value a field shows for an answer of the draft. */
export function readAnswerOf(draft: UnitDraft, path: string): unknown {
  return getAt(toValues(draft), path.replace(/^raw\./, ''))
}
