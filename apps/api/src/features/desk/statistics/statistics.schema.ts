import { fen, period } from '@shebao/kernel'
import { keysetPage } from '../../../access/keyset.ts'
import { builder } from '../../../graphql/builder.ts'
import type { AgeSum, OverdueBill } from './arrears.repository.ts'
import { measureOf } from './employers-behind.repository.ts'
import type { EmployerBehind } from './employers-behind.repository.ts'
import { readAges, readOutlook, readPeople, readStatistics } from './read-statistics.ts'
import type { District, StatisticFigure, StatisticOutlook, Statistics } from './read-statistics.ts'
import type { TraitCount } from './people.repository.ts'
import { readEmployersBehind, readOverdueBills } from './rows-behind.ts'
import { overdueAges, peopleTraits, statisticDimensions, statisticMeasures } from './statistics-codes.ts'

const DimensionEnum = builder.enumType('StatisticDimension', {
  description: 'By what figures stand beside each other: DISTRICT is the six digits in the registration number.',
  values: statisticDimensions,
})
const MeasureEnum = builder.enumType('StatisticMeasure', {
  description:
    'PEOPLE: insured. BASE: declared. CHARGED: billed. SETTLED: collected. OPEN: neither paid nor written off.',
  values: statisticMeasures,
})
const AgeEnum = builder.enumType('OverdueAge', {
  description: 'Days overdue: up to 30, 31 to 90, 91 to 365, more than 365.',
  values: overdueAges,
})
const TraitEnum = builder.enumType('PeopleTrait', { values: peopleTraits })

const SelectionInput = builder.inputType('StatisticSelection', {
  fields: (t) => ({
    from: t.field({ type: 'Period', required: true, description: 'The first month.' }),
    to: t.field({ type: 'Period', required: true, description: 'The last month; at most 120 months in all.' }),
    insurance: t.string({ description: 'One of the five.' }),
    industry: t.string({ description: 'A letter of GB/T 4754.' }),
    district: t.string({ description: 'Six digits of GB/T 2260.' }),
  }),
})

const money = (amount: bigint) => fen(Number(amount))

const FigureType = builder.objectRef<StatisticFigure>('StatisticFigure').implement({
  description:
    'Without late fees. By period people and employers are those of the month, else those of the last month.',
  fields: (t) => ({
    key: t.string({
      description: 'Month, insurance, industry or district; empty for all together.',
      resolve: ({ key }) => key,
    }),
    employers: t.exposeInt('employers', { description: 'With somebody insured.' }),
    people: t.exposeInt('people', {
      description: 'Billed for the month. Who is insured by two employers is counted at each.',
    }),
    base: t.field({ type: 'Fen', description: 'Wages and bases as declared.', resolve: ({ base }) => money(base) }),
    charged: t.field({ type: 'Fen', description: 'Billed.', resolve: ({ charged }) => money(charged) }),
    settled: t.field({ type: 'Fen', description: 'Collected of that.', resolve: ({ settled }) => money(settled) }),
    writtenOff: t.field({ type: 'Fen', resolve: ({ writtenOff }) => money(writtenOff) }),
    open: t.field({
      type: 'Fen',
      description: 'Neither paid nor written off.',
      resolve: ({ charged, settled, writtenOff }) => money(charged - settled - writtenOff),
    }),
    overdue: t.field({
      type: 'Fen',
      description: 'Of bills past their last day.',
      resolve: ({ overdue }) => money(overdue),
    }),
  }),
})

const StatisticsType = builder.objectRef<Statistics>('Statistics').implement({
  fields: (t) => ({
    figures: t.field({ type: [FigureType], resolve: ({ figures }) => figures }),
    total: t.field({ type: FigureType, resolve: ({ total }) => total }),
    asOf: t.expose('asOf', { type: 'DateTime' }),
  }),
})

const DistrictType = builder.objectRef<District>('StatisticDistrict').implement({
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Six digits of GB/T 2260; empty where a number holds none.' }),
    zh: t.exposeString('zh', { nullable: true }),
    en: t.exposeString('en', { nullable: true }),
  }),
})

const OutlookType = builder.objectRef<StatisticOutlook>('StatisticOutlook').implement({
  description: 'Of which months and districts there are figures.',
  fields: (t) => ({
    first: t.field({ type: 'Period', resolve: ({ first }) => period(first) }),
    last: t.field({ type: 'Period', resolve: ({ last }) => period(last) }),
    districts: t.field({ type: [DistrictType], resolve: ({ districts }) => districts }),
  }),
})

const AgeType = builder.objectRef<AgeSum>('OverdueSum').implement({
  fields: (t) => ({
    period: t.field({ type: 'Period', resolve: (sum) => period(sum.period) }),
    age: t.field({ type: AgeEnum, resolve: ({ age }) => age }),
    bills: t.exposeInt('bills'),
    overdue: t.field({ type: 'Fen', resolve: ({ overdue }) => money(overdue) }),
  }),
})

