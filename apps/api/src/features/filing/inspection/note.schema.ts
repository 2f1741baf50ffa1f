import { notFound } from '../../../access/refusal.ts'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { builder } from '../../../graphql/builder.ts'
import { DeclarationType, listNotes, listStandingNotes } from '../declaration/index.ts'
import type { DeclarationRow, ReviewNoteRow } from '../declaration/index.ts'
import { answerNote } from './answer-note.ts'
import { declarationInFull } from './declaration-view.ts'
import { RefusedType } from './inspection-mutations.schema.ts'
import { noteStates } from './note-tasks.ts'
import type { NoteState } from './note-tasks.ts'

export const NoteStateEnum = builder.enumType('ReviewNoteState', {
  description:
    'CHANGED: what it is about is another now; ANSWERED: in writing alone; OPEN keeps the declaration from being submitted.',
  values: noteStates,
})

interface Noted {
  note: ReviewNoteRow
  state: NoteState
  row: number | undefined
}
const ReviewNoteType = builder.objectRef<Noted>('ReviewNote').implement({
  description: 'A defect that staff named when they returned a version, and what was done about it.',
  fields: (t) => ({
    id: t.id({ resolve: ({ note }) => note.id }),
    version: t.int({ resolve: ({ note }) => note.version }),
    path: t.string({ description: 'Where it is, as in Issue.path.', resolve: ({ note }) => note.path }),
    text: t.string({ resolve: ({ note }) => note.text }),
    createdAt: t.field({ type: 'DateTime', resolve: ({ note }) => note.createdAt }),
    state: t.expose('state', { type: NoteStateEnum }),
    row: t.int({
      nullable: true,
      description: 'Row of the person it is about, in the list as it is now.',
      resolve: ({ row }) => row ?? null,
    }),
    answer: t.string({
      nullable: true,
      description: 'What the employer wrote to it.',
      resolve: ({ note }) => note.answer,
    }),
    answeredAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ note }) => note.answeredAt }),
  }),
})

builder.objectField(DeclarationType, 'notes', (t) =>
  t.field({
    type: [ReviewNoteType],
    complexity: 20,
    description:
      'Of a draft: the notes that must be mended or answered before it is submitted. Of a submitted version: the notes on it; at most 200.',
    resolve: async (row, _args, { platform, viewer }) => {
      const { notes: standing } = await declarationInFull(platform, viewer, row)
      if (standing.length === 0) return (await listNotes(platform, row.id, row.version)).map(settled)
      const done = new Map(standing.map((note) => [note.id, note]))
      return (await listStandingNotes(platform, row)).map((note) => ({
        note,
        state: done.get(note.id)?.state ?? 'OPEN',
        row: done.get(note.id)?.row,
      }))
    },
  }),
)

/** As the version that followed left it. */
function settled(note: ReviewNoteRow): Noted {
  return { note, state: noteStates.find((state) => state === note.settledBy) ?? 'OPEN', row: undefined }
}

interface Answered {
  kind: 'answered' | 'note-changed'
  declaration: DeclarationRow
  note: ReviewNoteRow
}
const AnsweredType = builder.objectRef<Answered>('ReviewNoteAnswered').implement({
  fields: (t) => ({ declaration: t.field({ type: DeclarationType, resolve: ({ declaration }) => declaration }) }),
})
const ChangedType = builder.objectRef<Answered>('ReviewNoteAnswerChanged').implement({
  description: "Somebody else answered meanwhile. Nothing was saved; both answers are the caller's to compare.",
  fields: (t) => ({
    answer: t.string({ nullable: true, description: 'The answer that stands.', resolve: ({ note }) => note.answer }),
    declaration: t.field({ type: DeclarationType, resolve: ({ declaration }) => declaration }),
  }),
})
const AnswerResult = builder.unionType('AnswerReviewNoteResult', {
  types: [AnsweredType, ChangedType, RefusedType],
  resolveType: ({ kind }) => (kind === 'answered' ? AnsweredType : kind === 'note-changed' ? ChangedType : RefusedType),
})
export const AnswerInput = builder.inputType('AnswerReviewNoteInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    noteId: t.id({ required: true }),
    answer: t.string({ required: true, description: 'Up to 500 characters; blank takes the answer back.' }),
    was: t.string({ required: true, description: 'The answer that stood when this one was begun; blank for none.' }),
  }),
})

builder.mutationFields((t) => ({
  answerReviewNote: t.field({
    type: AnswerResult,
    description: 'Answers a note of the office in writing, while the declaration is being mended.',
    authScopes: { may: 'draft:edit' },
    args: { input: t.arg({ type: AnswerInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer }) => {
      if (!viewer) throw notFound('declaration')
      requireMay(viewer, 'draft:edit')
      return answerNote(platform, viewer, {
        ...input,
        declarationId: requireUuid(input.declarationId, 'declaration'),
        noteId: requireUuid(input.noteId, 'note'),
      })
    },
  }),
}))
