import type { PensionOutlook } from '@shebao/premium'
import { RETIREMENT_CATEGORIES } from '@shebao/premium'
import { builder } from '../../../graphql/builder.ts'
import { beneath } from '../../../graphql/personal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { gapReasons, monthStates } from './insured-months.ts'
import type { RecordGap, RecordYear } from './insured-months.ts'
import { noteReading } from './note-reading.ts'
import { readInsuredRecord, readPensionOutlooks } from './insured-record.ts'
import type { InsuredRecord, InsuredSpell } from './insured-record.ts'
import { IndividualType } from './record.schema.ts'
import type { TransferredStretch } from '../../register/individual/index.ts'

const MonthStateEnum = builder.enumType('RecordMonthState', {
  description:
    'What a month is to one insurance: the status of its premium; TRANSFERRED_IN: paid in another region, counts here; MOVED_AWAY: paid here, counts in another region; PENDING while the running month is not assessed; GAP when somebody who was insured before has nothing for it; NOT_INSURED before that.',
  values: monthStates,
})

const GapReasonEnum = builder.enumType('RecordGapReason', {
  description:
    'NOT_EMPLOYED: no unit insured the person. NOT_TAKEN: the unit insured them without this insurance. NOT_ASSESSED: insured, but no premium was ever assessed: a question to the office.',
  values: gapReasons,
})

const twelve = 'Twelve, January first; null before the record begins and after the running month.'

const RecordYearType = builder.objectRef<RecordYear>('RecordYear').implement({
  description: 'A calendar year of the record, a state for each month and insurance.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    pension: t.field({
      type: [MonthStateEnum],
      nullable: { list: false, items: true },
      description: twelve,
      resolve: ({ states }) => states.PENSION,
    }),
    medical: t.field({
      type: [MonthStateEnum],
      nullable: { list: false, items: true },
      description: twelve,
      resolve: ({ states }) => states.MEDICAL,
    }),
    unemployment: t.field({
      type: [MonthStateEnum],
      nullable: { list: false, items: true },
      description: twelve,
      resolve: ({ states }) => states.UNEMPLOYMENT,
    }),
    workInjury: t.field({
      type: [MonthStateEnum],
      nullable: { list: false, items: true },
      description: twelve,
      resolve: ({ states }) => states.WORK_INJURY,
    }),
    maternity: t.field({
      type: [MonthStateEnum],
      nullable: { list: false, items: true },
      description: `${twelve} Where it is collected with medical it follows that (SIL 64).`,
      resolve: ({ states }) => states.MATERNITY,
    }),
  }),
})

const RecordGapType = builder.objectRef<RecordGap>('RecordGap').implement({
  personal: beneath,
  description: 'Months that count for nothing, and why. Gaps are shown, never bridged.',
  fields: (t) => ({
    from: t.field({ type: 'Period', resolve: ({ from }) => from }),
    to: t.field({ type: 'Period', resolve: ({ to }) => to }),
    insurances: t.field({ type: [InsuranceEnum], resolve: ({ insurances }) => insurances }),
    reason: t.field({ type: GapReasonEnum, resolve: ({ reason }) => reason }),
    employerName: t.string({
      nullable: true,
      description: 'The unit the person was with before, or is with.',
      resolve: ({ employerName }) => employerName ?? null,
    }),
    stopReason: t.string({
      nullable: true,
      description: 'Why they left it, where the register says: a `StopReason`.',
      resolve: ({ stopReason }) => stopReason ?? null,
    }),
  }),
})

const SpellType = builder.objectRef<InsuredSpell>('EmploymentSpell').implement({
  personal: beneath,
  description: 'One spell of insurance with one employer.',
  fields: (t) => ({
    employerName: t.exposeString('employerName'),
    from: t.field({ type: 'Period', resolve: ({ from }) => from }),
    to: t.field({ type: 'Period', nullable: true, description: 'Null while it lasts.', resolve: ({ to }) => to }),
    leaveDate: t.field({ type: 'Date', nullable: true, resolve: ({ leaveDate }) => leaveDate }),
    stopReason: t.exposeString('stopReason', { nullable: true, description: 'A `StopReason`.' }),
  }),
})

