import { period } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { checkedKinds } from '../../filing/declaration/index.ts'
import { readRuleFailures } from './read-rule-failures.ts'
import type { FailedRule } from './read-rule-failures.ts'
import type { RuleMonth } from './rule-failures.repository.ts'

const KindEnum = builder.enumType('CheckedListKind', {
  description: 'ANNUAL_INSPECTION: the unit form and the list of personnel. MONTHLY: the changes of a month.',
  values: checkedKinds,
})

const MonthType = builder.objectRef<RuleMonth>('RuleFailureMonth').implement({
  fields: (t) => ({
    period: t.field({
      type: 'Period',
      description: 'In which lists were checked.',
      resolve: (month) => period(month.period),
    }),
    checks: t.exposeInt('checks', {
      description: 'Lists that failed it; a list of more than 2,500 people counts in parts.',
    }),
    failures: t.exposeInt('failures', { description: 'Rows and answers in them that failed it.' }),
  }),
})

const RuleType = builder.objectRef<FailedRule>('FailedRule').implement({
  description: 'A rule of the declarations that lists did not satisfy; of nobody in particular.',
  fields: (t) => ({
    id: t.exposeID('id'),
    code: t.string({
      nullable: true,
      description: 'What kind of rule it is; null of one that this version of the product no longer has.',
      resolve: ({ rule }) => rule?.code ?? null,
    }),
    blocks: t.boolean({
      description: 'It keeps a list from being handed in.',
      resolve: ({ rule }) => rule?.severity === 'error',
    }),
    fields: t.stringList({ description: 'What it asks about.', resolve: ({ rule }) => rule?.fields ?? [] }),
    source: t.string({ nullable: true, description: 'Law or standard.', resolve: ({ rule }) => rule?.source ?? null }),
    failures: t.exposeInt('failures'),
    months: t.field({ type: [MonthType], resolve: ({ months }) => months }),
  }),
})

builder.queryFields((t) => ({
  ruleFailures: t.field({
    type: [RuleType],
    complexity: 100,
    authScopes: { may: 'statistics:read' },
    description: 'Which rules lists failed most when they came from a file or were handed in, by month.',
    args: {
      kind: t.arg({ type: KindEnum, required: true }),
      from: t.arg({ type: 'Period', required: true }),
      to: t.arg({ type: 'Period', required: true }),
    },
    resolve: (_root, args, { platform, viewer }) => readRuleFailures(platform, viewer, args),
  }),
}))
