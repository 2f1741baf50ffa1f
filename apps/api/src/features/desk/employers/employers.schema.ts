import { fen } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { keysetPage } from '../../../access/keyset.ts'
import { employerSorts } from './employers.repository.ts'
import type { EmployerSums } from './employers.repository.ts'
import { countEmployers, employerKey, listEmployers } from './list-employers.ts'
import type { EmployerItem } from './list-employers.ts'

const EmployerSortEnum = builder.enumType('EmployerSort', {
  description: 'OVERDUE_LONGEST: whose oldest overdue notice is the oldest comes first; amounts go from the largest.',
  values: employerSorts,
})

const EmployerLineType = builder.objectRef<EmployerItem>('EmployerLine').implement({
  description: 'An employer in the list of the office, with what it owes.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the employer.' }),
    name: t.exposeString('name'),
    registrationNo: t.exposeString('registrationNo'),
    creditCode: t.exposeString('creditCode'),
    unitType: t.exposeString('unitType'),
    owed: t.field({
      type: 'Fen',
      description: 'Billed and not paid, late fees as far as they are booked.',
      resolve: ({ owed }) => fen(Number(owed)),
    }),
    overdue: t.field({
      type: 'Fen',
      description: 'Of that, what is past its last day.',
      resolve: ({ overdue }) => fen(Number(overdue)),
    }),
    overdueNotices: t.exposeInt('overdueNotices'),
    overdueDays: t.exposeInt('overdueDays', { description: 'Since the last day of the oldest; 0 when nothing is.' }),
    insured: t.exposeInt('insured', { description: 'People insured this month.' }),
    lastFiledYear: t.exposeInt('lastFiledYear', { nullable: true }),
    lastFiledAt: t.expose('lastFiledAt', { type: 'DateTime', nullable: true }),
  }),
})
const EmployerLineConnection = builder.connectionObject({ type: EmployerLineType, name: 'EmployerLineConnection' })

const SumsType = builder.objectRef<EmployerSums>('EmployerSums').implement({
  fields: (t) => ({
    employers: t.exposeInt('employers'),
    debtors: t.exposeInt('debtors', { description: 'With something overdue.' }),
    overdue: t.field({ type: 'Fen', resolve: ({ overdue }) => fen(Number(overdue)) }),
  }),
})

builder.queryFields((t) => ({
  employerList: t.field({
    type: EmployerLineConnection,
    complexity: 200,
    authScopes: { may: 'employer:list' },
    description: 'Employers with what they owe, for staff; 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      sort: t.arg({ type: EmployerSortEnum, defaultValue: 'NAME' }),
      overdueOnly: t.arg.boolean({ defaultValue: false }),
      text: t.arg.string({
        description: 'Part of the name, or the beginning of a registration number or credit code.',
      }),
      owedFrom: t.arg({ type: 'Fen', description: 'Owes at least so much.' }),
      overdueDaysFrom: t.arg.int({ description: 'Its oldest notice is overdue so many days.' }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await listEmployers(platform, viewer, args), args, employerKey(args.sort ?? 'NAME')),
  }),
  employerSums: t.field({
    type: SumsType,
    complexity: 50,
    authScopes: { may: 'employer:list' },
    description: 'How many employers there are, how many of them are overdue, and with how much.',
    resolve: (_root, _args, { platform, viewer }) => countEmployers(platform, viewer),
  }),
}))
