import { builder } from '../../../graphql/builder.ts'
import { alertRules } from '../../../operations/alert-rules.ts'
import type { AlertRule } from '../../../operations/alert-rules.ts'
import type { AlertRow } from './alert.repository.ts'
import { readAlerts } from './read-alerts.ts'
import type { OfficeAlerts } from './read-alerts.ts'

const AlertName = builder.enumType('AlertName', {
  description: 'A rule of the product about itself; the name is that of deploy/prometheus/alerts.yml.',
  values: alertRules.map(({ name }) => name),
})
const AlertUrgency = builder.enumType('AlertUrgency', {
  description: 'NOW: people cannot work, or something is lost soon. TODAY: it becomes that.',
  values: ['NOW', 'TODAY'] as const,
})

const ruleOf = (name: AlertRow['name']): AlertRule | undefined => alertRules.find((rule) => rule.name === name)

const AlertType = builder.objectRef<AlertRow>('OfficeAlert').implement({
  description: 'A state that somebody has to do something about.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => String(id) }),
    name: t.expose('name', { type: AlertName }),
    urgency: t.field({
      type: AlertUrgency,
      resolve: ({ name }) => ruleOf(name)?.urgency ?? 'TODAY',
    }),
    which: t.stringList({
      description: 'Which of several: the job, the folder, the standby.',
      // What the rule itself names says nothing more.
      resolve: ({ name, labels }) => {
        const named = ruleOf(name)?.labels ?? {}
        return Object.entries(labels)
          .filter(([label]) => !(label in named))
          .map(([, value]) => String(value))
      },
    }),
    process: t.exposeString('process', {
      nullable: true,
      description: 'The process that it is of; nothing where it is the office’s.',
    }),
    beganAt: t.expose('beganAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    toldAt: t.expose('beginToldAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the webhook took that it began.',
    }),
  }),
})

const AlertsType = builder.objectRef<OfficeAlerts>('OfficeAlerts').implement({
  description: 'What the product holds against itself; every process looks once a minute.',
  fields: (t) => ({
    standing: t.field({
      type: [AlertType],
      description: 'Those that cannot wait first; at most 200.',
      resolve: ({ standing }) => [...standing],
    }),
    ended: t.field({
      type: [AlertType],
      description: 'Over within the last thirty days, the latest first; at most 50.',
      resolve: ({ ended }) => [...ended],
    }),
    lookedAt: t.expose('lookedAt', { type: 'DateTime', nullable: true, description: 'The last look of any process.' }),
    current: t.exposeBoolean('current', { description: 'Whether that was within three minutes.' }),
    processes: t.exposeInt('processes', { description: 'How many processes have looked within a day.' }),
    webhook: t.exposeBoolean('webhook', { description: 'Whether somebody outside is told.' }),
  }),
})

builder.queryField('officeAlerts', (t) =>
  t.field({
    type: AlertsType,
    complexity: 50,
    authScopes: { may: 'alert:read' },
    description: 'What is wrong with the product and its jobs, and what was lately.',
    resolve: (_root, _args, { platform, viewer }) => readAlerts(platform, viewer),
  }),
)
