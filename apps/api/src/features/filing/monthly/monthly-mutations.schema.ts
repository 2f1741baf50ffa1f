import { period as toPeriod } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { badInput, unauthenticated } from '../../../access/refusal.ts'
import { isUuid, requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { orStale, StaleDecision } from '../../../case/case-mark.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { DeclarationVersionType, FilingEnum, findMonthly, IssueType } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { acceptMonthly } from './accept-monthly.ts'
import { readChangeInput } from './change-input.ts'
import { withRegistered } from './change-of-person.ts'
import { MonthlyChangeInput } from './change.schema.ts'
import { monthlyEditRefusals, monthlyRefusals } from './monthly-case.ts'
import { MonthlyDeclarationType } from './monthly-type.ts'
import { OpenDutyType } from './monthly.schema.ts'
import { moveMonthly } from './move-monthly.ts'
import type { MoveOutcome } from './move-monthly.ts'
import { openMonthly, openRefusals } from './open-monthly.ts'
import type { OpenMonthlyOutcome } from './open-monthly.ts'
import { reportUnemployed } from './report-unemployed.ts'
import { removeMonthlyChanges, saveMonthlyChanges, saveRefusals } from './save-changes.ts'
import type { SaveChangesOutcome } from './save-changes.ts'
import { cancelMonthly, recommendMonthly, returnMonthly, startMonthlyReview, withdrawMonthly } from './step-monthly.ts'
import type { MonthlyStepInput, MonthlyStepOutcome } from './step-monthly.ts'
import { submitMonthly } from './submit-monthly.ts'
import type { SubmitMonthlyOutcome } from './submit-monthly.ts'
import { mostRowsInPart, uploadModes, uploadMonthlyChanges } from './upload-changes.ts'

/** The declaration as it is after the call, for the client's cache. */
async function declarationOf(
  { declarationId }: { declarationId: string },
  _args: object,
  { platform }: Context,
): Promise<DeclarationRow> {
  const declaration = await findMonthly(platform, declarationId)
  if (!declaration) throw new Error('A declaration that was just changed is gone.')
  return declaration
}
const itself = ({ declaration }: { declaration: DeclarationRow }) => declaration

type Of<Outcome extends { kind: string }, Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>

const OpenedType = builder.objectRef<Of<OpenMonthlyOutcome, 'opened'>>('MonthlyOpened').implement({
  fields: (t) => ({ declaration: t.field({ type: MonthlyDeclarationType, resolve: itself }) }),
})
const OpenRefusalEnum = builder.enumType('OpenMonthlyRefusal', {
  description:
    'PERIOD_CLOSED: its cut-off is over. PERIOD_AHEAD: not open yet. TOO_OLD: by back payment. NOTHING_TO_REVISE: nothing of the month was accepted or billed. REGULAR_FIRST: its regular declaration is still being written.',
  values: openRefusals,
})
const NotOpenedType = builder.objectRef<Of<OpenMonthlyOutcome, 'not-opened'>>('MonthlyNotOpened').implement({
  fields: (t) => ({
    reason: t.expose('reason', { type: OpenRefusalEnum }),
    open: t.expose('open', { type: 'Period', description: 'The month that is declared now.' }),
  }),
})
const OpenResult = builder.unionType('OpenMonthlyResult', {
  types: [OpenedType, NotOpenedType],
  resolveType: ({ kind }) => (kind === 'opened' ? OpenedType : NotOpenedType),
})

const SavedType = builder.objectRef<Of<SaveChangesOutcome, 'saved'>>('MonthlyChangesSaved').implement({
  description: 'What was sent is kept. `finished` is false while further parts of a list are awaited.',
  fields: (t) => ({
    declaration: t.field({ type: MonthlyDeclarationType, resolve: declarationOf }),
    revision: t.exposeInt('revision'),
    rowNos: t.intList({
      description: 'Rows that were saved; at most 100.',
      resolve: ({ rowNos }) => rowNos.slice(0, 100),
    }),
    issues: t.field({
      type: [IssueType],
      complexity: 50,
      description: 'What the rules say of these rows; at most 1000.',
      resolve: ({ issues }) => issues.slice(0, 1000),
    }),
    partsReceived: t.intList({ resolve: ({ partsReceived }) => [...(partsReceived ?? [])] }),
    finished: t.boolean({ resolve: ({ finished }) => finished ?? true }),
  }),
})
const ConflictType = builder
  .objectRef<{ kind: 'conflict'; declarationId: string; revision: number }>('MonthlyConflict')
  .implement({
    description: 'Somebody else saved since. Nothing of this call was done; it is repeated on the new revision.',
    fields: (t) => ({
      declaration: t.field({ type: MonthlyDeclarationType, resolve: declarationOf }),
      revision: t.exposeInt('revision', { description: 'The revision now.' }),
    }),
  })
const SaveRefusalEnum = builder.enumType('SaveMonthlyRefusal', {
  values: [...saveRefusals, ...monthlyEditRefusals] as const,
})
const NotSavedType = builder.objectRef<Of<SaveChangesOutcome, 'unsaved'>>('MonthlyChangesNotSaved').implement({
  fields: (t) => ({
    declaration: t.field({ type: MonthlyDeclarationType, resolve: declarationOf }),
    code: t.expose('code', { type: SaveRefusalEnum }),
    rows: t.intList({ description: 'The rows it is about.', resolve: ({ rows }) => rows.slice(0, 100) }),
  }),
})
const SaveResult = builder.unionType('SaveMonthlyResult', {
  types: [SavedType, ConflictType, NotSavedType],
  resolveType: ({ kind }) => (kind === 'saved' ? SavedType : kind === 'conflict' ? ConflictType : NotSavedType),
})

const MovedType = builder.objectRef<Of<MoveOutcome, 'moved'>>('MonthlyMoved').implement({
  fields: (t) => ({ declaration: t.field({ type: MonthlyDeclarationType, resolve: declarationOf }) }),
})
const NotMovedType = builder.objectRef<Of<MoveOutcome, 'not-moved'>>('MonthlyNotMoved').implement({
  fields: (t) => ({
    declaration: t.field({ type: MonthlyDeclarationType, resolve: declarationOf }),
    code: t.expose('code', {
      type: builder.enumType('MoveMonthlyRefusal', {
        description: 'NOT_NEEDED: its month is still open. MONTH_TAKEN: the next has its own declaration.',
        values: [...monthlyEditRefusals, 'NOT_NEEDED', 'MONTH_TAKEN'] as const,
      }),
    }),
  }),
})
const MoveResult = builder.unionType('MoveMonthlyResult', {
  types: [MovedType, ConflictType, NotMovedType],
  resolveType: ({ kind }) => (kind === 'moved' ? MovedType : kind === 'conflict' ? ConflictType : NotMovedType),
})

const SubmittedType = builder.objectRef<Of<SubmitMonthlyOutcome, 'submitted'>>('MonthlySubmitted').implement({
  fields: (t) => ({
    declaration: t.field({ type: MonthlyDeclarationType, resolve: itself }),
    receipt: t.field({ type: DeclarationVersionType, resolve: ({ version }) => version }),
  }),
})
const IncompleteType = builder.objectRef<Of<SubmitMonthlyOutcome, 'incomplete'>>('MonthlyIncomplete').implement({
  description:
    'Every issue at once. ACTIVE_ELSEWHERE among them: another unit insures the person, or was first to declare them.',
  fields: (t) => ({
    declaration: t.field({ type: MonthlyDeclarationType, resolve: itself }),
    issues: t.field({ type: [IssueType], complexity: 50, resolve: ({ issues }) => issues.slice(0, 1000) }),
  }),
})
const SubmitRefusalEnum = builder.enumType('SubmitMonthlyRefusal', {
  description:
    'PERIOD_CLOSED: the cut-off has passed, moveMonthlyDeclaration takes everything to the next month. KEY_REUSED: the key belongs to another submission. NOTHING_TO_FILE: no change means no filing.',
  values: [
    ...new Set([...monthlyRefusals, ...monthlyEditRefusals, 'KEY_REUSED' as const, 'TRUTH_NOT_DECLARED' as const]),
  ],
})
const NotSubmittedType = builder.objectRef<Of<SubmitMonthlyOutcome, 'refused'>>('MonthlyNotSubmitted').implement({
  fields: (t) => ({
    declaration: t.field({ type: MonthlyDeclarationType, resolve: itself }),
    reason: t.expose('reason', { type: SubmitRefusalEnum }),
  }),
})
const submitTypes = {
  submitted: SubmittedType,
  incomplete: IncompleteType,
  conflict: ConflictType,
  refused: NotSubmittedType,
} as const
const SubmitResult = builder.unionType('SubmitMonthlyResult', {
  types: [SubmittedType, IncompleteType, ConflictType, NotSubmittedType],
  resolveType: ({ kind }) => submitTypes[kind],
})

const StepDoneType = builder.objectRef<Of<MonthlyStepOutcome, 'done'>>('MonthlyStepDone').implement({
  fields: (t) => ({ declaration: t.field({ type: MonthlyDeclarationType, resolve: itself }) }),
})
const StepRefusalEnum = builder.enumType('MonthlyStepRefusal', {
  description:
    'VERSION_CHANGED: another version was handed in than was looked at. REGISTER_CHANGED, ACTIVE_ELSEWHERE: `issues` says of whom.',
  values: monthlyRefusals,
})
const StepRefusedType = builder.objectRef<Of<MonthlyStepOutcome, 'refused'>>('MonthlyStepRefused').implement({
  fields: (t) => ({
    declaration: t.field({ type: MonthlyDeclarationType, resolve: itself }),
    code: t.expose('code', { type: StepRefusalEnum }),
    issues: t.field({
      type: [IssueType],
      description: 'The rows that stand against it; at most 200.',
      resolve: ({ issues = [] }) => issues.slice(0, 200),
    }),
  }),
})
const StepResult = builder.unionType('MonthlyStepResult', {
  types: [StepDoneType, StepRefusedType, StaleDecisionType],
  resolveType: (outcome: MonthlyStepOutcome | StaleDecision) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'done' ? StepDoneType : StepRefusedType,
})

const ChangeToSaveInput = builder.inputType('MonthlyChangeToSaveInput', {
  fields: (t) => ({
    rowNo: t.int({ description: 'Without it the change goes behind the last row.' }),
    individualId: t.id({ description: 'Chosen from the register: name and number are taken from there.' }),
    change: t.field({ type: MonthlyChangeInput, required: true }),
  }),
})
const SaveInput = builder.inputType('SaveMonthlyChangesInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    expectedRevision: t.int({ required: true }),
    changes: t.field({ type: [ChangeToSaveInput], required: true, description: '1 to 100.' }),
  }),
})
const UploadRowInput = builder.inputType('MonthlyUploadRowInput', {
  fields: (t) => ({
    rowNo: t.int({ required: true, description: 'As the file numbers it, from 1; once in a list.' }),
    change: t.field({ type: MonthlyChangeInput, required: true }),
  }),
})
const UploadInput = builder.inputType('UploadMonthlyChangesInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    expectedRevision: t.int({ required: true }),
    uploadId: t.id({ required: true, description: 'A UUID of the client’s; the same for every part.' }),
    mode: t.field({
      type: builder.enumType('MonthlyUploadMode', {
        description: 'REPLACE: the declaration becomes these changes. ADD: they go behind those that are there.',
        values: uploadModes,
      }),
      required: true,
    }),
    part: t.int({ required: true }),
    ofParts: t.int({ required: true }),
    rows: t.field({ type: [UploadRowInput], required: true, description: `At most ${mostRowsInPart}.` }),
  }),
})
const SubmitInput = builder.inputType('SubmitMonthlyInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    revision: t.int({ required: true, description: 'The revision that was looked at.' }),
    idempotencyKey: t.id({ required: true, description: 'A UUID; the same for the same submission sent again.' }),
    truthDeclared: t.boolean({ required: true }),
    signer: t.string({ required: true }),
  }),
})
const StepInput = builder.inputType('MonthlyStepInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    version: t.int({ required: true, description: 'The version that was looked at.' }),
    decidedOn: t.field(decidedOn),
  }),
})
const NoteInput = builder.inputType('MonthlyNoteInput', {
  fields: (t) => ({
    path: t.string({ required: true, description: '`change[3].hireDate` by its row, `change.*`, or `unit`.' }),
    text: t.string({ required: true, description: '1 to 500 characters.' }),
  }),
})