const TraitType = builder.objectRef<TraitCount>('PeopleCount').implement({
  description: 'Each person once, however many months and employers.',
  fields: (t) => ({
    key: t.string({ description: 'Empty for all together.', resolve: ({ key }) => key ?? '' }),
    people: t.exposeInt('people'),
    months: t.exposeInt('months', { description: 'Months of theirs.' }),
    base: t.field({ type: 'Fen', resolve: ({ base }) => money(base) }),
  }),
})

const EmployerType = builder.objectRef<EmployerBehind>('StatisticEmployer').implement({
  description: 'An employer that a figure counts, with its part.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the employer.' }),
    name: t.exposeString('name'),
    registrationNo: t.exposeString('registrationNo'),
    industry: t.exposeString('industry'),
    district: t.exposeString('district'),
    people: t.exposeInt('people', { description: 'In the last month.' }),
    base: t.field({ type: 'Fen', resolve: ({ base }) => money(base) }),
    charged: t.field({ type: 'Fen', resolve: ({ charged }) => money(charged) }),
    settled: t.field({ type: 'Fen', resolve: ({ settled }) => money(settled) }),
    open: t.field({ type: 'Fen', resolve: ({ open }) => money(open) }),
  }),
})
const EmployerConnection = builder.connectionObject({ type: EmployerType, name: 'StatisticEmployerConnection' })

const BillType = builder.objectRef<OverdueBill>('OverdueBill').implement({
  description: 'A bill past its last day, with what is open of it without late fees.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the payment notice.' }),
    number: t.exposeString('number'),
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    registrationNo: t.exposeString('registrationNo'),
    period: t.field({ type: 'Period', resolve: (bill) => period(bill.period) }),
    dueOn: t.exposeString('dueOn'),
    overdue: t.field({ type: 'Fen', resolve: ({ overdue }) => money(overdue) }),
  }),
})
const BillConnection = builder.connectionObject({ type: BillType, name: 'OverdueBillConnection' })

const authScopes = { may: 'statistics:read' } as const

builder.queryFields((t) => ({
  statisticOutlook: t.field({
    type: OutlookType,
    nullable: true,
    authScopes,
    description: 'Of which months there are figures; null in an office that billed nobody yet.',
    resolve: (_root, _args, { platform, viewer }) => readOutlook(platform, viewer),
  }),
  statistics: t.field({
    type: StatisticsType,
    complexity: 100,
    authScopes,
    description: 'Insured people, employers, declared, billed, collected and overdue, of the moment of asking.',
    args: {
      by: t.arg({ type: DimensionEnum, required: true }),
      of: t.arg({ type: SelectionInput, required: true }),
    },
    resolve: (_root, { by, of }, { platform, viewer }) => readStatistics(platform, viewer, by, of),
  }),
  overdueByAge: t.field({
    type: [AgeType],
    complexity: 100,
    authScopes,
    description: 'What is overdue today by month of the bill and by how long it is.',
    args: { of: t.arg({ type: SelectionInput, required: true }) },
    resolve: (_root, { of }, { platform, viewer }) => readAges(platform, viewer, of),
  }),
  peopleByTrait: t.field({
    type: [TraitType],
    complexity: 200,
    authScopes,
    description: 'Different people in the months, by a trait of theirs or of their employer; counted one by one.',
    args: {
      by: t.arg({ type: TraitEnum, required: true }),
      of: t.arg({ type: SelectionInput, required: true }),
    },
    resolve: (_root, { by, of }, { platform, viewer }) => readPeople(platform, viewer, by, of),
  }),
  statisticEmployers: t.field({
    type: EmployerConnection,
    complexity: 200,
    authScopes,
    description:
      'The employers behind a figure, the largest first; 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      of: t.arg({ type: SelectionInput, required: true }),
      order: t.arg({ type: MeasureEnum, required: true }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, { of, order, ...page }, { platform, viewer }) =>
      keysetPage(await readEmployersBehind(platform, viewer, order, { ...of, ...page }), page, (row) => [
        measureOf(order, row),
        row.id,
      ]),
  }),
  overdueBills: t.field({
    type: BillConnection,
    complexity: 200,
    authScopes,
    description:
      'The bills behind an overdue sum, the largest first; 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      of: t.arg({ type: SelectionInput, required: true }),
      age: t.arg({ type: AgeEnum }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, { of, age, ...page }, { platform, viewer }) =>
      keysetPage(await readOverdueBills(platform, viewer, age ?? undefined, { ...of, ...page }), page, (bill) => [
        String(bill.overdue),
        bill.id,
      ]),
  }),
}))
