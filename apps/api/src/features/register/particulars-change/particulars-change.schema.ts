import { builder } from '../../../graphql/builder.ts'
import { beneath, shown } from '../../../graphql/personal.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { may } from '../../../access/permissions.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { AttachmentType, filesOf } from '../attachment/index.ts'
import { findEmployer } from '../employer/index.ts'
import { requestChange, requestRefusals, stepChange } from './change-particulars.ts'
import type { ChangeStep, RequestOutcome, StepOutcome, StepRefused } from './change-particulars.ts'
import { kindOf, particularsChangeCase, stepProblems } from './particulars-change-case.ts'
import { particularsChangeTable } from './particulars-change.lifecycle.ts'
import type { ChangeRow } from './particulars-change.repository.ts'
import { compare, mostChanges, readChange, readChanges } from './read-changes.ts'
import type { ComparedValue } from './read-changes.ts'
import { changeFields, changeKinds, valueProblems } from './wanted-values.ts'
import type { ValueProblem } from './wanted-values.ts'

const KindEnum = builder.enumType('ParticularsChangeKind', {
  description: 'What of an employer is to change. BANK_ACCOUNT: where refunds go, decided by two people.',
  values: changeKinds,
})
const StateEnum = builder.enumType('ParticularsChangeState', { values: particularsChangeTable.states })
const FieldEnum = builder.enumType('ParticularsChangeField', { values: changeFields })

const ComparedType = builder.objectRef<ComparedValue>('ParticularsCompared').implement({
  personal: beneath,
  fields: (t) => ({
    field: t.expose('field', { type: FieldEnum }),
    before: t.exposeString('before', { description: 'What held when it was asked; numbers and telephones masked.' }),
    after: t.exposeString('after', {
      description:
        'What is wanted: in clear for staff who may decide, which is written into the trail; masked for others.',
    }),
  }),
})

export const ParticularsChangeType = builder.objectRef<ChangeRow>('ParticularsChange').implement({
  description: 'What an employer asks to have changed about itself, with its evidence (R765 10).',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, particularsChangeCase, row),
    }),
    employerId: t.exposeID('employerId'),
    employerName: t.string({
      resolve: async ({ employerId }, _args, { platform }) => (await findEmployer(platform, employerId))?.name ?? '',
    }),
    kind: t.field({ type: KindEnum, resolve: kindOf }),
    state: t.field({ type: StateEnum, resolve: (row) => particularsChangeCase.state(row) }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'From when it is to hold.' }),
    reason: t.exposeString('reason'),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    decisionNote: t.exposeString('decisionNote', { nullable: true, description: 'Why it was refused.' }),
    compared: t.field({
      personal: shown('READ_UNIT_PARTICULARS', ({ employerId }) => employerId, 'Employer', {
        to: 'particulars-change:accept',
        reason: { en: 'It is held against the papers handed in.', zh: '与提交的证明材料核对。' },
      }),
      type: [ComparedType],
      description: 'Old and new, field by field.',
      resolve: (row, _args, { platform, viewer }) => compare(platform, row, may(viewer, 'particulars-change:accept')),
    }),
    files: t.field({
      type: [AttachmentType],
      description: 'The evidence.',
      resolve: async (row, _args, { platform }) => [...(await filesOf(platform, 'PARTICULARS_CHANGE', row))],
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(particularsChangeCase) }),
  }),
})

