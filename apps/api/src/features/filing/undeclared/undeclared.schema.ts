import { fen } from '@shebao/kernel'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import { listUndeclaredEmployers } from './list-undeclared.ts'
import type { UndeclaredEmployer } from './list-undeclared.ts'
import { remindUndeclared } from './remind-undeclared.ts'
import type { Reminded } from './remind-undeclared.ts'
import { undeclaredStates } from './undeclared-codes.ts'
import { latestMonths, readLatestMonth, readUndeclaredMonth } from './undeclared-month.ts'
import type { UndeclaredMonth } from './undeclared-month.ts'
import { countUndeclared } from './undeclared.repository.ts'

const StateEnum = builder.enumType('UndeclaredState', {
  description: 'OPEN: the month has no bill. DEEMED: it was billed by 110 % or by the office’s amount (SIL 62).',
  values: undeclaredStates,
})

const MonthType = builder.objectRef<UndeclaredMonth>('UndeclaredMonth').implement({
  description: 'A month of the office, and how many employers have not declared it.',
  fields: (t) => ({
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    monthlySelf: t.exposeBoolean('monthlySelf', {
      description: 'False: an unchanged earlier declaration covers the month, and nobody has to declare it.',
    }),
    hasCutOff: t.exposeBoolean('hasCutOff', {
      description: 'False: the region sets no day, and the month’s last one is it.',
    }),
    dueOn: t.field({ type: 'Date', description: 'The last day for it.', resolve: ({ dueOn }) => dueOn }),
    overdueDays: t.exposeInt('overdueDays', { description: 'Since then; 0 while it is not over.' }),
    months: t.field({
      type: ['Period'],
      description: 'Those that can be looked at, the latest first.',
      resolve: (_month, _args, { platform }) => latestMonths(platform),
    }),
    employers: t.int({
      description: 'With people in the month and without a declaration of it.',
      complexity: 50,
      resolve: async (month, _args, { platform }) =>
        month.monthlySelf ? (await countUndeclared(platform, month)).employers : 0,
    }),
    deemed: t.int({
      description: 'Of them, billed by SIL 62.',
      complexity: 50,
      resolve: async (month, _args, { platform }) =>
        month.monthlySelf ? (await countUndeclared(platform, month)).deemed : 0,
    }),
  }),
})

const EmployerType = builder.objectRef<UndeclaredEmployer>('UndeclaredEmployer').implement({
  description: 'An employer that has not declared the month.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Of the employer.' }),
    name: t.exposeString('name'),
    registrationNo: t.exposeString('registrationNo'),
    industry: t.exposeString('industry'),
    people: t.exposeInt('people', { description: 'Enrolled in the month.' }),
    extendedTo: t.expose('extendedTo', {
      type: 'Date',
      nullable: true,
      description: 'The office moved the last day of the month to this one for it.',
    }),
    lastPeriod: t.field({
      type: 'Period',
      nullable: true,
      description: 'The last month that it declared; null when it never did.',
      resolve: ({ last }) => last?.period ?? null,
    }),
    lastTotal: t.field({
      type: 'Fen',
      nullable: true,
      description: 'What that month cost.',
      resolve: ({ last }) => last?.total ?? null,
    }),
    deemedTotal: t.field({
      type: 'Fen',
      nullable: true,
      description: '110 % of it, by insurance and side.',
      resolve: ({ deemed }) => deemed ?? null,
    }),
    reminders: t.exposeInt('reminders', { description: 'Sent for this month.' }),
    lastRemindedOn: t.field({ type: 'Date', nullable: true, resolve: ({ lastRemindedOn }) => lastRemindedOn }),
    begun: t.exposeBoolean('begun', {
      description: 'A declaration of the month was begun or is with the employer again.',
    }),
    proposed: t.exposeBoolean('proposed', { description: 'A deemed assessment waits for another person.' }),
    noticeId: t.exposeID('noticeId', { nullable: true, description: 'Its deemed bill of the month.' }),
    noticeNumber: t.exposeString('noticeNumber', { nullable: true }),
    noticeTotal: t.field({
      type: 'Fen',
      nullable: true,
      resolve: ({ noticeTotal }) => (noticeTotal === null ? null : fen(Number(noticeTotal))),
    }),
  }),
})
const EmployerConnection = builder.connectionObject({ type: EmployerType, name: 'UndeclaredEmployerConnection' })

const RemindedType = builder.objectRef<Reminded>('UndeclaredReminded').implement({
  fields: (t) => ({
    reminded: t.exposeInt('reminded'),
    already: t.exposeInt('already', { description: 'Had been reminded today.' }),
    settled: t.exposeInt('settled', { description: 'Declared meanwhile, or have nothing to declare.' }),
  }),
})

builder.queryFields((t) => ({
  undeclaredMonth: t.field({
    type: MonthType,
    authScopes: { may: 'undeclared:read' },
    description: 'Until when a month had to be declared, and how many employers have not.',
    args: {
      period: t.arg({
        type: 'Period',
        description: 'Without it the latest month whose last day is over.',
      }),
    },
    resolve: (_root, { period }, { platform, viewer }) => {
      requireMay(viewer, 'undeclared:read')
      return period ? readUndeclaredMonth(platform, period) : readLatestMonth(platform)
    },
  }),
  undeclaredEmployers: t.field({
    type: EmployerConnection,
    authScopes: { may: 'undeclared:read' },
    description: 'Who has not declared a month, by name; 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      period: t.arg({ type: 'Period', required: true }),
      text: t.arg.string({
        description:
          'Part of the name, or the beginning of a registration number (its first six digits are the district) or credit code.',
      }),
      industry: t.arg.string({ description: 'A code of GB/T 4754 as the unit form has it.' }),
      state: t.arg({ type: StateEnum }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await listUndeclaredEmployers(platform, viewer, args), args, ({ name, id }) => [name, id]),
  }),
}))

builder.mutationField('remindUndeclared', (t) =>
  t.field({
    type: RemindedType,
    authScopes: { may: 'undeclared:remind' },
    description: 'Reminds employers of a month that they have not declared, each once a day.',
    args: { period: t.arg({ type: 'Period', required: true }), employerIds: t.arg.idList({ required: true }) },
    resolve: (_root, { period, employerIds }, { platform, viewer, origin }) =>
      remindUndeclared(platform, viewer, { period, employerIds, origin }),
  }),
)