const TransferType = builder.objectRef<TransferredStretch>('RecordTransfer').implement({
  personal: beneath,
  description: 'Months on end that came from another region or went to one (关系转移接续).',
  fields: (t) => ({
    transferId: t.exposeID('transferId', { description: 'A `RelationTransfer`.' }),
    outgoing: t.boolean({
      description: 'They count in another region.',
      resolve: ({ direction, movedOn }) => direction === 'OUT' || movedOn,
    }),
    region: t.exposeString('region', { description: 'Of the other office, GB/T 2260.' }),
    agency: t.exposeString('agency'),
    insurance: t.field({ type: InsuranceEnum, resolve: ({ insurance }) => insurance }),
    from: t.field({ type: 'Period', resolve: ({ from }) => from }),
    to: t.field({ type: 'Period', resolve: ({ to }) => to }),
  }),
})

export const InsuredRecordType = builder.objectRef<InsuredRecord>('InsuredRecord').implement({
  personal: beneath,
  description: 'A person’s months from the first insured one to the running one, by insurance.',
  fields: (t) => ({
    years: t.field({
      type: [RecordYearType],
      description: 'Newest first.',
      complexity: { multiplier: 5 },
      resolve: ({ years }) => years,
    }),
    gaps: t.field({
      type: [RecordGapType],
      description: 'Newest first.',
      complexity: { multiplier: 5 },
      resolve: ({ gaps }) => gaps,
    }),
    spells: t.field({
      type: [SpellType],
      description: 'Employers, newest first.',
      complexity: { multiplier: 5 },
      resolve: ({ spells }) => spells,
    }),
    transfers: t.field({
      type: [TransferType],
      description: 'By month; empty for who was only ever insured here.',
      complexity: { multiplier: 2 },
      resolve: ({ transfers }) => transfers,
    }),
  }),
})

const OutlookCategoryEnum = builder.enumType('RetirementOutlookCategory', {
  description: 'A woman’s follows from her post: FEMALE_55 formerly retired at 55, FEMALE_50 at 50.',
  values: RETIREMENT_CATEGORIES,
})

export const PensionOutlookType = builder.objectRef<PensionOutlook>('PensionOutlook').implement({
  description:
    'What the pension months lead to when every month from the running one on is paid (SIL 16; decision on raising the retirement age of 2024).',
  fields: (t) => ({
    category: t.field({ type: OutlookCategoryEnum, resolve: ({ category }) => category }),
    retiresIn: t.field({ type: 'Period', description: 'Month of retirement.', resolve: ({ period }) => period }),
    delayMonths: t.exposeInt('delayMonths', { description: 'Months later than before the reform.' }),
    monthsNeeded: t.exposeInt('minimumContributionMonths', {
      description: '180, and six more for each year of retirement from 2030 on, up to 240.',
    }),
    monthsPaid: t.exposeInt('monthsPaid', { description: 'Months that count so far, each once.' }),
    monthsMissing: t.exposeInt('monthsMissing'),
    reachedIn: t.field({
      type: 'Period',
      nullable: true,
      description: 'Month with which the minimum is reached; null once it is.',
      resolve: ({ reachedIn }) => reachedIn ?? null,
    }),
    reachedInTime: t.exposeBoolean('reachedInTime', {
      description: 'Before the month of retirement. Somebody short of it may pay on until they have it (SIL 16).',
    }),
  }),
})

builder.objectFields(IndividualType, (t) => ({
  record: t.field({
    type: InsuredRecordType,
    description: 'The whole record as a picture: states only; amounts are asked for by month with `payments`.',
    complexity: { field: 20, multiplier: 1 },
    resolve: async ({ id }, _args, context) => {
      await noteReading(context.platform, context.viewer, context, id)
      return readInsuredRecord(context.platform, id)
    },
  }),
  pensionOutlooks: t.field({
    type: [PensionOutlookType],
    description:
      'One for each retirement category that the register leaves open: two for a woman, whose post it does not know.',
    complexity: { field: 5, multiplier: 1 },
    resolve: ({ id }, _args, { platform }) => readPensionOutlooks(platform, id),
  }),
}))
