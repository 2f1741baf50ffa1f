import type { Issue } from '@shebao/declaration-rules'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { orStale, StaleDecision } from '../../../case/case-mark.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound, unauthenticated } from '../../../access/refusal.ts'
import { acceptDeclaration, returnDeclaration, startReview } from '../review/index.ts'
import type { ReviewOutcome } from '../review/index.ts'
import { DeclarationType, DeclarationVersionType, IssueType, openInspection } from '../declaration/index.ts'
import type { DeclarationRefusal, DeclarationRow, DeclarationVersionRow } from '../declaration/index.ts'
import { saveUnitForm } from './save-unit-form.ts'
import type { AnswerConflict } from './save-unit-form.ts'
import { submitDeclarationBeside } from './submit-declaration.ts'
import { withdrawDeclaration } from './withdraw-declaration.ts'

const RefusalReasonEnum = builder.enumType('DeclarationRefusalReason', {
  description: 'Why nothing was changed. What was typed before is kept.',
  values: [
    'WINDOW_NOT_OPEN',
    'WINDOW_CLOSED',
    'PAPER_LATE',
    'ALREADY_SUBMITTED',
    'UNDER_REVIEW',
    'FINISHED',
    'VERSION_CHANGED',
    'ILLEGAL_TRANSITION',
    'ROLE_NOT_ALLOWED',
    'INCOMPLETE',
    'ROSTER_STALE',
    'NOT_RESOLVED',
    'SAME_PERSON',
    'PAPER_DIFFERS',
    'PAPER_MATCHES',
  ] as const,
})
type RefusalReason = typeof RefusalReasonEnum.$inferType

/** Only paper is asked for its seal; no step without paper is refused for it. */
const reasonOf = (code: DeclarationRefusal): RefusalReason => (code === 'SEAL_MISSING' ? 'ILLEGAL_TRANSITION' : code)

export interface Refused {
  kind: 'refused'
  reason: RefusalReason
  declaration?: DeclarationRow
  date?: string
}
export const RefusedType = builder.objectRef<Refused>('DeclarationRefused').implement({
  fields: (t) => ({
    reason: t.field({ type: RefusalReasonEnum, resolve: ({ reason }) => reason }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day the window opens or closed.',
      resolve: ({ date }) => date ?? null,
    }),
    declaration: t.field({ type: DeclarationType, nullable: true, resolve: ({ declaration }) => declaration ?? null }),
  }),
})

interface Done {
  kind: 'done' | 'opened'
  declaration: DeclarationRow
}
const ChangedType = builder.objectRef<Done>('DeclarationChanged').implement({
  fields: (t) => ({ declaration: t.field({ type: DeclarationType, resolve: ({ declaration }) => declaration }) }),
})
const ChangeResult = builder.unionType('ChangeDeclarationResult', {
  types: [ChangedType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'refused' ? RefusedType : ChangedType,
})

interface Saved {
  kind: 'saved'
  declaration: DeclarationRow
  savedAt: Date
  mergedPaths: readonly string[]
}
const SavedType = builder.objectRef<Saved>('UnitFormSaved').implement({
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: ({ declaration }) => declaration }),
    savedAt: t.field({ type: 'DateTime', resolve: ({ savedAt }) => savedAt }),
    mergedPaths: t.stringList({
      description: 'Answers another clerk had changed meanwhile; they were kept.',
      resolve: ({ mergedPaths }) => [...mergedPaths],
    }),
  }),
})

const AnswerConflictType = builder.objectRef<AnswerConflict>('AnswerConflict').implement({
  fields: (t) => ({
    path: t.exposeString('path'),
    mine: t.field({ type: 'JSON', nullable: true, resolve: ({ mine }) => mine ?? null }),
    theirs: t.field({ type: 'JSON', nullable: true, resolve: ({ theirs }) => theirs ?? null }),
  }),
})
interface Conflict {
  kind: 'conflict'
  declaration: DeclarationRow
  conflicts?: readonly AnswerConflict[]
}
const ConflictType = builder.objectRef<Conflict>('DeclarationConflict').implement({
  description: 'Somebody else saved in between. Nothing of this call was saved; send it again on the new revision.',
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: ({ declaration }) => declaration }),
    revision: t.int({
      description: 'Revision of the unit form now.',
      resolve: ({ declaration }) => declaration.unitRevision,
    }),
    savedAt: t.field({ type: 'DateTime', resolve: ({ declaration }) => declaration.updatedAt }),
    conflicts: t.field({
      type: [AnswerConflictType],
      description: 'Answers both changed to different values; empty when submitting.',
      resolve: ({ conflicts }) => [...(conflicts ?? [])],
    }),
  }),
})
const SaveResult = builder.unionType('SaveUnitFormResult', {
  types: [SavedType, ConflictType, RefusedType],
  resolveType: ({ kind }) => (kind === 'saved' ? SavedType : kind === 'conflict' ? ConflictType : RefusedType),
})

