import { PROPOSAL_KINDS } from '@shebao/declaration-rules'
import type { ProposedChange } from '@shebao/declaration-rules'
import { builder } from '../../../graphql/builder.ts'
import { beneath, shown } from '../../../graphql/personal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { EmploymentFormEnum, HouseholdTypeEnum, IdTypeEnum, SexEnum } from '../personnel/index.ts'
import { ChangeTypeEnum, InfoFieldEnum } from './change.schema.ts'
import { mostProposed } from './compare-list.ts'
import type { Proposed } from './compare-list.ts'

const ProposalKindEnum = builder.enumType('MonthlyProposalKind', {
  description:
    'JOIN: in the list and not enrolled, or with more insurances. STOP: enrolled and not in the list, or with fewer. WAGE, DATA: in both, and the list says otherwise.',
  values: PROPOSAL_KINDS,
})

const ProposedChangeType = builder.objectRef<ProposedChange>('MonthlyProposedChange').implement({
  personal: beneath,
  description: 'A change that the comparison proposes, in the words of MonthlyChangeInput. Null means unknown.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ProposalKindEnum }),
    changeType: t.field({ type: ChangeTypeEnum, nullable: true, resolve: ({ draft }) => draft.changeType ?? null }),
    name: t.string({ nullable: true, resolve: ({ draft }) => draft.name ?? null }),
    idType: t.field({ type: IdTypeEnum, nullable: true, resolve: ({ draft }) => draft.idType ?? null }),
    idNumber: t.string({ nullable: true, resolve: ({ draft }) => draft.idNumber ?? null }),
    sex: t.field({ type: SexEnum, nullable: true, resolve: ({ draft }) => draft.sex ?? null }),
    birthDate: t.string({ nullable: true, resolve: ({ draft }) => draft.birthDate ?? null }),
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
    mobile: t.string({ nullable: true, resolve: ({ draft }) => draft.mobile ?? null }),
    hireDate: t.string({ nullable: true, resolve: ({ draft }) => draft.hireDate ?? null }),
    effectivePeriod: t.string({ nullable: true, resolve: ({ draft }) => draft.effectivePeriod ?? null }),
    lastPayablePeriod: t.string({ nullable: true, resolve: ({ draft }) => draft.lastPayablePeriod ?? null }),
    monthlyWage: t.field({ type: 'Fen', nullable: true, resolve: ({ draft }) => draft.monthlyWage ?? null }),
    infoField: t.field({ type: InfoFieldEnum, nullable: true, resolve: ({ draft }) => draft.infoField ?? null }),
    infoValue: t.string({ nullable: true, resolve: ({ draft }) => draft.infoValue ?? null }),
    wasWage: t.field({
      type: 'Fen',
      nullable: true,
      description: 'In the register, of WAGE.',
      resolve: ({ wasWage }) => wasWage ?? null,
    }),
    wasInsured: t.field({
      type: [InsuranceEnum],
      nullable: true,
      description:
        'In the register, of who is in both and whose insurances differ; `insurances` are those that differ.',
      resolve: ({ wasInsured }) => (wasInsured ? [...wasInsured] : null),
    }),
    was: t.string({ nullable: true, description: 'In the register, of DATA.', resolve: ({ was }) => was ?? null }),
  }),
})

export const ProposedType = builder.objectRef<Proposed>('MonthlyProposal').implement({
  fields: (t) => ({
    joins: t.exposeInt('joins', { description: 'In the list and not enrolled.' }),
    stops: t.exposeInt('stops', { description: 'Enrolled and not in the list.' }),
    wages: t.exposeInt('wages', { description: 'In both, with another wage.' }),
    data: t.exposeInt('data', { description: 'Items that the list says otherwise of who is in both.' }),
    same: t.exposeInt('same', { description: 'In both.' }),
    already: t.exposeInt('already', { description: 'Differences that the declaration has a change for already.' }),
    unread: t.intList({
      description: 'Rows whose number names nobody, or somebody who is there twice; at most 100.',
      resolve: ({ unread }) => [...unread],
    }),
    changes: t.field({
      personal: shown('READ_PERSONNEL', ({ declarationId }) => declarationId, 'Declaration'),
      type: [ProposedChangeType],
      complexity: 100,
      description: `What is proposed, where the list was only looked at; at most ${mostProposed}.`,
      resolve: ({ changes }) => [...changes],
    }),
  }),
})
