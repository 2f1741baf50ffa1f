import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listStandingNotes, requireEditableDeclaration, writeNoteAnswer } from '../declaration/index.ts'
import type { DeclarationRow, EditRefusal, ReviewNoteRow } from '../declaration/index.ts'

export interface AnswerNoteInput {
  declarationId: string
  noteId: string
  /** Blank takes the answer back. */
  answer: string
  /** The answer that was there when this one was begun: somebody else's is not overwritten. */
  was: string
}

export type AnswerNoteOutcome =
  | { kind: 'answered'; declaration: DeclarationRow; note: ReviewNoteRow }
  | { kind: 'note-changed'; declaration: DeclarationRow; note: ReviewNoteRow }
  | { kind: 'refused'; declaration: DeclarationRow; reason: EditRefusal }

const longestAnswer = 500

/** What the employer writes to a note of the office instead of, or besides, correcting what it is about. */
export async function answerNote(
  platform: Platform,
  viewer: Viewer,
  { declarationId, noteId, ...input }: AnswerNoteInput,
): Promise<AnswerNoteOutcome> {
  const text = input.answer.trim()
  if (text.length > longestAnswer) throw badInput('answer', `At most ${longestAnswer} characters.`)
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, declarationId)
    if (refusal) return { kind: 'refused', declaration, reason: refusal }
    const note = (await listStandingNotes(platform, declaration)).find(({ id }) => id === noteId)
    if (!note) throw badInput('noteId', 'This note does not stand on this declaration.')
    const there = note.answer ?? ''
    if (there === text) return { kind: 'answered', declaration, note }
    if (there !== input.was.trim()) return { kind: 'note-changed', declaration, note }
    const answer = text === '' ? undefined : { text, by: viewer.accountId, at: platform.clock.now() }
    return { kind: 'answered', declaration, note: await writeNoteAnswer(platform, note.id, answer) }
  })
}
