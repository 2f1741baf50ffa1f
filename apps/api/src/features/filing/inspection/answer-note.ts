import { badInput } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { answerStanding, requireEditableDeclaration } from '../declaration/index.ts'
import type { DeclarationRow, EditRefusal, NoteAnswer, ReviewNoteRow } from '../declaration/index.ts'

export interface AnswerNoteInput extends NoteAnswer {
  declarationId: string
}

export type AnswerNoteOutcome =
  | { kind: 'answered'; declaration: DeclarationRow; note: ReviewNoteRow }
  | { kind: 'note-changed'; declaration: DeclarationRow; note: ReviewNoteRow }
  | { kind: 'refused'; declaration: DeclarationRow; reason: EditRefusal }

/** What the employer writes to a note of the office instead of, or besides, correcting what it is about. */
export async function answerNote(
  platform: Platform,
  viewer: Viewer,
  { declarationId, ...answer }: AnswerNoteInput,
): Promise<AnswerNoteOutcome> {
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, declarationId)
    if (refusal) return { kind: 'refused', declaration, reason: refusal }
    const outcome = await answerStanding(platform, declaration, { ...answer, by: viewer.accountId })
    if (!outcome) throw badInput('noteId', 'This note does not stand on this declaration.')
    return { declaration, ...outcome }
  })
}
