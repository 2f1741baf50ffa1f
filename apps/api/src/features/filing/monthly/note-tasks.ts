import { isDeepStrictEqual } from 'node:util'
import { checkNotes, monthlyLifecycle } from '@shebao/declaration-rules'
import type { Issue, NumberedChange } from '@shebao/declaration-rules'
import type { Platform } from '../../../platform/platform.ts'
import { listStandingNotes } from '../declaration/index.ts'
import type { DeclarationRow, ReviewNoteRow } from '../declaration/index.ts'
import { noteStates } from '../inspection/index.ts'
import type { NoteState } from '../inspection/index.ts'
import { openChange } from './change-codec.ts'
import { DRAFT_VERSION, listChangesAt } from './changes.repository.ts'
import { loadChanges } from './evaluate-monthly.ts'

/** A note of the last review as something to be done: what it is about is changed, or it is answered in writing. */
export interface MonthlyNoteTask {
  note: ReviewNoteRow
  state: NoteState
  /** The row it is about, while it is in the draft. */
  row: number | undefined
}

/** The notes that the next version owes something, each against what the version that came back said at the same place. */
export async function loadMonthlyNotes(
  platform: Platform,
  declaration: Pick<DeclarationRow, 'id' | 'version'>,
): Promise<MonthlyNoteTask[]> {
  const notes = await listStandingNotes(platform, declaration, monthlyLifecycle.lifecycle)
  const [first] = notes
  if (!first) return []
  const rows = [...new Set(notes.flatMap(({ path }) => placeOf(path)?.row ?? []))]
  const ofVersion = (version: number) => changesAt(platform, { declarationId: declaration.id, version }, rows)
  const [before, now] = [await ofVersion(first.version), await ofVersion(DRAFT_VERSION)]
  const all = notes.some(({ path }) => path === 'change.*')
    ? await isAnyOther(platform, declaration, first.version)
    : false
  return notes.map((note) => {
    const place = placeOf(note.path)
    const changed = place
      ? !sameAt(place.field, before.get(place.row), now.get(place.row))
      : note.path === 'change.*' && all
    const state = changed ? 'CHANGED' : note.answer === null ? 'OPEN' : 'ANSWERED'
    return { note, state, row: place && now.has(place.row) ? place.row : undefined }
  })
}

/** A note as the version that followed left it. */
export function settledNote(note: ReviewNoteRow): MonthlyNoteTask {
  return { note, state: noteStates.find((state) => state === note.settledBy) ?? 'OPEN', row: undefined }
}

/** What keeps the next version from being handed in, note by note. */
export const issuesOfNotes = (tasks: readonly MonthlyNoteTask[]): readonly Issue[] =>
  checkNotes(
    tasks
      .filter(({ state }) => state === 'OPEN')
      .map(({ note: { path, text }, row }) => ({ path, text, ...(row === undefined ? {} : { row }) })),
  )

function placeOf(path: string): { row: number; field: string | undefined } | undefined {
  const [, row, field] = /^change\[(\d+)\](?:\.(\w+))?$/u.exec(path) ?? []
  return row === undefined ? undefined : { row: Number(row), field }
}

async function changesAt(
  platform: Platform,
  of: { declarationId: string; version: number },
  rows: readonly number[],
): Promise<Map<number, NumberedChange>> {
  if (rows.length === 0) return new Map()
  const stored = await listChangesAt(platform, of, rows)
  return new Map(stored.map((one) => [one.rowNo, openChange(platform.vault, one)]))
}

/** What is gone is changed, and so is a row that has become somebody else. */
function sameAt(field: string | undefined, before: NumberedChange | undefined, now: NumberedChange | undefined) {
  if (!before || !now) return before === now
  if (field === undefined || before.draft.idNumber !== now.draft.idNumber)
    return isDeepStrictEqual(before.draft, now.draft)
  const value = ({ draft }: NumberedChange): unknown => Object.entries(draft).find(([name]) => name === field)?.[1]
  return isDeepStrictEqual(value(before), value(now))
}

async function isAnyOther(platform: Platform, { id }: Pick<DeclarationRow, 'id'>, version: number): Promise<boolean> {
  const [before, now] = [
    await loadChanges(platform, { id }, version),
    await loadChanges(platform, { id }, DRAFT_VERSION),
  ]
  return !isDeepStrictEqual(before, now)
}