interface Submitted {
  kind: 'submitted'
  declaration: DeclarationRow
  version: DeclarationVersionRow
}
const SubmittedType = builder.objectRef<Submitted>('DeclarationSubmitted').implement({
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: ({ declaration }) => declaration }),
    receipt: t.field({ type: DeclarationVersionType, resolve: ({ version }) => version }),
  }),
})
interface Incomplete {
  kind: 'incomplete'
  declaration: DeclarationRow
  issues: readonly Issue[]
}
const IncompleteType = builder.objectRef<Incomplete>('DeclarationIncomplete').implement({
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: ({ declaration }) => declaration }),
    issues: t.field({
      type: [IssueType],
      complexity: 100,
      description: 'Every issue at once, warnings included.',
      resolve: ({ issues }) => [...issues],
    }),
  }),
})
const SubmitResult = builder.unionType('SubmitDeclarationResult', {
  types: [SubmittedType, IncompleteType, ConflictType, RefusedType],
  resolveType: ({ kind }) =>
    kind === 'submitted'
      ? SubmittedType
      : kind === 'incomplete'
        ? IncompleteType
        : kind === 'conflict'
          ? ConflictType
          : RefusedType,
})

const SaveInput = builder.inputType('SaveUnitFormInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    expectedRevision: t.int({ required: true, description: 'unitRevision the changes were made on.' }),
    changes: t.field({
      type: 'JSON',
      required: true,
      description:
        'Changed answers by path: `staffTotal`, `insuredCount.PENSION`, `branches`; `raw.staffTotal` for text that cannot be read. Null takes an answer away.',
    }),
  }),
})
const SubmitInput = builder.inputType('SubmitDeclarationInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    unitRevision: t.int({ required: true }),
    personnelRevision: t.int({ required: true }),
    truthDeclared: t.boolean({
      required: true,
      description: 'The signer declares that everything is true and complete.',
    }),
    signer: t.string({ required: true, description: 'Name of the person who signs.' }),
  }),
})
const ReviewInputType = builder.inputType('ReviewDeclarationInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    version: t.int({ required: true, description: 'The version that was looked at.' }),
    decidedOn: t.field(decidedOn),
  }),
})
const NoteInputType = builder.inputType('ReviewNoteInput', {
  fields: (t) => ({
    path: t.string({ required: true, description: 'As in Issue.path.' }),
    text: t.string({ required: true, description: '1 to 500 characters.' }),
  }),
})

function who(viewer: Viewer | undefined, id?: string): Viewer {
  if (!viewer) throw unauthenticated()
  if (id !== undefined && !isUuid(id)) throw notFound('declaration')
  return viewer
}

/** The union's shape for the outcomes of reviewing and withdrawing. */
async function changed(step: Promise<ReviewOutcome>): Promise<Done | Refused | StaleDecision> {
  const outcome = await orStale(step)
  if (outcome instanceof StaleDecision) return outcome
  return outcome.kind === 'done'
    ? outcome
    : { kind: 'refused', reason: reasonOf(outcome.code), declaration: outcome.declaration }
}

builder.mutationFields((t) => ({
  openInspection: t.field({
    type: ChangeResult,
    description: "This year's annual inspection of the employer who asks, made at the first call.",
    authScopes: { may: 'declaration:open' },
    resolve: async (_root, _args, { platform, viewer }): Promise<Done | Refused> => {
      const outcome = await openInspection(platform, who(viewer))
      if (outcome.kind === 'opened') return outcome
      return { ...outcome, date: outcome.reason === 'WINDOW_CLOSED' ? outcome.closesOn : outcome.opensOn }
    },
  }),
  saveUnitForm: t.field({
    type: SaveResult,
    description:
      'Saves changed answers of a draft. Only their shape is checked; what is missing is said by Declaration.issues.',
    authScopes: { may: 'draft:edit' },
    args: { input: t.arg({ type: SaveInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer }) =>
      saveUnitForm(platform, who(viewer, input.declarationId), { ...input, changes: input.changes }),
  }),
  submitDeclaration: t.field({
    type: SubmitResult,
    description:
      'Submits the draft as the next version, when complete; after the window it is taken as overdue until its year ends. Twice with the same revisions gives the same receipt.',
    authScopes: { may: 'declaration:submit' },
    args: { input: t.arg({ type: SubmitInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) =>
      submitDeclarationBeside(platform, who(viewer, input.declarationId), { ...input, origin }),
  }),
  withdrawDeclaration: t.field({
    type: ChangeResult,
    description: 'Takes a submitted declaration back before its review has begun.',
    authScopes: { may: 'declaration:withdraw' },
    args: { declarationId: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, args, { platform, viewer, origin }) =>
      changed(withdrawDeclaration(platform, who(viewer, args.declarationId), { ...args, origin })),
  }),
  startReview: t.field({
    type: ChangeResult,
    description: 'Staff begin to review a submitted version.',
    authScopes: { may: 'review:start' },
    args: { input: t.arg({ type: ReviewInputType, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      changed(startReview(platform, who(viewer, input.declarationId), { ...input, origin })),
  }),
  returnDeclaration: t.field({
    type: ChangeResult,
    description: 'Sends a version under review back with a note at every defect.',
    authScopes: { may: 'review:return' },
    args: {
      input: t.arg({ type: ReviewInputType, required: true }),
      notes: t.arg({ type: [NoteInputType], required: true }),
    },
    resolve: async (_root, { input, notes }, { platform, viewer, origin }) =>
      changed(returnDeclaration(platform, who(viewer, input.declarationId), { ...input, notes, origin })),
  }),
  acceptDeclaration: t.field({
    type: ChangeResult,
    description:
      'A reviewer other than who began the review accepts the version: the register is updated and the month assessed.',
    authScopes: { may: 'review:accept' },
    args: { input: t.arg({ type: ReviewInputType, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) =>
      changed(acceptDeclaration(platform, who(viewer, input.declarationId), { ...input, origin })),
  }),
}))
