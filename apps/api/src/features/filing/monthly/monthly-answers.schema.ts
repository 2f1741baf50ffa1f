import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { StaleDecision } from '../../../case/case-mark.ts'
import { StaleDecisionType } from '../../../graphql/decision.ts'
import { DeclarationVersionType, findMonthly, IssueType } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import type { CompareOutcome } from './compare-list.ts'
import { ProposedType } from './proposal.schema.ts'
import { monthlyEditRefusals, monthlyRefusals } from './monthly-case.ts'
import { MonthlyDeclarationType } from './monthly-type.ts'
import type { MoveOutcome } from './move-monthly.ts'
import { openRefusals } from './open-monthly.ts'
import type { OpenMonthlyOutcome } from './open-monthly.ts'
import { saveRefusals } from './save-changes.ts'
import type { SaveChangesOutcome } from './save-changes.ts'
import type { MonthlyStepOutcome } from './step-monthly.ts'
import type { SubmitMonthlyOutcome } from './submit-monthly.ts'

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
export const OpenResult = builder.unionType('OpenMonthlyResult', {
  types: [OpenedType, NotOpenedType],
  resolveType: ({ kind }) => (kind === 'opened' ? OpenedType : NotOpenedType),
})

const SavedType = builder.objectRef<Of<CompareOutcome, 'saved'>>('MonthlyChangesSaved').implement({
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
    proposed: t.field({
      type: ProposedType,
      nullable: true,
      description: 'Of a comparison with the register: what was proposed.',
      resolve: (outcome) => ('proposed' in outcome ? outcome.proposed : null),
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
export const NotSavedType = builder.objectRef<Of<SaveChangesOutcome, 'unsaved'>>('MonthlyChangesNotSaved').implement({
  fields: (t) => ({
    declaration: t.field({ type: MonthlyDeclarationType, resolve: declarationOf }),
    code: t.expose('code', { type: SaveRefusalEnum }),
    rows: t.intList({ description: 'The rows it is about.', resolve: ({ rows }) => rows.slice(0, 100) }),
  }),
})
export const SaveResult = builder.unionType('SaveMonthlyResult', {
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
export const MoveResult = builder.unionType('MoveMonthlyResult', {
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
    'PERIOD_CLOSED: the cut-off has passed, moveMonthlyDeclaration takes everything to the next month. KEY_REUSED: the key belongs to another submission. NOTHING_TO_FILE: no change means no filing. PAPER_LATE: papers of an earlier declaration are late, and the office has paused filing until they come.',
  values: [
    ...new Set([
      ...monthlyRefusals,
      ...monthlyEditRefusals,
      'KEY_REUSED' as const,
      'TRUTH_NOT_DECLARED' as const,
      'PAPER_LATE' as const,
    ]),
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
export const SubmitResult = builder.unionType('SubmitMonthlyResult', {
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
export const StepResult = builder.unionType('MonthlyStepResult', {
  types: [StepDoneType, StepRefusedType, StaleDecisionType],
  resolveType: (outcome: MonthlyStepOutcome | StaleDecision) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'done' ? StepDoneType : StepRefusedType,
})
