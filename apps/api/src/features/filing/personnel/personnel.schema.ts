import { maskMobile } from '@shebao/identifiers'
import { employmentForms, householdTypes, idTypes, insurances, retirementCategories, sexes } from '@shebao/roster'
import type { Insurance } from '@shebao/roster'
import { builder } from '../../../graphql/builder.ts'
import { beneath, noted } from '../../../graphql/personal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { IssueType } from '../declaration/index.ts'
import type { PersonnelRecordRow } from './read-personnel.ts'

export const IdTypeEnum = builder.enumType('IdType', {
  description: 'Kinds of personal identity document (证件类型).',
  values: idTypes,
})
export const SexEnum = builder.enumType('Sex', { values: sexes })
export const HouseholdTypeEnum = builder.enumType('HouseholdType', { description: '户口性质', values: householdTypes })
export const EmploymentFormEnum = builder.enumType('EmploymentForm', {
  description: '用工形式',
  values: employmentForms,
})
const RetirementCategoryEnum = builder.enumType('RetirementCategory', {
  description: '退休类别',
  values: retirementCategories,
})

interface InsuranceLine {
  insurance: Insurance
  participates: boolean | undefined
  exemptionReason: string | undefined
  base: number | undefined
}

const PersonnelInsurance = builder.objectRef<InsuranceLine>('PersonnelInsurance').implement({
  personal: beneath,
  description: 'One person in one insurance.',
  fields: (t) => ({
    insurance: t.field({ type: InsuranceEnum, resolve: (line) => line.insurance }),
    participates: t.boolean({
      nullable: true,
      description: 'Null while nobody said.',
      resolve: (line) => line.participates ?? null,
    }),
    exemptionReason: t.string({ nullable: true, resolve: (line) => line.exemptionReason ?? null }),
    base: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Contribution base: the monthly wage within the limits. Null while unknown or not insured.',
      resolve: (line) => (line.base as never) ?? null,
    }),
  }),
})

/** One person of one version of a declaration. */
export const PersonnelRecordType = builder.objectRef<PersonnelRecordRow>('PersonnelRecord').implement({
  personal: noted('READ_PERSONNEL'),
  description:
    'One person in an annual declaration. Null means unknown, never "no". The employer that declared them sees names and numbers; staff see them masked.',
  fields: (t) => ({
    id: t.id({ resolve: ({ declarationId, version, row }) => `${declarationId}:${version}:${row}` }),
    rowNo: t.exposeInt('row', { description: 'Row of the employer’s file; stays with the person.' }),
    name: t.string({
      nullable: true,
      resolve: ({ draft, masked, nameMasked }) => (masked ? nameMasked : draft.name) ?? null,
    }),
    idType: t.field({ type: IdTypeEnum, nullable: true, resolve: ({ draft }) => draft.idType ?? null }),
    idNumber: t.string({
      nullable: true,
      resolve: ({ draft, masked, idMasked }) => (masked ? idMasked : draft.idNumber) ?? null,
    }),
    mobile: t.string({
      nullable: true,
      resolve: ({ draft, masked }) =>
        (masked && draft.mobile !== undefined ? maskMobile(draft.mobile) : draft.mobile) ?? null,
    }),
    sex: t.field({ type: SexEnum, nullable: true, resolve: ({ draft }) => draft.sex ?? null }),
    birthDate: t.field({ type: 'Date', nullable: true, resolve: ({ draft }) => draft.birthDate ?? null }),
    householdType: t.field({
      type: HouseholdTypeEnum,
      nullable: true,
      resolve: ({ draft }) => draft.householdType ?? null,
    }),
    employmentForm: t.field({
      type: EmploymentFormEnum,
      nullable: true,
      resolve: ({ draft }) => draft.employmentForm ?? null,
    }),
    hireDate: t.field({ type: 'Date', nullable: true, resolve: ({ draft }) => draft.hireDate ?? null }),
    leaveDate: t.field({ type: 'Date', nullable: true, resolve: ({ draft }) => draft.leaveDate ?? null }),
    monthsWorkedLastYear: t.int({ nullable: true, resolve: ({ draft }) => draft.monthsWorkedLastYear ?? null }),
    wagesLastYear: t.field({ type: 'Fen', nullable: true, resolve: ({ draft }) => draft.wagesLastYear ?? null }),
    statedMonthlyAverage: t.field({
      type: 'Fen',
      nullable: true,
      resolve: ({ draft }) => draft.statedMonthlyAverage ?? null,
    }),
    firstMonthWage: t.field({ type: 'Fen', nullable: true, resolve: ({ draft }) => draft.firstMonthWage ?? null }),
    retirementCategory: t.field({
      type: RetirementCategoryEnum,
      nullable: true,
      resolve: ({ draft }) => draft.retirementCategory ?? null,
    }),
    lowWageReason: t.string({ nullable: true, resolve: ({ draft }) => draft.lowWageReason ?? null }),
    retirementReason: t.string({ nullable: true, resolve: ({ draft }) => draft.retirementReason ?? null }),
    signed: t.boolean({ nullable: true, resolve: ({ draft }) => draft.signed ?? null }),
    raw: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Text that could not be read, by field. For the employer alone.',
      resolve: ({ draft, masked }) => (masked ? null : (draft.raw ?? null)),
    }),
    insurances: t.field({
      type: [PersonnelInsurance],
      complexity: { multiplier: insurances.length },
      resolve: ({ draft, bases }) =>
        insurances.map((insurance) => ({
          insurance,
          participates: draft.participation?.[insurance],
          exemptionReason: draft.exemptionReasons?.[insurance],
          base: bases[insurance],
        })),
    }),
    issues: t.field({ type: [IssueType], complexity: { multiplier: 3 }, resolve: ({ issues }) => [...issues] }),
  }),
})

