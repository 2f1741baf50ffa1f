import { isDeepStrictEqual } from 'node:util'
import { readAnswer } from '@shebao/declaration-rules'
import type { OpenNote, UnitDraft } from '@shebao/declaration-rules'
import { normaliseIdentifier } from '@shebao/identifiers'
import type { Platform } from '../../../platform/platform.ts'
import { findLastSettled } from '../comparison/index.ts'
import { findVersion, listStandingNotes, openUnitForm } from '../declaration/index.ts'
import type { DeclarationRow, ReviewNoteRow } from '../declaration/index.ts'
import { DRAFT_VERSION, loadRowsAt } from '../personnel/index.ts'
import type { NumberedRow } from '../personnel/index.ts'
import { countListChanges, sameAnswer } from '../review/index.ts'

export const noteStates = ['OPEN', 'CHANGED', 'ANSWERED'] as const
export type NoteState = (typeof noteStates)[number]

/** A note of the last review as something to be done: what it is about is changed, or it is answered in writing. */
export interface NoteTask {
  note: ReviewNoteRow
  state: NoteState
  /** Row of the person it is about in the list as it is now; nothing where it is about nobody, or nobody who is still listed. */
  row: number | undefined
}

export interface DraftNow {
  unit: UnitDraft
  rows: readonly NumberedRow[]
}

/** The standing notes beside the draft: each against what the version that was returned said at the same place. */
export async function loadNoteTasks(
  platform: Platform,
  declaration: DeclarationRow,
  now: DraftNow,
): Promise<NoteTask[]> {
  const notes = await listStandingNotes(platform, declaration)
  const returned = notes[0] && (await findVersion(platform, declaration.id, notes[0].version))
  if (!returned) return []
  const { draft: before } = openUnitForm(platform.vault, returned)
  const people = await peopleOf(platform, notes, now)
  const list = await countListChanges(platform, declaration.id, returned.version, DRAFT_VERSION)
  const listChanged = list.added + list.removed + list.changed > 0
  const settledLast = await findLastSettled(platform, declaration.id)
  return notes.map((note) => {
    const person = people.get(note.path)
    const changed = note.path.startsWith('unit.')
      ? answerChanged(note.path, before, now.unit)
      : person
        ? !sameAt(person.field, person.before, person.now)
        : listChanged || (note.path === 'comparison' && settledLast !== undefined && settledLast > note.createdAt)
    const state = changed ? 'CHANGED' : note.answer === null ? 'OPEN' : 'ANSWERED'
    return { note, state, row: person?.now?.row }
  })
}

export function openNotesOf(tasks: readonly NoteTask[]): OpenNote[] {
  return tasks
    .filter(({ state }) => state === 'OPEN')
    .map(({ note: { path, text }, row }) => ({ path, text, ...(row === undefined ? {} : { row }) }))
}

/** Width, spaces and case of a number change nothing; a branch belongs to the one answer about branches. */
function answerChanged(path: string, before: UnitDraft, now: UnitDraft): boolean {
  const name = path.slice('unit.'.length).replace(/\[.*$/u, '')
  return !sameAnswer(name, readAnswer(before, name), readAnswer(now, name))
}

interface NotedPerson {
  before: NumberedRow
  /** Nothing when the person is not on the list any more, or under another number. */
  now: NumberedRow | undefined
  field: string | undefined
}

const ofPerson = /^personnel\[(\d+)\](?:\.(.+))?$/u

/** Whom the notes about single people are about, by path: the row in the returned version, and the same number in the draft. */
async function peopleOf(
  platform: Platform,
  notes: readonly ReviewNoteRow[],
  { rows }: DraftNow,
): Promise<Map<string, NotedPerson>> {
  const places = notes.flatMap(({ path }) => {
    const [, row, field] = ofPerson.exec(path) ?? []
    return row === undefined ? [] : [{ path, field, row: Number(row) }]
  })
  const [note] = notes
  if (!note || places.length === 0) return new Map()
  const noted = await loadRowsAt(platform, note.declarationId, note.version, [...new Set(places.map(({ row }) => row))])
  const before = new Map(noted.map((person) => [person.row, person]))
  const wanted = new Set(noted.map(numberOf))
  const now = new Map(rows.filter((person) => wanted.has(numberOf(person))).map((person) => [numberOf(person), person]))
  return new Map(
    places.flatMap(({ path, field, row }) => {
      const person = before.get(row)
      return person ? [[path, { field, before: person, now: now.get(numberOf(person)) }] as const] : []
    }),
  )
}

const numberOf = ({ draft }: NumberedRow): string => normaliseIdentifier(draft.idNumber ?? '')

function sameAt(field: string | undefined, before: NumberedRow, now: NumberedRow | undefined): boolean {
  if (!now) return false
  if (field === undefined) return isDeepStrictEqual(before.draft, now.draft)
  return isDeepStrictEqual(at(before.draft, field), at(now.draft, field))
}

function at(value: unknown, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (part, name) =>
        typeof part === 'object' && part !== null ? Object.entries(part).find(([key]) => key === name)?.[1] : undefined,
      value,
    )
}