function who(viewer: Viewer | undefined): Viewer {
  if (!viewer) throw unauthenticated()
  return viewer
}
const withId = <Input extends { declarationId: string }>(input: Input, origin: string) => ({
  ...input,
  declarationId: requireUuid(input.declarationId, 'declaration'),
  origin,
})
const rowOf = (rowNo: number, at: string) => {
  if (rowNo < 1 || rowNo > 1_000_000) throw badInput(at, 'From 1.')
  return rowNo
}
const monthOf = (text: string | null | undefined): Period | undefined => (text ? toPeriod(text) : undefined)

builder.mutationFields((t) => ({
  openMonthlyDeclaration: t.field({
    type: OpenResult,
    authScopes: { may: 'monthly:open' },
    description:
      'The declaration of a month, made at the first call; asking again gives the same one while it is being written.',
    args: {
      period: t.arg({ type: 'Period', description: 'The month that is open when left out.' }),
      filing: t.arg({ type: FilingEnum, required: true }),
    },
    resolve: (_root, { period, filing }, { platform, viewer, origin }) =>
      openMonthly(platform, viewer, { period: monthOf(period), filing, origin }),
  }),
  saveMonthlyChanges: t.field({
    type: SaveResult,
    authScopes: { may: 'draft:edit' },
    description: 'Keeps changes as they were typed, complete or not; what is missing is said of each row.',
    args: { input: t.arg({ type: SaveInput, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) => {
      const asker = who(viewer)
      const typed = input.changes.map(({ rowNo, individualId, change }, index) => ({
        row: rowNo === null || rowNo === undefined ? undefined : rowOf(rowNo, `changes.${index}.rowNo`),
        individualId: individualId ?? undefined,
        draft: readChangeInput(change, `changes.${index}.change`),
      }))
      const employerId = asker.kind === 'EMPLOYER' ? asker.employerId : ''
      const changes = await withRegistered(platform, employerId, typed)
      return saveMonthlyChanges(platform, asker, { ...withId(input, origin), changes })
    },
  }),
  removeMonthlyChanges: t.field({
    type: SaveResult,
    authScopes: { may: 'draft:edit' },
    description: 'Takes changes out of the draft; the others keep their rows.',
    args: {
      declarationId: t.arg.id({ required: true }),
      expectedRevision: t.arg.int({ required: true }),
      rowNos: t.arg.intList({ required: true }),
    },
    resolve: (_root, args, { platform, viewer, origin }) =>
      removeMonthlyChanges(platform, who(viewer), withId(args, origin)),
  }),
  uploadMonthlyChanges: t.field({
    type: SaveResult,
    authScopes: { may: 'draft:edit' },
    description:
      'Sends one part of a list of changes. All parts become changes at once, when the last one has come; a part may be sent again.',
    args: { input: t.arg({ type: UploadInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => {
      if (!isUuid(input.uploadId)) throw badInput('uploadId', 'A UUID is needed.')
      const rows = input.rows.map(({ rowNo, change }, index) => ({
        row: rowOf(rowNo, `rows.${index}.rowNo`),
        draft: readChangeInput(change, `rows.${index}.change`),
      }))
      return uploadMonthlyChanges(platform, who(viewer), { ...withId(input, origin), rows })
    },
  }),
  moveMonthlyDeclaration: t.field({
    type: MoveResult,
    authScopes: { may: 'draft:edit' },
    description: 'The cut-off passed while it was written: everything moves to the month that is open now.',
    args: { declarationId: t.arg.id({ required: true }), expectedRevision: t.arg.int({ required: true }) },
    resolve: (_root, args, { platform, viewer, origin }) => moveMonthly(platform, who(viewer), withId(args, origin)),
  }),
  submitMonthlyDeclaration: t.field({
    type: SubmitResult,
    authScopes: { may: 'monthly:submit' },
    description:
      'Hands the draft in as the next version, when complete and in time. The same key gives the same receipt.',
    args: { input: t.arg({ type: SubmitInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) =>
      submitMonthly(platform, who(viewer), withId(input, origin)),
  }),
  withdrawMonthlyDeclaration: t.field({
    type: StepResult,
    authScopes: { may: 'monthly:withdraw' },
    description: 'Takes it back before its review has begun.',
    args: { declarationId: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer, origin }) =>
      orStale(withdrawMonthly(platform, who(viewer), withId(args, origin))),
  }),
  cancelMonthlyDeclaration: t.field({
    type: StepResult,
    authScopes: { may: 'monthly:open' },
    description: 'Gives up what was not handed in or came back; the month can be opened anew.',
    args: { declarationId: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, args, { platform, viewer, origin }) =>
      orStale(cancelMonthly(platform, who(viewer), withId(args, origin))),
  }),
  reportUnemployedList: t.field({
    type: OpenDutyType,
    authScopes: { may: 'monthly:report-unemployed' },
    description: 'Says that the unemployed list was handed in (SIL 50); saying so again changes nothing.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer, origin }) =>
      reportUnemployed(platform, viewer, { id: requireUuid(id, 'duty'), origin }),
  }),
  startMonthlyReview: t.field({
    type: StepResult,
    authScopes: { may: 'review:start' },
    description: 'Staff begin to review the version that was handed in.',
    args: { input: t.arg({ type: StepInput, required: true }) },
    resolve: (_root, { input }, context) => reviewed(context, input, startMonthlyReview),
  }),
  recommendMonthlyDeclaration: t.field({
    type: StepResult,
    authScopes: { may: 'review:recommend' },
    description: 'The first of two people says that it can be accepted.',
    args: { input: t.arg({ type: StepInput, required: true }), note: t.arg.string() },
    resolve: (_root, { input, note }, context) =>
      reviewed(context, { ...input, note: note?.trim().slice(0, 500) || undefined }, recommendMonthly),
  }),
  returnMonthlyDeclaration: t.field({
    type: StepResult,
    authScopes: { may: 'review:return' },
    description: 'Sends it back with a note at every defect.',
    args: {
      input: t.arg({ type: StepInput, required: true }),
      notes: t.arg({ type: [NoteInput], required: true }),
    },
    resolve: (_root, { input, notes }, context) => reviewed(context, { ...input, notes }, returnMonthly),
  }),
  acceptMonthlyDeclaration: t.field({
    type: StepResult,
    authScopes: { may: 'review:accept' },
    description:
      'Somebody other than who reviewed accepts it: the register changes from the months it names, and what was billed before gets its difference.',
    args: { input: t.arg({ type: StepInput, required: true }) },
    resolve: (_root, { input }, context) => reviewed(context, input, acceptMonthly),
  }),
}))

function reviewed<Input extends Omit<MonthlyStepInput, 'origin'>>(
  { platform, viewer, origin }: Context,
  input: Input,
  step: (
    platform: Context['platform'],
    viewer: Viewer,
    input: Input & { origin: string },
  ) => Promise<MonthlyStepOutcome>,
): Promise<MonthlyStepOutcome | StaleDecision> {
  return orStale(step(platform, who(viewer), withId(input, origin)))
}
