import type { Viewer } from '../../../access/viewer.ts'
import { badInput } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { monthlyLifecycle } from '@shebao/declaration-rules'
import { answerStanding } from '../declaration/index.ts'
import type { DeclarationRow, NoteAnswer } from '../declaration/index.ts'
import { editRefusalOf, lockOwn } from './monthly-case.ts'
import type { MonthlyEditRefusal } from './monthly-case.ts'

export type AnswerMonthlyNoteOutcome =
  | { kind: 'answered' | 'note-changed'; declaration: DeclarationRow; answer: string | null }
  | { kind: 'unsaved'; declarationId: string; code: MonthlyEditRefusal; rows: readonly number[] }

/** What the employer writes to a note of the office instead of, or besides, correcting what it is about. */
export async function answerMonthlyNote(
  platform: Platform,
  viewer: Viewer,
  { declarationId, ...answer }: NoteAnswer & { declarationId: string },
): Promise<AnswerMonthlyNoteOutcome> {
  return platform.database.transaction(async () => {
    const declaration = await lockOwn(platform, viewer, declarationId, 'draft:edit')
    const code = editRefusalOf(declaration)
    if (code) return { kind: 'unsaved', declarationId, code, rows: [] }
    const outcome = await answerStanding(platform, declaration, {
      ...answer,
      by: viewer.accountId,
      lifecycle: monthlyLifecycle.lifecycle,
    })
    if (!outcome) throw badInput('noteId', 'This note does not stand on this declaration.')
    return { kind: outcome.kind, declaration, answer: outcome.note.answer }
  })
}
