import type { Issue } from '@shebao/declaration-rules'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { eachInTurns } from '../../../platform/in-turns.ts'
import { requireMay } from '../../../access/permissions.ts'
import { isUuid, requireUuid } from '../../../access/uuid.ts'
import { badInput } from '../../../access/refusal.ts'
import { DeclarationType, IssueType, editRefusals, findDeclaration } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { readDraftInput } from './draft-input.ts'
import type { NumberedRow } from './personnel-row-codec.ts'
import { PersonnelDraftInput } from './personnel.schema.ts'
import { listRefusals, LONGEST_REASON, MAX_ROWS_IN_PART, savePersonnelBeside } from './save-personnel.ts'
import type { ListRefusal, SaveOutcome } from './save-personnel.ts'
import { removePersonnelRecords, savePersonnelRecord } from './save-personnel-record.ts'
import { signPersonnelList } from './sign-personnel-list.ts'

type Saved = {
  kind: 'SAVED'
  declarationId: string
  revision: number
  partsReceived?: readonly number[]
  finished?: boolean
  rowNo?: number
  issues?: readonly Issue[]
}
type Conflict = Extract<SaveOutcome, { kind: 'CONFLICT' }>
type Refused = { kind: 'REFUSED'; declarationId: string; code: ListRefusal; rows: readonly number[] }
type Incomplete = { kind: 'INCOMPLETE'; declarationId: string; issues: readonly Issue[] }

/** The declaration as it is after the call, for the client's cache. */
async function declarationOf(
  { declarationId }: { declarationId: string },
  _args: object,
  { platform }: Context,
): Promise<DeclarationRow> {
  const declaration = await findDeclaration(platform, declarationId)
  if (!declaration) throw new Error('a declaration that was just changed is gone')
  return declaration
}

const SavedType = builder.objectRef<Saved>('PersonnelSaved').implement({
  description:
    'What was sent is kept. `finished` is false while further parts of a list are awaited: the draft is as before.',
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: declarationOf }),
    revision: t.exposeInt('revision', { description: 'The draft’s revision now.' }),
    finished: t.boolean({ resolve: ({ finished }) => finished ?? true }),
    partsReceived: t.intList({
      description: 'Parts of this upload that are here, for resuming after a lost connection.',
      resolve: ({ partsReceived }) => [...(partsReceived ?? [])],
    }),
    rowNo: t.int({
      nullable: true,
      description: 'The row of the one person that was saved.',
      resolve: ({ rowNo }) => rowNo ?? null,
    }),
    issues: t.field({
      type: [IssueType],
      description: 'What the rules say of that person.',
      resolve: ({ issues }) => [...(issues ?? [])],
    }),
  }),
})
const ConflictType = builder.objectRef<Conflict>('PersonnelConflict').implement({
  description: 'The list was changed since expectedRevision, perhaps by another clerk. Nothing of this call was saved.',
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: declarationOf }),
    revision: t.exposeInt('revision', { description: 'The draft’s revision now.' }),
  }),
})
const RefusalCode = builder.enumType('PersonnelRefusal', { values: [...listRefusals, ...editRefusals] as const })
const RefusedType = builder.objectRef<Refused>('PersonnelRefused').implement({
  description: 'Why nothing was saved.',
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: declarationOf }),
    code: t.field({ type: RefusalCode, resolve: ({ code }) => code }),
    rows: t.intList({ description: 'The rows it is about.', resolve: ({ rows }) => rows.slice(0, 100) }),
  }),
})
const IncompleteType = builder.objectRef<Incomplete>('PersonnelIncomplete').implement({
  description: 'The person cannot be confirmed: every issue at once. Nothing was saved.',
  fields: (t) => ({ issues: t.field({ type: [IssueType], resolve: ({ issues }) => [...issues] }) }),
})

export const SavePersonnelResult = builder.unionType('SavePersonnelResult', {
  types: [SavedType, ConflictType, RefusedType],
  resolveType: ({ kind }) => typeNames[kind],
})
const SaveRecordResult = builder.unionType('SavePersonnelRecordResult', {
  types: [SavedType, ConflictType, RefusedType, IncompleteType],
  resolveType: ({ kind }) => typeNames[kind],
})
const typeNames = {
  SAVED: SavedType,
  CONFLICT: ConflictType,
  REFUSED: RefusedType,
  INCOMPLETE: IncompleteType,
} as const

const UploadModeEnum = builder.enumType('PersonnelUploadMode', {
  values: {
    REPLACE: {
      description: 'The list becomes exactly these people; the signature for the whole list is asked for again.',
    },
    MERGE: { description: 'People of the same row are replaced, others are added, nobody is removed.' },
  },
})

