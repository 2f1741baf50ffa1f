import { REGISTRATION_FIELDS } from '@shebao/declaration-rules'
import type { RegistrationField } from '@shebao/declaration-rules'
import { oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { beneath, notedInClear } from '../../../graphql/personal.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { AttachmentType, filesOf } from '../attachment/index.ts'
import { EmployerType, findOpenOnlineFilings } from '../employer/index.ts'
import { approveRegistration, findKnownUnit, formOf, refuseRegistration } from './decide-registration.ts'
import type { DecisionOutcome, DecisionProblem } from './decide-registration.ts'
import { readRegistration } from './read-registration.ts'
import { approvalProblems, registrationCase } from './registration-case.ts'
import { registrationTable } from './registration.lifecycle.ts'
import { countRivals, listVersions } from './registration.repository.ts'
import type { FieldNote, RegistrationRow, VersionRow } from './registration.repository.ts'

export const RegistrationFieldEnum = builder.enumType('RegistrationField', {
  description: 'What an employer says of itself when it registers.',
  values: REGISTRATION_FIELDS,
})
export const RegistrationStateEnum = builder.enumType('RegistrationState', {
  description: 'OPENED: begun, not sent. REFUSED: it can be corrected and sent again.',
  values: registrationTable.states,
})
const readField = (field: string): RegistrationField => oneOf(REGISTRATION_FIELDS, field, 'field of a registration')

export const RegistrationValueType = builder
  .objectRef<{ field: RegistrationField; value: string }>('RegistrationValue')
  .implement({
    personal: beneath,
    fields: (t) => ({ field: t.expose('field', { type: RegistrationFieldEnum }), value: t.exposeString('value') }),
  })
export const RegistrationNoteType = builder.objectRef<FieldNote>('RegistrationFieldNote').implement({
  fields: (t) => ({
    field: t.field({ type: RegistrationFieldEnum, resolve: ({ field }) => readField(field) }),
    note: t.exposeString('note', { description: 'What is wrong with this field.' }),
  }),
})
export const RegistrationVersionType = builder.objectRef<VersionRow>('RegistrationVersion').implement({
  fields: (t) => ({
    version: t.exposeInt('version'),
    submittedAt: t.expose('submittedAt', { type: 'DateTime' }),
    note: t.exposeString('note', { nullable: true, description: 'Why it was refused.' }),
    fieldNotes: t.field({ type: [RegistrationNoteType], resolve: ({ fieldNotes }) => fieldNotes }),
  }),
})

/** What was stated, field by field, in the order in which it is asked. */
export function statedIn(platform: Parameters<typeof formOf>[0], row: RegistrationRow) {
  const values = formOf(platform, row)
  return REGISTRATION_FIELDS.flatMap((field) => {
    const value = values[field]
    return value === undefined ? [] : [{ field, value }]
  })
}

export const RegistrationType = builder.objectRef<RegistrationRow>('Registration').implement({
  personal: notedInClear(
    {
      to: 'registration:read',
      reason: { en: 'It is held against the licence.', zh: '与营业执照核对。' },
    },
    'READ_REGISTRATION',
  ),
  description: 'An employer that registers by itself and asks to file online, as staff see it (SIL 57; R765 6).',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, registrationCase, row),
    }),
    state: t.field({ type: RegistrationStateEnum, resolve: (row) => registrationCase.state(row) }),
    version: t.exposeInt('version', { description: 'How often it was sent.' }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    values: t.field({
      type: [RegistrationValueType],
      description: 'In clear, to hold it against the licence; that it was read is written into the trail.',
      resolve: (row, _args, { platform }) => statedIn(platform, row),
    }),
    versions: t.field({
      type: [RegistrationVersionType],
      description: 'The latest first.',
      resolve: (row, _args, { platform }) => listVersions(platform, row.id),
    }),
    files: t.field({
      type: [AttachmentType],
      description: 'The licence.',
      resolve: async (row, _args, { platform }) => [...(await filesOf(platform, 'REGISTRATION', row))],
    }),
    unit: t.field({
      type: EmployerType,
      nullable: true,
      description: 'The unit the register knows under this credit code: nothing of it changes with an approval.',
      resolve: (row, _args, { platform }) => findKnownUnit(platform, row),
    }),
    unitFilesOnline: t.boolean({
      description: 'That unit is approved for online filing already.',
      resolve: async (row, _args, { platform }) => {
        const unit = await findKnownUnit(platform, row)
        const open = unit ? await findOpenOnlineFilings(platform, unit.id) : []
        return open.some(({ status }) => status === 'STANDING')
      },
    }),
    rivals: t.int({
      description: 'Further applications that wait under the same credit code.',
      resolve: (row, _args, { platform }) => countRivals(platform, row),
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(registrationCase) }),
  }),
})

interface RefusedShape {
  problems: readonly DecisionProblem[]
}
const RefusedType = builder.objectRef<RefusedShape>('RegistrationDecisionRefused').implement({
  fields: (t) => ({
    problems: t.field({
      type: [
        builder.enumType('RegistrationDecisionProblem', {
          description:
            'CANCELLED: the unit of this credit code was cancelled. FILES_ALREADY: it files online and has clerks, who invite further ones. APPLICATION_WAITS: its own clerks asked to file online. CLASS_NEEDED: a new unit needs its work-injury class. NOT_IN_STATE: somebody decided before.',
          values: [...approvalProblems, 'NOT_IN_STATE'] as const,
        }),
      ],
      resolve: ({ problems }) => [...problems],
    }),
  }),
})
const ResultType = builder.unionType('RegistrationResult', {
  types: [RegistrationType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : 'problems' in outcome ? RefusedType : RegistrationType,
})
const shaped = (outcome: DecisionOutcome | StaleDecision): RegistrationRow | RefusedShape | StaleDecision =>
  outcome instanceof StaleDecision || outcome.kind === 'REFUSED' ? outcome : outcome.row

const NoteInput = builder.inputType('RegistrationFieldNoteInput', {
  fields: (t) => ({
    field: t.field({ type: RegistrationFieldEnum, required: true }),
    note: t.string({ required: true, description: '2 to 200 characters.' }),
  }),
})

builder.queryField('registration', (t) =>
  t.field({
    type: RegistrationType,
    authScopes: { may: 'registration:read' },
    description: 'One application of an employer; that staff read it is written into the trail.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, context) => readRegistration(context.platform, context.viewer, id, context),
  }),
)
builder.mutationFields((t) => ({
  approveRegistration: t.field({
    type: ResultType,
    authScopes: { may: 'registration:approve' },
    description:
      'Brings the employer into the register as it stated itself, lets it file online, and makes the account of its first clerk. A unit that the register knows stays as it is and may file online.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      injuryClass: t.arg.int({ description: 'Of a unit that is new: its work-injury class, 1 to 8 (SIL 34).' }),
    },
    resolve: async (_root, { injuryClass, ...decision }, { platform, viewer, origin }) =>
      shaped(
        await orStale(
          approveRegistration(platform, viewer, origin, { ...decision, injuryClass: injuryClass ?? undefined }),
        ),
      ),
  }),
  refuseRegistration: t.field({
    type: ResultType,
    authScopes: { may: 'registration:refuse' },
    description: 'The applicant reads why, and may correct it and send it again.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
      fieldNotes: t.arg({ type: [NoteInput], required: true, description: 'What is wrong, field by field.' }),
    },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(refuseRegistration(platform, viewer, origin, decision))),
  }),
}))