const ProblemType = builder.objectRef<ValueProblem>('ParticularsValueProblem').implement({
  fields: (t) => ({
    field: t.expose('field', { type: FieldEnum }),
    code: t.expose('code', {
      type: builder.enumType('ParticularsValueProblemCode', {
        description: 'REQUIRED: blank. WRONG: not what such a field holds, a wrong check digit included.',
        values: valueProblems,
      }),
    }),
  }),
})
type Refused = Extract<RequestOutcome, { kind: 'REFUSED' }>
const RequestRefusedType = builder.objectRef<Refused>('ParticularsChangeNotRequested').implement({
  fields: (t) => ({
    reason: t.expose('reason', {
      type: builder.enumType('ParticularsChangeRefusal', {
        description:
          'VALUES: see the problems. EVIDENCE_MISSING: a paper is needed. UNCHANGED: the register says so already. ALREADY_REQUESTED: one of this kind is open.',
        values: requestRefusals,
      }),
    }),
    problems: t.field({ type: [ProblemType], resolve: ({ problems }) => [...problems] }),
  }),
})
const RequestResult = builder.unionType('RequestParticularsChangeResult', {
  types: [ParticularsChangeType, RequestRefusedType],
  resolveType: (outcome) => ('problems' in outcome ? RequestRefusedType : ParticularsChangeType),
})
const StepProblemEnum = builder.enumType('ParticularsChangeProblem', {
  description:
    'TWO_ARE_NEEDED: an account is checked by one and confirmed by another. ONE_IS_ENOUGH: anything else is accepted at once. SAME_PERSON: whoever checked does not confirm.',
  values: [...stepProblems, 'SAME_PERSON', 'NOT_IN_STATE'] as const,
})
const StepRefusedType = builder.objectRef<StepRefused>('ParticularsChangeRefused').implement({
  fields: (t) => ({ problems: t.field({ type: [StepProblemEnum], resolve: ({ problems }) => [...problems] }) }),
})
const StepResult = builder.unionType('ParticularsChangeResult', {
  types: [ParticularsChangeType, StepRefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision
      ? StaleDecisionType
      : 'problems' in outcome
        ? StepRefusedType
        : ParticularsChangeType,
})
const unwrap = (outcome: StepOutcome | StaleDecision) =>
  !(outcome instanceof StaleDecision) && outcome.kind === 'DONE'
    ? outcome.change
    : (outcome as StaleDecision | StepRefused)

const ValueInput = builder.inputType('ParticularsValueInput', {
  fields: (t) => ({
    field: t.field({ type: FieldEnum, required: true }),
    value: t.string({ required: true }),
  }),
})
const RequestInput = builder.inputType('RequestParticularsChangeInput', {
  fields: (t) => ({
    kind: t.field({ type: KindEnum, required: true }),
    values: t.field({
      type: [ValueInput],
      required: true,
      description:
        'Every field of the kind, as it is to be. Of an address DISTRICT can be left out, and with it the address: it stays then.',
    }),
    validFrom: t.field({ type: 'Date', required: true, description: 'From when it is to hold; the licence names it.' }),
    reason: t.string({ required: true, description: '4 to 500 characters.' }),
    files: t.idList({ required: true, description: 'The evidence, handed in with POST /attachments.' }),
  }),
})

builder.queryFields((t) => ({
  particularsChanges: t.field({
    type: [ParticularsChangeType],
    authScopes: { may: 'particulars-change:read' },
    description: `What an employer asked to have changed, latest first; at most ${mostChanges}.`,
    args: { employerId: t.arg.id({ required: true }) },
    resolve: (_root, { employerId }, { platform, viewer }) => readChanges(platform, viewer, employerId),
  }),
  particularsChange: t.field({
    type: ParticularsChangeType,
    authScopes: { may: 'particulars-change:read' },
    description: 'One request, for the employer and for staff; that staff read it is written into the trail.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => readChange(context.platform, context.viewer, id, context),
  }),
}))

builder.mutationField('requestParticularsChange', (t) =>
  t.field({
    type: RequestResult,
    authScopes: { may: 'particulars-change:request' },
    description: 'Asks the office to change what the register says of the employer, with evidence.',
    args: { input: t.arg({ type: RequestInput, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) => {
      const outcome = await requestChange(platform, viewer, origin, input)
      return outcome.kind === 'DONE' ? outcome.change : outcome
    },
  }),
)

const stepFields = [
  ['withdrawParticularsChange', 'WITHDRAW', 'particulars-change:withdraw', 'The employer takes it back.'],
  [
    'checkParticularsChange',
    'CHECK',
    'particulars-change:check',
    'The papers of a new account were looked at; another confirms.',
  ],
  ['acceptParticularsChange', 'ACCEPT', 'particulars-change:accept', 'Writes it into the register from its day on.'],
  [
    'confirmParticularsChange',
    'CONFIRM',
    'particulars-change:confirm',
    'Writes a checked account into the register, by somebody else.',
  ],
] as const satisfies readonly (readonly [string, ChangeStep, string, string])[]
for (const [name, event, permission, description] of stepFields)
  builder.mutationField(name, (t) =>
    t.field({
      type: StepResult,
      authScopes: { may: permission },
      description,
      args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
      resolve: async (_root, decision, { platform, viewer, origin }) =>
        unwrap(await orStale(stepChange(platform, viewer, origin, event, decision))),
    }),
  )
builder.mutationField('refuseParticularsChange', (t) =>
  t.field({
    type: StepResult,
    authScopes: { may: 'particulars-change:refuse' },
    description: 'Nothing changes; the employer reads why and may ask again.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
    },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      unwrap(await orStale(stepChange(platform, viewer, origin, 'REFUSE', decision))),
  }),
)