export const PersonnelRowInput = builder.inputType('PersonnelRowInput', {
  fields: (t) => ({
    rowNo: t.int({ required: true, description: 'As the file numbers it, from 1; once in a list.' }),
    draft: t.field({ type: PersonnelDraftInput, required: true }),
    idDigitsLost: t.boolean({ description: 'The file kept the identity number as a number.' }),
  }),
})

const SavePersonnelInput = builder.inputType('SavePersonnelInput', {
  fields: (t) => ({
    declarationId: t.id({ required: true }),
    expectedRevision: t.int({ required: true, description: 'Declaration.personnelRevision the list was made on.' }),
    uploadId: t.id({
      required: true,
      description: 'A UUID of the client’s; the same for every part, and when a part is sent again.',
    }),
    mode: t.field({ type: UploadModeEnum, required: true }),
    part: t.int({ required: true, description: 'From 1.' }),
    ofParts: t.int({ required: true }),
    rows: t.field({ type: [PersonnelRowInput], required: true, description: `At most ${MAX_ROWS_IN_PART}.` }),
    reason: t.string({
      description: `Why values of the register or of last year were taken over, at most ${LONGEST_REASON} characters; sent with every part.`,
    }),
  }),
})

builder.mutationFields((t) => ({
  savePersonnel: t.field({
    type: SavePersonnelResult,
    authScopes: { may: 'draft:edit' },
    description:
      'Sends one part of a personnel list. All parts become the draft at once, when the last one has come; a part may be sent again at any time.',
    args: { input: t.arg({ type: SavePersonnelInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      if (!isUuid(input.uploadId)) throw badInput('uploadId', 'A UUID is needed.')
      const declarationId = requireUuid(input.declarationId, 'declaration')
      const rows: NumberedRow[] = []
      await eachInTurns(input.rows.entries(), ([index, { rowNo, draft, idDigitsLost }]) => {
        if (rowNo < 1) throw badInput(`rows.${index}.rowNo`, 'From 1.')
        rows.push({
          row: rowNo,
          draft: readDraftInput(draft, `rows.${index}.draft`),
          ...(idDigitsLost === true ? { idDigitsLost } : {}),
        })
      })
      return savePersonnelBeside(context.platform, requireMay(context.viewer, 'draft:edit'), {
        ...input,
        declarationId,
        rows,
        reason: input.reason ?? undefined,
        origin: context.origin,
      })
    },
  }),
  savePersonnelRecord: t.field({
    type: SaveRecordResult,
    authScopes: { may: 'draft:edit' },
    description: 'Saves one person of the draft; without rowNo adds one behind the last row.',
    args: {
      declarationId: t.arg.id({ required: true }),
      expectedRevision: t.arg.int({ required: true }),
      rowNo: t.arg.int(),
      draft: t.arg({ type: PersonnelDraftInput, required: true }),
      confirm: t.arg.boolean({
        required: true,
        description: 'True refuses while a rule finds an error; false keeps whatever is there.',
      }),
    },
    resolve: async (_root, { rowNo, draft, ...args }, context) => {
      const outcome = await savePersonnelRecord(context.platform, requireMay(context.viewer, 'draft:edit'), {
        ...args,
        declarationId: requireUuid(args.declarationId, 'declaration'),
        rowNo: rowNo ?? undefined,
        draft: readDraftInput(draft, 'draft'),
        origin: context.origin,
      })
      return outcome.kind === 'RECORD_SAVED' ? { ...outcome, kind: 'SAVED' as const } : outcome
    },
  }),
  removePersonnelRecords: t.field({
    type: SavePersonnelResult,
    authScopes: { may: 'draft:edit' },
    description: 'Takes people out of the draft; the others keep their rows.',
    args: {
      declarationId: t.arg.id({ required: true }),
      expectedRevision: t.arg.int({ required: true }),
      rowNos: t.arg.intList({ required: true }),
    },
    resolve: (_root, args, context) =>
      removePersonnelRecords(context.platform, requireMay(context.viewer, 'draft:edit'), {
        ...args,
        declarationId: requireUuid(args.declarationId, 'declaration'),
        origin: context.origin,
      }),
  }),
  signPersonnelList: t.field({
    type: SavePersonnelResult,
    authScopes: { may: 'draft:edit' },
    description: 'States once for the whole list that every employee signed their line (M20 art. 5), or takes it back.',
    args: { declarationId: t.arg.id({ required: true }), signed: t.arg.boolean({ required: true }) },
    resolve: async (_root, args, context) => {
      const outcome = await signPersonnelList(context.platform, requireMay(context.viewer, 'draft:edit'), {
        ...args,
        declarationId: requireUuid(args.declarationId, 'declaration'),
        origin: context.origin,
      })
      return outcome.kind === 'SIGNED' ? { ...outcome, kind: 'SAVED' as const } : outcome
    },
  }),
}))
