import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { DeclarationRow } from './declaration.repository.ts'
import { listStandingNotes, writeNoteAnswer } from './notes.repository.ts'
import type { ReviewNoteRow } from './notes.repository.ts'

export interface NoteAnswer {
  noteId: string
  /** Blank takes the answer back. */
  answer: string
  /** The answer that was there when this one was begun: somebody else's is not overwritten. */
  was: string
}

const longestAnswer = 500

/** Writes the answer to a note that stands, unless somebody else wrote another meanwhile; nothing where it does not stand. */
export async function answerStanding(
  platform: Platform,
  declaration: Pick<DeclarationRow, 'id' | 'version'>,
  { noteId, by, lifecycle, ...input }: NoteAnswer & { by: string; lifecycle?: string },
): Promise<{ kind: 'answered' | 'note-changed'; note: ReviewNoteRow } | undefined> {
  const text = input.answer.trim()
  if (text.length > longestAnswer) throw badInput('answer', `At most ${longestAnswer} characters.`)
  const note = (await listStandingNotes(platform, declaration, lifecycle)).find(({ id }) => id === noteId)
  if (!note) return undefined
  const there = note.answer ?? ''
  if (there === text) return { kind: 'answered', note }
  if (there !== input.was.trim()) return { kind: 'note-changed', note }
  const answer = text === '' ? undefined : { text, by, at: platform.clock.now() }
  return { kind: 'answered', note: await writeNoteAnswer(platform, note.id, answer) }
}
