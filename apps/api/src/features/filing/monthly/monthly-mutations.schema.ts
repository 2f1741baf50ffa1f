import { period as toPeriod } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { badInput } from '../../../access/refusal.ts'
import { isUuid, requireUuid } from '../../../access/uuid.ts'
import { orStale } from '../../../case/case-mark.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { builder } from '../../../graphql/builder.ts'
import { FilingEnum } from '../declaration/index.ts'
import { PersonnelRowInput, readDraftInput } from '../personnel/index.ts'
import { who, withId } from './asked-of.ts'
import { readChangeInput } from './change-input.ts'
import { withRegistered } from './change-of-person.ts'
import { MonthlyChangeInput } from './change.schema.ts'
import { compareMonthlyList } from './compare-list.ts'
import { MoveResult, OpenResult, SaveResult, StepResult, SubmitResult } from './monthly-answers.schema.ts'
import { moveMonthly } from './move-monthly.ts'
import { openMonthly } from './open-monthly.ts'
import { reportUnemployed } from './report-unemployed.ts'
import { removeMonthlyChanges, saveMonthlyChanges } from './save-changes.ts'
import { cancelMonthly, withdrawMonthly } from './step-monthly.ts'
import { OpenDutyType, StopTypeEnum } from './stop-outlook.schema.ts'
import { submitMonthlyBeside } from './submit-monthly.ts'
import { mostRowsInPart, uploadModes, uploadMonthlyChanges } from './upload-changes.ts'
import './monthly-note.schema.ts'
import './monthly-review.schema.ts'

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
const CompareInput = builder.inputType('CompareMonthlyListInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    expectedRevision: t.int({ required: true }),
    uploadId: t.id({ required: true, description: 'A UUID of the client’s; the same for every part.' }),
    part: t.int({ required: true }),
    ofParts: t.int({ required: true }),
    rows: t.field({ type: [PersonnelRowInput], required: true, description: `At most ${mostRowsInPart}.` }),
    stopType: t.field({
      type: StopTypeEnum,
      description: 'Why all who are absent left; otherwise it is asked of each.',
    }),
    look: t.boolean({
      description:
        'Only looks: nothing is written, and the proposals come back to be settled and sent with uploadMonthlyChanges.',
    }),
  }),
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
  compareMonthlyList: t.field({
    type: SaveResult,
    authScopes: { may: 'draft:edit' },
    description:
      'The unit’s own list of people against the register: who is absent is proposed as a stop, who is new as a join, and of the others what the list says otherwise. In parts, as uploadMonthlyChanges.',
    args: { input: t.arg({ type: CompareInput, required: true }) },
    resolve: (_root, { input }, { platform, viewer, origin }) => {
      if (!isUuid(input.uploadId)) throw badInput('uploadId', 'A UUID is needed.')
      const rows = input.rows.map(({ rowNo, draft }, index) => ({
        row: rowOf(rowNo, `rows.${index}.rowNo`),
        draft: readDraftInput(draft, `rows.${index}.draft`),
      }))
      const [stopType, look] = [input.stopType ?? undefined, input.look ?? undefined]
      return compareMonthlyList(platform, who(viewer), { ...withId(input, origin), rows, stopType, look })
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
      submitMonthlyBeside(platform, who(viewer), withId(input, origin)),
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
}))
