import { CHANGE_TYPES, INFO_FIELDS } from '@shebao/declaration-rules'
import type { PersonStanding } from '@shebao/declaration-rules'
import { maskMobile } from '@shebao/identifiers'
import { builder } from '../../../graphql/builder.ts'
import { beneath, noted } from '../../../graphql/personal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { IssueType } from '../declaration/index.ts'
import { EmploymentFormEnum, HouseholdTypeEnum, IdTypeEnum, SexEnum } from '../personnel/index.ts'
import { changeFilters } from './changes.repository.ts'
import type { ShownChange } from './read-changes.ts'

export const ChangeTypeEnum = builder.enumType('MonthlyChangeType', { description: '变更类型', values: CHANGE_TYPES })
export const InfoFieldEnum = builder.enumType('MonthlyInfoField', { values: INFO_FIELDS })
export const ChangeFilterEnum = builder.enumType('MonthlyChangeFilter', {
  description: 'WITH_WARNINGS: with a warning and no error.',
  values: changeFilters,
})

const StandingType = builder.objectRef<PersonStanding>('MonthlyStanding').implement({
  personal: beneath,
  description: 'What holds of a person with the unit.',
  fields: (t) => ({
    insurances: t.field({ type: [InsuranceEnum], resolve: ({ insurances }) => [...insurances] }),
    wage: t.field({ type: 'Fen', nullable: true, resolve: ({ wage }) => wage ?? null }),
  }),
})

export const MonthlyChangeObject = builder.objectRef<ShownChange>('MonthlyChange').implement({
  personal: noted('READ_PERSONNEL'),
  description:
    'One change beside the register. The employer that declares it sees names and numbers; staff see them masked. Null means unknown.',
  fields: (t) => ({
    id: t.id({ resolve: ({ declarationId, version, row }) => `${declarationId}:${version}:${row}` }),
    rowNo: t.exposeInt('row', { description: 'Stays with the change.' }),
    changeType: t.field({ type: ChangeTypeEnum, nullable: true, resolve: ({ draft }) => draft.changeType ?? null }),
    name: t.string({
      nullable: true,
      resolve: ({ draft, masked, nameMasked }) => (masked ? nameMasked : draft.name) ?? null,
    }),
    idType: t.field({ type: IdTypeEnum, nullable: true, resolve: ({ draft }) => draft.idType ?? null }),
    idNumber: t.string({
      nullable: true,
      resolve: ({ draft, masked, idMasked }) => (masked ? idMasked : draft.idNumber) ?? null,
    }),
    sex: t.field({ type: SexEnum, nullable: true, resolve: ({ draft }) => draft.sex ?? null }),
    birthDate: t.string({
      nullable: true,
      resolve: ({ draft, masked }) => (masked ? null : (draft.birthDate ?? null)),
    }),
    insurances: t.field({ type: [InsuranceEnum], resolve: ({ draft }) => [...(draft.insurances ?? [])] }),
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
    mobile: t.string({
      nullable: true,
      resolve: ({ draft: { mobile }, masked }) =>
        (masked && mobile !== undefined ? maskMobile(mobile) : mobile) ?? null,
    }),
    hireDate: t.string({
      nullable: true,
      description: 'As it was written; the rules say where it is no date.',
      resolve: ({ draft }) => draft.hireDate ?? null,
    }),
    leaveDate: t.string({ nullable: true, resolve: ({ draft }) => draft.leaveDate ?? null }),
    effectivePeriod: t.string({ nullable: true, resolve: ({ draft }) => draft.effectivePeriod ?? null }),
    lastPayablePeriod: t.string({ nullable: true, resolve: ({ draft }) => draft.lastPayablePeriod ?? null }),
    monthlyWage: t.field({ type: 'Fen', nullable: true, resolve: ({ draft }) => draft.monthlyWage ?? null }),
    infoField: t.field({ type: InfoFieldEnum, nullable: true, resolve: ({ draft }) => draft.infoField ?? null }),
    infoValue: t.string({
      nullable: true,
      description: 'For the employer; staff see that it is there, as •••.',
      resolve: ({ draft: { infoValue }, masked }) => (masked && infoValue !== undefined ? '•••' : infoValue) ?? null,
    }),
    reason: t.string({ nullable: true, resolve: ({ draft }) => draft.reason ?? null }),
    raw: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Text of a file that could not be read, by field. For the employer alone.',
      resolve: ({ draft, masked }) => (masked ? null : (draft.raw ?? null)),
    }),
    issues: t.field({ type: [IssueType], complexity: { multiplier: 3 }, resolve: ({ issues }) => [...issues] }),
    lateRegistration: t.boolean({
      description: 'Hired more than 30 days ago (SIL 58).',
      resolve: ({ consequences }) => consequences.lateRegistration,
    }),
    unemployedListDue: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day to report the unemployed list (SIL 50).',
      resolve: ({ consequences }) => consequences.unemployedListDue ?? null,
    }),
    individualId: t.id({
      nullable: true,
      description: 'In the register with this unit; null for who is new.',
      resolve: ({ individualId }) => individualId ?? null,
    }),
    before: t.field({
      type: StandingType,
      nullable: true,
      description: 'In the register now; null for who is not with the unit.',
      resolve: ({ before }) => before ?? null,
    }),
    after: t.field({ type: StandingType, description: 'Once it is accepted.', resolve: ({ after }) => after }),
  }),
})

export const ChangesConnection = builder.connectionObject({
  type: MonthlyChangeObject,
  name: 'MonthlyChangesConnection',
})

export const MonthlyChangeInput = builder.inputType('MonthlyChangeInput', {
  description: 'What is left out or null is unknown. Dates and months as they were written.',
  fields: (t) => ({
    changeType: t.field({ type: ChangeTypeEnum }),
    name: t.string(),
    idType: t.field({ type: IdTypeEnum }),
    idNumber: t.string(),
    sex: t.field({ type: SexEnum }),
    birthDate: t.string(),
    insurances: t.field({ type: [InsuranceEnum] }),
    householdType: t.field({ type: HouseholdTypeEnum }),
    employmentForm: t.field({ type: EmploymentFormEnum }),
    mobile: t.string(),
    hireDate: t.string(),
    leaveDate: t.string(),
    effectivePeriod: t.string({ description: 'YYYY-MM.' }),
    lastPayablePeriod: t.string({ description: 'YYYY-MM; of a stop.' }),
    monthlyWage: t.field({ type: 'Fen' }),
    infoField: t.field({ type: InfoFieldEnum }),
    infoValue: t.string(),
    reason: t.string(),
    raw: t.field({ type: 'JSON', description: 'Text that could not be read, by field.' }),
  }),
})
