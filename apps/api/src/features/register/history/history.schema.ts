import { nameDistrict } from '@shebao/identifiers/districts'
import { fen, oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { DistrictType } from '../../../graphql/district-type.ts'
import { beneath, noted, shown } from '../../../graphql/personal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { EmployerType, registerSources } from '../employer/index.ts'
import type { HeldEnrolment } from './enrolment-history.repository.ts'
import type { Origin } from './origin.ts'
import type { HeldParticulars } from './particulars-history.repository.ts'
import { cursorOfPerson, readEnrolmentHistory, readInsuredPeople, readParticulars } from './read-history.ts'

const SourceEnum = builder.enumType('RegisterSource', {
  description:
    'REGISTER: it stood in the register when its history began. DECLARATION: an accepted declaration. IMPORT: a file the office brought in. REQUEST: a change the employer asked for.',
  values: registerSources,
})

const OriginType = builder.objectRef<Origin>('RegisterOrigin').implement({
  description: 'Where the office knows something from, and since when.',
  fields: (t) => ({
    source: t.field({ type: SourceEnum, resolve: ({ source }) => oneOf(registerSources, source, 'source') }),
    formNo: t.exposeString('formNo', { nullable: true, description: 'Of the declaration.' }),
    recordedAt: t.field({ type: 'DateTime', resolve: ({ recordedAt }) => recordedAt }),
    recordedBy: t.string({
      nullable: true,
      description: 'Who accepted or released it; for staff.',
      resolve: ({ recordedBy }, _args, { viewer }) => (viewer?.kind === 'STAFF' ? recordedBy : null),
    }),
    supersededAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when it is known better; null while it stands.',
      resolve: ({ supersededAt }) => supersededAt,
    }),
  }),
})

const ParticularsType = builder.objectRef<HeldParticulars>('UnitParticulars').implement({
  personal: beneath,
  description: 'What holds of a unit from a day to a day. Numbers and names of people are masked.',
  fields: (t) => ({
    id: t.exposeID('id'),
    validFrom: t.field({ type: 'Date', resolve: ({ validFrom }) => validFrom }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day; null while it holds.',
      resolve: ({ validTo }) => validTo,
    }),
    district: t.field({
      type: DistrictType,
      nullable: true,
      description: 'Null: the whole agency.',
      resolve: ({ district }) => (district === null ? null : nameDistrict(district)),
    }),
    unitType: t.exposeString('unitType'),
    industry: t.exposeString('industry'),
    injuryClass: t.exposeInt('injuryClass'),
    injuryRatePpm: t.exposeInt('injuryRatePpm', {
      nullable: true,
      description: 'The unit’s own rate within its class (SIL 34).',
    }),
    registeredAddress: t.exposeString('registeredAddress'),
    actualAddress: t.exposeString('actualAddress', {
      nullable: true,
      description: 'Null where it is the registered one.',
    }),
    legalRepName: t.exposeString('legalRepName'),
    legalRepId: t.exposeString('legalRepIdMasked'),
    bankName: t.exposeString('bankName'),
    bankAccountName: t.exposeString('bankAccountName'),
    bankAccount: t.exposeString('bankAccountMasked'),
    contact: t.exposeString('contactMasked', { nullable: true, description: 'The handler.' }),
    origin: t.field({ type: OriginType, resolve: (row) => row }),
  }),
})

const StretchType = builder.objectRef<HeldEnrolment>('EnrolmentStretch').implement({
  personal: noted('READ_INSURED_PEOPLE', 'READ_ENROLMENT_HISTORY'),
  description: 'Months in which the same holds of a person with a unit. Masked.',
  fields: (t) => ({
    id: t.exposeID('id'),
    individualId: t.exposeID('individualId'),
    name: t.exposeString('nameMasked'),
    idNumber: t.exposeString('idMasked'),
    fromPeriod: t.field({ type: 'Period', resolve: ({ fromPeriod }) => fromPeriod }),
    toPeriod: t.field({
      type: 'Period',
      nullable: true,
      description: 'Last month; null while it holds.',
      resolve: ({ toPeriod }) => toPeriod,
    }),
    hireDate: t.field({ type: 'Date', resolve: ({ hireDate }) => hireDate }),
    leaveDate: t.field({ type: 'Date', nullable: true, resolve: ({ leaveDate }) => leaveDate }),
    stopReason: t.exposeString('stopReason', { nullable: true }),
    averageWage: t.field({
      type: 'Fen',
      description: 'Monthly average the bases are clamped from.',
      resolve: ({ averageWage }) => fen(Number(averageWage)),
    }),
    insurances: t.field({ type: [InsuranceEnum], resolve: ({ insurances }) => insurances }),
    rows: t.exposeInt('rows', { description: 'How many rows enrolmentHistory has of the person.' }),
    origin: t.field({ type: OriginType, resolve: (row) => row }),
  }),
})

const PeopleConnection = builder.connectionObject({ type: StretchType, name: 'InsuredPeopleConnection' })
const asKnownOn = 'As the office knew it at the end of this day; as it knows now when left out.'

builder.objectFields(EmployerType, (t) => ({
  particulars: t.field({
    personal: shown('READ_UNIT_PARTICULARS', ({ id }) => id, 'Employer'),
    type: [ParticularsType],
    authScopes: { may: 'register:history' },
    description: 'What held of the unit, the latest days first. For the unit itself and for staff.',
    args: { asKnownOn: t.arg({ type: 'Date', description: asKnownOn }) },
    resolve: ({ id }, args, { platform, viewer }) => readParticulars(platform, viewer, id, args.asKnownOn),
  }),
  insuredPeople: t.field({
    type: PeopleConnection,
    authScopes: { may: 'register:history' },
    description:
      'Who is insured with the unit in a month, by their hire date, 50 at a time unless `first` (1-100) says otherwise. For the unit itself and for staff.',
    args: {
      period: t.arg({ type: 'Period', description: 'The current month when left out.' }),
      asKnownOn: t.arg({ type: 'Date', description: asKnownOn }),
      search: t.arg.string({ description: 'The whole number of one person, or a whole name.' }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    complexity: pageComplexity,
    resolve: async ({ id }, args, context) =>
      keysetPage(await readInsuredPeople(context.platform, context.viewer, id, args, context), args, cursorOfPerson),
  }),
  enrolmentHistory: t.field({
    type: [StretchType],
    authScopes: { may: 'register:history' },
    description:
      'All that is or was known of a person with the unit: what stands by its months, the latest first, then what was known before.',
    args: { individualId: t.arg.id({ required: true }) },
    resolve: ({ id }, { individualId }, context) =>
      readEnrolmentHistory(context.platform, context.viewer, id, individualId, context),
  }),
}))
