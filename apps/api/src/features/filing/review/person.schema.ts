import { fen } from '@shebao/kernel'
import type { Insurance } from '@shebao/roster'
import { insurances } from '@shebao/roster'
import { builder } from '../../../graphql/builder.ts'
import { beneath } from '../../../graphql/personal.ts'
import type { PremiumEstimate } from '../../money/assessment/index.ts'
import { changeKinds } from './personnel-differences.repository.ts'
import type { ChangeCounts, PersonRow, SumRow } from './personnel-differences.repository.ts'

const InsuranceKindEnum = builder.enumType('ReviewInsurance', { values: insurances })
export const ChangeKindEnum = builder.enumType('PersonChangeKind', {
  description: 'NEW is not in the register, LEFT is not on the list; the others differ in that.',
  values: changeKinds,
})

const listed = (codes: Insurance[] | null) => codes ?? []
const PersonType = builder.objectRef<PersonRow>('ReviewPerson').implement({
  personal: beneath,
  description: 'One person of the submitted list, of the register, or of both. Masked; see revealPerson.',
  fields: (t) => ({
    key: t.exposeID('key'),
    rowNo: t.exposeInt('rowNo', { nullable: true, description: 'Row of the list; null when the person is not on it.' }),
    enrolmentId: t.exposeID('enrolmentId', {
      nullable: true,
      description: 'Null when the register does not have the person here.',
    }),
    idMasked: t.exposeString('idMasked'),
    declaredName: t.exposeString('declaredName', { nullable: true }),
    registeredName: t.exposeString('registeredName', { nullable: true }),
    kinds: t.expose('kinds', { type: [ChangeKindEnum] }),
    declaredAverage: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Monthly wage the base follows from.',
      resolve: (row) => amount(row.declaredAverage),
    }),
    registeredAverage: t.field({ type: 'Fen', nullable: true, resolve: (row) => amount(row.registeredAverage) }),
    changePpm: t.int({
      nullable: true,
      description: 'Change of the wage in parts per million.',
      resolve: ({ changePpm }) => bounded(changePpm),
    }),
    declaredInsurances: t.field({ type: [InsuranceKindEnum], resolve: (row) => listed(row.declaredInsurances) }),
    registeredInsurances: t.field({ type: [InsuranceKindEnum], resolve: (row) => listed(row.registeredInsurances) }),
    hireDate: t.expose('hireDate', { type: 'Date', nullable: true }),
    warnings: t.exposeInt('warnings', { nullable: true }),
  }),
})
export const PeopleConnection = builder.connectionObject({ type: PersonType, name: 'ReviewPeopleConnection' })

const amount = (value: bigint | null) => (value === null ? null : fen(Number(value)))
const largestInt = 2_147_483_647
const bounded = (value: number | null) => (value === null ? null : Math.max(-largestInt, Math.min(largestInt, value)))

export const ChangeCountsType = builder.objectRef<ChangeCounts>('PersonChangeCounts').implement({
  description: 'How many people differ, by kind; one person may differ in several.',
  fields: (t) => ({
    all: t.exposeInt('all'),
    different: t.exposeInt('different'),
    new: t.int({ resolve: (counts) => counts.NEW }),
    left: t.int({ resolve: (counts) => counts.LEFT }),
    name: t.int({ resolve: (counts) => counts.NAME }),
    participation: t.int({ resolve: (counts) => counts.PARTICIPATION }),
    wage: t.int({ resolve: (counts) => counts.WAGE }),
  }),
})

const InsuredSumType = builder.objectRef<SumRow['insured'][number]>('ReviewInsuredSum').implement({
  fields: (t) => ({
    insurance: t.expose('insurance', { type: InsuranceKindEnum }),
    people: t.exposeInt('people'),
    base: t.field({ type: 'Fen', description: 'Sum of the monthly bases.', resolve: ({ base }) => fen(base) }),
  }),
})
const SumType = builder.objectRef<SumRow>('ReviewSum').implement({
  fields: (t) => ({
    people: t.exposeInt('people'),
    monthlyWages: t.field({ type: 'Fen', resolve: ({ wages }) => fen(Number(wages)) }),
    insured: t.expose('insured', { type: [InsuredSumType] }),
  }),
})
export const SumsType = builder.objectRef<{ declared: SumRow; registered: SumRow }>('ReviewSums').implement({
  description: 'The list and the register in figures, on the limits the declaration is assessed by.',
  fields: (t) => ({
    declared: t.expose('declared', { type: SumType }),
    registered: t.expose('registered', { type: SumType }),
  }),
})

export const EstimateType = builder.objectRef<PremiumEstimate>('PremiumEstimate').implement({
  description: 'What acceptance would charge for this month.',
  fields: (t) => ({
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    people: t.exposeInt('people'),
    leavers: t.exposeInt('leavers', {
      description: 'Of them, people whose insurance ends with this month: it is still owed.',
    }),
    employerTotal: t.expose('employerTotal', { type: 'Fen' }),
    personalTotal: t.expose('personalTotal', { type: 'Fen' }),
    total: t.expose('total', { type: 'Fen' }),
    explanation: t.field({
      type: 'JSON',
      description: 'Why it would cost that: an `Explanation` of the premium package, as for a whole notice.',
      resolve: ({ explanation }) => explanation,
    }),
    noticeNumber: t.string({
      nullable: true,
      description: 'Notice the month already has; no other is issued then.',
      resolve: ({ noticeNumber }) => noticeNumber ?? null,
    }),
  }),
})
