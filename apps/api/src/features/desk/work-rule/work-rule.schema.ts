import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import { proposalSteps, shaped } from '../../../graphql/proposal-steps.ts'
import { addAbsences } from './absence.schema.ts'
import { proposeWorkRule, stepWorkRule, workRuleRefusals } from './propose-work-rule.ts'
import { workRuleCase } from './work-rule-case.ts'
import { listWorkRules } from './work-rule.repository.ts'
import type { NamedAccount, WorkRuleRow } from './work-rule.repository.ts'

const PersonType = builder.objectRef<NamedAccount>('WorkRulePerson').implement({
  fields: (t) => ({ id: t.exposeID('id'), name: t.exposeString('name') }),
})
const RuleType = builder.objectRef<WorkRuleRow>('WorkRule').implement({
  description: 'To whom a case that enters a queue goes; what it does not name fits every case.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'The lowest that fits and finds somebody gives.' }),
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
  }),
})
const { ProposalResult } = proposalSteps({
  name: 'WorkRule',
  type: RuleType,
  lifecycle: workRuleCase,
  opening: 'PROPOSE',
  read: 'work-rule:read',
  outlook: 'Whether a rule that the asker proposes can be decided.',
  answer: 'WorkRuleProposalResult',
  refused: {
    values: workRuleRefusals,
    description:
      'PEOPLE: nobody, or somebody who handles no cases. RANGE: no range of numbers. SAME_PERSON: proposed it.',
  },
  steps: [
    ['PUBLISH', 'It holds for what enters a queue from now on.'],
    ['REFUSE', 'Whoever proposed reads why.'],
    ['WITHDRAW', 'It is not proposed any more.'],
    ['END', 'It gives nothing any more; what it gave stays whose it is.'],
  ],
  take: stepWorkRule,
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
  }))
  addAbsences()
}
