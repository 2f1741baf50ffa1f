import type { Issue } from '../issue.ts'
import { defineRule } from '../rule.ts'
import { findUnitField, UNIT_FIELDS } from '../unit-fields.ts'

/** A defect that staff named when they returned a version, which is neither mended nor answered yet. */
export interface OpenNote {
  /** `unit.bankName`, `personnel[3]`, `personnel.*`, `comparison`; of a month `change[3].hireDate`, `change.*`, `unit`. */
  readonly path: string
  readonly text: string
  /** The row that the person has in the list now. */
  readonly row?: number
}

/** Stands where the note stands, so that its section is open again and the note can be reached from every list of gaps. */
export const NOTE_OPEN = defineRule('cross', {
  id: 'cross.note.open',
  code: 'NOTE_OPEN',
  fields: [
    ...UNIT_FIELDS.map(({ name, perInsurance }) => (perInsurance ? `${name}.*` : name)),
    'list',
    'openDifferences',
  ],
  source: 'domain 3.2: every defect is listed by field; each is corrected or answered before resubmission [PD]',
})
export const NOTE_RULES = [NOTE_OPEN] as const

export function checkNotes(notes: readonly OpenNote[]): readonly Issue[] {
  const { id: ruleId, severity, code } = NOTE_OPEN
  return notes.map(({ path, text, row }) => ({
    ruleId,
    severity,
    path,
    field: fieldOfNote(path),
    code,
    params: { note: text },
    ...(row === undefined ? {} : { row }),
  }))
}

function fieldOfNote(path: string): string {
  if (path.startsWith('comparison')) return 'openDifferences'
  const ofChange = /^change\[\d+\]\.(\w+)$/u.exec(path)?.[1]
  if (ofChange !== undefined) return ofChange
  if (!path.startsWith('unit.')) return 'list'
  const name = path.slice('unit.'.length).replace(/\[.*$/u, '')
  return findUnitField(name)?.perInsurance === true || !name.includes('.') ? name : (name.split('.')[0] ?? name)
}
