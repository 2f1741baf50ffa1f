import { civilDateAt } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { ClerkDutyType, ViewerType } from '../session/index.ts'
import type { ActedFor } from '../session/index.ts'
import {
  acceptMandate,
  declineMandate,
  endMandate,
  grantMandate,
  mandateRefusals,
  mostMandates,
  readMandates,
} from './change-mandates.ts'
import type { MandateRefusal } from './change-mandates.ts'
import { mandateCase } from './mandate-case.ts'
import { mandateTable } from './mandate.lifecycle.ts'
import type { MandateRow } from './mandate.repository.ts'
import { readActedFor, switchEmployer } from './switch-employer.ts'

const MandateStateType = builder.enumType('MandateState', {
  description: 'ACCEPTED: the agency acts from its first to its last day. ENDED: by either side.',
  values: mandateTable.states,
})

const MandateType = builder.objectRef<MandateRow>('Mandate').implement({
  description: 'That an agency acts for an employer, from day to day (委托代理).',
  fields: (t) => ({
    id: t.exposeID('id'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, mandateCase, row),
    }),
    employerId: t.exposeID('employerId', { description: 'Who gave it.' }),
    employerName: t.exposeString('employerName'),
    employerNo: t.exposeString('employerNo'),
    agencyId: t.exposeID('agencyId', { description: 'Whose clerks act under it.' }),
    agencyName: t.exposeString('agencyName'),
    agencyNo: t.exposeString('agencyNo'),
    duties: t.field({ type: [ClerkDutyType], resolve: ({ duties }) => duties }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'First day.' }),
    validTo: t.expose('validTo', { type: 'Date', description: 'Last day.' }),
    state: t.field({ type: MandateStateType, resolve: ({ status }) => status }),
    endedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'On which day one side declined or ended it; null while it is open, its last day over or not.',
      resolve: ({ endedAt }) => (endedAt ? civilDateAt(endedAt) : null),
    }),
    begun: t.boolean({
      description: 'Its first day has come.',
      resolve: ({ validFrom }, _args, { platform }) => validFrom <= platform.clock.today(),
    }),
    over: t.boolean({
      description: 'Its last day is over.',
      resolve: ({ validTo }, _args, { platform }) => validTo < platform.clock.today(),
    }),
  }),
})

const RefusedType = builder.objectRef<{ reason: MandateRefusal }>('MandateRefused').implement({
  fields: (t) => ({
    reason: t.expose('reason', {
      type: builder.enumType('MandateRefusal', {
        description:
          'NO_SUCH_AGENCY: nobody of this number is registered here. ITSELF: the employer’s own number. ALREADY: one is open between the two.',
        values: mandateRefusals,
      }),
    }),
  }),
})
const GrantResult = builder.unionType('GrantMandateResult', {
  types: [MandateType, RefusedType],
  resolveType: (outcome) => ('reason' in outcome ? RefusedType : MandateType),
})
const DecisionResult = builder.unionType('MandateResult', {
  types: [MandateType, StaleDecisionType],
  resolveType: (outcome) => (outcome instanceof StaleDecision ? StaleDecisionType : MandateType),
})

const GrantInputType = builder.inputType('GrantMandateInput', {
  fields: (t) => ({
    agencyNumber: t.string({ required: true, description: 'Registration number or credit code.' }),
    duties: t.field({ type: [ClerkDutyType], required: true, description: 'ADMINISTER is never given away.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day: today or later.' }),
    validTo: t.field({ type: 'Date', required: true, description: 'Last day, at most three years later.' }),
  }),
})

const ActedForType = builder.objectRef<ActedFor>('EmployerActedFor').implement({
  description: 'An employer the account may act for.',
  fields: (t) => ({
    employerId: t.exposeID('employerId'),
    name: t.exposeString('name'),
    registrationNo: t.exposeString('registrationNo'),
    mandateTo: t.expose('mandateTo', {
      type: 'Date',
      nullable: true,
      description: 'Last day of the mandate; null for an employer the account is a clerk of.',
    }),
  }),
})

const ViewerMandateType = builder
  .objectRef<{ id: string; agencyId: string; validTo: string; stands: boolean }>('ViewerMandate')
  .implement({
    fields: (t) => ({
      id: t.exposeID('id'),
      agencyId: t.exposeID('agencyId'),
      validTo: t.expose('validTo', { type: 'Date', description: 'Last day.' }),
      stands: t.exposeBoolean('stands', { description: 'False: it has ended, and nothing is let through under it.' }),
    }),
  })
builder.objectField(ViewerType, 'mandate', (t) =>
  t.field({
    type: ViewerMandateType,
    nullable: true,
    description: 'Under which an agency’s clerk acts for the employer; null for a clerk of the employer itself.',
    resolve: (viewer) => (viewer.kind === 'EMPLOYER' ? (viewer.mandate ?? null) : null),
  }),
)

builder.queryFields((t) => ({
  mandates: t.field({
    type: [MandateType],
    authScopes: { may: 'mandate:read' },
    description: `Those that an employer gave and those it received, open ones first; at most ${mostMandates}.`,
    args: { employerId: t.arg.id({ required: true }) },
    resolve: (_root, { employerId }, { platform, viewer }) => readMandates(platform, viewer, employerId),
  }),
  employersActedFor: t.field({
    type: [ActedForType],
    authScopes: { may: 'employer:switch' },
    description: `Whom the account may act for today, its own employers first; at most ${mostMandates}.`,
    resolve: (_root, _args, { platform, viewer }) => readActedFor(platform, viewer),
  }),
}))

builder.mutationFields((t) => ({
  switchEmployer: t.field({
    type: ViewerType,
    authScopes: { may: 'employer:switch' },
    description: 'From here on this session acts for that employer. NOT_FOUND for one the account may not act for.',
    args: { employerId: t.arg.id({ required: true }) },
    resolve: (_root, { employerId }, { platform, viewer, origin }) =>
      switchEmployer(platform, viewer, origin, employerId),
  }),
  grantMandate: t.field({
    type: GrantResult,
    authScopes: { may: 'mandate:grant' },
    description: 'Offers an agency to act for the employer. It acts once it has accepted.',
    args: { input: t.arg({ type: GrantInputType, required: true }) },
    resolve: async (_root, { input }, { platform, viewer, origin }) => {
      const outcome = await grantMandate(platform, viewer, origin, input)
      return typeof outcome === 'string' ? { reason: outcome } : outcome
    },
  }),
  acceptMandate: t.field({
    type: DecisionResult,
    authScopes: { may: 'mandate:accept' },
    description: 'By an administrator of the agency: its clerks may switch to the employer from the first day on.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, decision, { platform, viewer, origin }) =>
      orStale(acceptMandate(platform, viewer, origin, decision)),
  }),
  declineMandate: t.field({
    type: DecisionResult,
    authScopes: { may: 'mandate:decline' },
    description: 'By an administrator of the agency. The employer may offer another one.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, decision, { platform, viewer, origin }) =>
      orStale(declineMandate(platform, viewer, origin, decision)),
  }),
  endMandate: t.field({
    type: DecisionResult,
    authScopes: { may: 'mandate:end' },
    description: 'By either side, at once.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, decision, { platform, viewer, origin }) => orStale(endMandate(platform, viewer, origin, decision)),
  }),
}))
