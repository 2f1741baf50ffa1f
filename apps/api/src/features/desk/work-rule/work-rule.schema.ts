import { requireMay } from '../../../access/permissions.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { openingOutlook } from '../../../case/procedure.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { OpeningOutlookType, procedure, procedureOf, requireStaff } from '../../../graphql/procedure.ts'
import { addAbsences } from './absence.schema.ts'
import { proposeWorkRule, stepWorkRule, workRuleRefusals } from './propose-work-rule.ts'
import type { WorkRuleOutcome, WorkRuleRefusal } from './propose-work-rule.ts'
import { workRuleCase } from './work-rule-case.ts'
import { workRuleTable } from './work-rule.lifecycle.ts'
import { listWorkRules } from './work-rule.repository.ts'
import type { NamedAccount, WorkRuleRow } from './work-rule.repository.ts'

class Refused {
  readonly reason: WorkRuleRefusal
  constructor(reason: WorkRuleRefusal) {
    this.reason = reason
  }
}
const shaped = (outcome: WorkRuleOutcome): WorkRuleRow | Refused =>
  typeof outcome === 'string' ? new Refused(outcome) : outcome

const PersonType = builder.objectRef<NamedAccount>('WorkRulePerson').implement({
  fields: (t) => ({ id: t.exposeID('id'), name: t.exposeString('name') }),
})
const RuleType = builder.objectRef<WorkRuleRow>('WorkRule').implement({
  description: 'To whom a case that enters a queue goes; what it does not name fits every case.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeInt('number', { description: 'The lowest that fits and finds somebody gives.' }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, workRuleCase, row),
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(workRuleCase) }),
    state: t.field({
      type: builder.enumType('WorkRuleState', { values: workRuleTable.states }),
      resolve: (row) => workRuleCase.state(row),
    }),
    lifecycle: t.string({
      nullable: true,
      description: 'Kind of work, as `WorkLifecycle` writes it.',
      resolve: ({ lifecycle }) => lifecycle?.replaceAll('-', '_').toUpperCase() ?? null,
    }),
    districtId: t.exposeID('districtId', { nullable: true }),
    industry: t.exposeString('industry', { nullable: true, description: 'Letter of GB/T 4754.' }),
    numberFrom: t.exposeString('numberFrom', { nullable: true, description: 'Of the employer’s registration number.' }),
    numberTo: t.exposeString('numberTo', { nullable: true }),
    people: t.field({
      type: [PersonType],
      description: 'One, or several who take turns.',
      resolve: ({ people }) => [...people],
    }),
    reason: t.exposeString('reason'),
    requesterName: t.exposeString('requesterName'),
    requestedAt: t.expose('requestedAt', { type: 'DateTime' }),
    deciderName: t.exposeString('deciderName', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    refusal: t.exposeString('refusal', { nullable: true, description: 'Why it was refused.' }),
  }),
})
const RefusedType = builder.objectType(Refused, {
  name: 'WorkRuleRefused',
  fields: (t) => ({
    reason: t.expose('reason', {
      type: builder.enumType('WorkRuleRefusal', {
        description:
          'PEOPLE: nobody, or somebody who handles no cases. RANGE: no range of numbers. SAME_PERSON: proposed it.',
        values: workRuleRefusals,
      }),
    }),
  }),
})
const ProposalResult = builder.unionType('WorkRuleProposalResult', {
  types: [RuleType, RefusedType],
  resolveType: (outcome) => (outcome instanceof Refused ? RefusedType : RuleType),
})
const StepResult = builder.unionType('WorkRuleResult', {
  types: [RuleType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome instanceof Refused ? RefusedType : RuleType,
})

/** The contract of the rules, over the kinds of work that wait for staff. */
export function addWorkRules(lifecycles: readonly string[]): void {
  const known = new Map(lifecycles.map((name) => [name.replaceAll('-', '_').toUpperCase(), name]))
  const KindEnum = builder.enumType('WorkRuleKind', {
    description: 'Kinds of work that a rule can name.',
    values: Object.fromEntries([...known].map(([name, value]) => [name, { value }])),
  })
  const ProposalInput = builder.inputType('WorkRuleInput', {
    fields: (t) => ({
      lifecycle: t.field({ type: KindEnum }),
      districtId: t.id(),
      industry: t.string({ description: 'Letter of GB/T 4754.' }),
      numberFrom: t.string({ description: 'Of the employer’s registration number, both ends included.' }),
      numberTo: t.string(),
      accountIds: t.idList({ required: true, description: 'One, or several who take turns; 1 to 50.' }),
      reason: t.string({ required: true, description: '4 to 500 characters.' }),
    }),
  })
  builder.queryFields((t) => ({
    workRules: t.field({
      type: [RuleType],
      complexity: 200,
      authScopes: { may: 'work-rule:read' },
      description: 'What waits and what holds first, by number; at most 200.',
      resolve: (_root, _args, { platform, viewer }) => {
        requireMay(viewer, 'work-rule:read')
        return listWorkRules(platform)
      },
    }),
    workRuleOutlook: t.field({
      type: OpeningOutlookType,
      authScopes: { may: 'work-rule:read' },
      description: 'Whether a rule that the asker proposes can be decided.',
      resolve: (_root, _args, { platform, viewer }) =>
        openingOutlook(platform, workRuleTable, 'PROPOSE', requireStaff(viewer, 'work-rule:read')),
    }),
  }))
  builder.mutationFields((t) => ({
    proposeWorkRule: t.field({
      type: ProposalResult,
      authScopes: { may: 'work-rule:propose' },
      description: 'Proposes to whom cases go that fit; it does nothing until somebody else publishes it.',
      args: { input: t.arg({ type: ProposalInput, required: true }) },
      resolve: async (_root, { input }, { platform, viewer, origin }) =>
        shaped(await proposeWorkRule(platform, viewer, origin, input)),
    }),
    refuseWorkRule: t.field({
      type: StepResult,
      authScopes: { may: 'work-rule:refuse' },
      description: 'Whoever proposed reads why.',
      args: {
        id: t.arg.id({ required: true }),
        decidedOn: t.arg(decidedOn),
        reason: t.arg.string({ required: true, description: '4 to 500 characters.' }),
      },
      resolve: async (_root, decision, { platform, viewer, origin }) =>
        orStale(stepWorkRule(platform, viewer, origin, 'REFUSE', decision).then(shaped)),
    }),
  }))
  addSteps()
  addAbsences()
}

function addSteps(): void {
  for (const [name, event, permission, description] of [
    ['publishWorkRule', 'PUBLISH', 'work-rule:publish', 'It holds for what enters a queue from now on.'],
    ['withdrawWorkRule', 'WITHDRAW', 'work-rule:withdraw', 'It is not proposed any more.'],
    ['endWorkRule', 'END', 'work-rule:end', 'It gives nothing any more; what it gave stays whose it is.'],
  ] as const)
    builder.mutationField(name, (t) =>
      t.field({
        type: StepResult,
        authScopes: { may: permission },
        description,
        args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
        resolve: async (_root, decision, { platform, viewer, origin }) =>
          orStale(stepWorkRule(platform, viewer, origin, event, decision).then(shaped)),
      }),
    )
}