const ParticipationInput = builder.inputType('ParticipationInput', {
  description: 'Which insurances the person takes part in; an absent one is unknown.',
  fields: (t) => ({
    PENSION: t.boolean(),
    MEDICAL: t.boolean(),
    UNEMPLOYMENT: t.boolean(),
    WORK_INJURY: t.boolean(),
    MATERNITY: t.boolean(),
  }),
})
const ExemptionReasonsInput = builder.inputType('ExemptionReasonsInput', {
  description: 'Why the person takes no part in an insurance; at most 200 characters each.',
  fields: (t) => ({
    PENSION: t.string(),
    MEDICAL: t.string(),
    UNEMPLOYMENT: t.string(),
    WORK_INJURY: t.string(),
    MATERNITY: t.string(),
  }),
})

export const PersonnelDraftInput = builder.inputType('PersonnelDraftInput', {
  description:
    'What is known of a person. Absent and null both mean unknown. Only the shape is checked when a draft is saved; the rules speak when it is confirmed or submitted.',
  fields: (t) => ({
    name: t.string(),
    idType: t.field({ type: IdTypeEnum }),
    idNumber: t.string(),
    sex: t.field({ type: SexEnum }),
    birthDate: t.field({ type: 'Date' }),
    householdType: t.field({ type: HouseholdTypeEnum }),
    employmentForm: t.field({ type: EmploymentFormEnum }),
    hireDate: t.field({ type: 'Date' }),
    leaveDate: t.field({ type: 'Date' }),
    monthsWorkedLastYear: t.int(),
    wagesLastYear: t.field({ type: 'Fen' }),
    statedMonthlyAverage: t.field({ type: 'Fen' }),
    firstMonthWage: t.field({ type: 'Fen' }),
    participation: t.field({ type: ParticipationInput }),
    exemptionReasons: t.field({ type: ExemptionReasonsInput }),
    retirementCategory: t.field({ type: RetirementCategoryEnum }),
    mobile: t.string(),
    lowWageReason: t.string(),
    retirementReason: t.string(),
    signed: t.boolean(),
    raw: t.field({ type: 'JSON', description: 'Text that could not be read, by field: `{"hireDate": "去年"}`.' }),
  }),
})
