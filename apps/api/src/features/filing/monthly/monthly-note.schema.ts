import { notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { builder } from '../../../graphql/builder.ts'
import { AnswerInput } from '../inspection/index.ts'
import { answerMonthlyNote } from './answer-monthly-note.ts'
import type { AnswerMonthlyNoteOutcome } from './answer-monthly-note.ts'
import { NotSavedType } from './monthly-answers.schema.ts'
import { MonthlyDeclarationType } from './monthly-type.ts'

type Answered = Extract<AnswerMonthlyNoteOutcome, { answer: string | null }>
const AnsweredType = builder.objectRef<Answered>('MonthlyNoteAnswered').implement({
  fields: (t) => ({
    declaration: t.field({ type: MonthlyDeclarationType, resolve: ({ declaration }) => declaration }),
  }),
})
const ChangedType = builder.objectRef<Answered>('MonthlyNoteAnswerChanged').implement({
  description: "Somebody else answered meanwhile. Nothing was saved; both answers are the caller's to compare.",
  fields: (t) => ({
    answer: t.exposeString('answer', { nullable: true, description: 'The answer that stands.' }),
    declaration: t.field({ type: MonthlyDeclarationType, resolve: ({ declaration }) => declaration }),
  }),
})
const AnswerResult = builder.unionType('AnswerMonthlyNoteResult', {
  types: [AnsweredType, ChangedType, NotSavedType],
  resolveType: ({ kind }) =>
    kind === 'answered' ? AnsweredType : kind === 'note-changed' ? ChangedType : NotSavedType,
})

builder.mutationFields((t) => ({
  answerMonthlyNote: t.field({
    type: AnswerResult,
    description: 'Answers a note of the office in writing, while the monthly declaration is being mended.',
    authScopes: { may: 'draft:edit' },
    args: { input: t.arg({ type: AnswerInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer }) => {
      if (!viewer) throw notFound('declaration')
      return answerMonthlyNote(platform, viewer, {
        ...input,
        declarationId: requireUuid(input.declarationId, 'declaration'),
        noteId: requireUuid(input.noteId, 'note'),
      })
    },
  }),
}))
