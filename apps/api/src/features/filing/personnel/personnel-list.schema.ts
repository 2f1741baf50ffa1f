import { FIVE_INSURANCES } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import { employmentForms, householdTypes } from '@shebao/roster'
import type { EmploymentForm, HouseholdType } from '@shebao/roster'
import type { PersonnelTotals } from '@shebao/declaration-rules'
import { builder } from '../../../graphql/builder.ts'
import { beneath, shown } from '../../../graphql/personal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { notFound, unauthenticated } from '../../../access/refusal.ts'
import { keysetPage } from '../../../access/keyset.ts'
import { DeclarationType, IssueType } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { findPlaces } from './find-places.ts'
import type { PersonnelPlaces } from './find-places.ts'
import { personnelRowStates } from './personnel.repository.ts'
import { DRAFTS_AT_MOST, NAMED_ROWS_AT_MOST, readPersonnelDrafts } from './read-personnel-drafts.ts'
import type { DraftOfPerson } from './read-personnel-drafts.ts'
import { readPersonnel } from './read-personnel.ts'
import { EmploymentFormEnum, HouseholdTypeEnum, PersonnelRecordType } from './personnel.schema.ts'
import { loadInspectionPolicy } from './personnel-context.ts'
import { readSummary } from './read-summary.ts'
import type { PersonnelSummary } from './summarise-personnel.ts'

const RowStateEnum = builder.enumType('PersonnelRowState', {
  description: 'The worst the rules say of a row.',
  values: personnelRowStates,
})
const PersonnelFilterEnum = builder.enumType('PersonnelFilter', {
  values: ['ALL', 'WITH_ERRORS', 'WITH_WARNINGS'] as const,
})

interface InsuranceTotal {
  insurance: FiveInsurance
  totals: Readonly<PersonnelTotals>
}

const InsuranceTotalType = builder.objectRef<InsuranceTotal>('PersonnelInsuranceTotal').implement({
  description: 'One insurance over the whole list. `unknown` counts people of whom it cannot be said yet.',
  fields: (t) => ({
    insurance: t.field({ type: InsuranceEnum, resolve: ({ insurance }) => insurance }),
    insured: t.int({ resolve: ({ insurance, totals }) => totals.insured[insurance].value }),
    base: t.field({
      type: 'Fen',
      description: 'Sum of the known contribution bases.',
      resolve: ({ insurance, totals }) => totals.bases[insurance].value as never,
    }),
    unknown: t.int({ resolve: ({ insurance, totals }) => totals.bases[insurance].unknown }),
  }),
})

const FormCount = builder.objectRef<{ form: EmploymentForm; people: number }>('EmploymentFormCount').implement({
  fields: (t) => ({
    form: t.field({ type: EmploymentFormEnum, resolve: ({ form }) => form }),
    people: t.exposeInt('people'),
  }),
})
const HouseholdCount = builder.objectRef<{ household: HouseholdType; people: number }>('HouseholdTypeCount').implement({
  fields: (t) => ({
    household: t.field({ type: HouseholdTypeEnum, resolve: ({ household }) => household }),
    people: t.exposeInt('people'),
  }),
})

const SummaryType = builder.objectRef<PersonnelSummary & { revision: number }>('PersonnelSummary').implement({
  description:
    'Counts and sums of a list. Issue counts of a draft go by the rules of today, those of a submitted version by the day it was submitted.',
  fields: (t) => ({
    people: t.exposeInt('people'),
    rowsWithErrors: t.exposeInt('rowsWithErrors'),
    rowsWithWarnings: t.exposeInt('rowsWithWarnings'),
    rowsOnlyWarned: t.exposeInt('rowsOnlyWarned', { description: 'With a warning and no error.' }),
    lastRow: t.exposeInt('lastRow', { description: 'Highest row number in use.' }),
    revision: t.exposeInt('revision', {
      description: 'Counts up with every change of the draft; send it back as expectedRevision.',
    }),
    wages: t.field({
      type: 'Fen',
      description: 'Sum of the known wages of last year.',
      resolve: async ({ totals }) => (await totals()).wages.value as never,
    }),
    wagesUnknown: t.int({
      description: 'People whose wages are not known.',
      resolve: async ({ totals }) => (await totals()).wages.unknown,
    }),
    months: t.int({ resolve: async ({ totals }) => (await totals()).months.value }),
    insurances: t.field({
      type: [InsuranceTotalType],
      complexity: { multiplier: FIVE_INSURANCES.length },
      resolve: async (summary) => {
        const totals = await summary.totals()
        return FIVE_INSURANCES.map((insurance) => ({ insurance, totals }))
      },
    }),
    employmentForms: t.field({
      type: [FormCount],
      complexity: { multiplier: 4 },
      resolve: async ({ totals }) => {
        const { employmentForm } = await totals()
        return employmentForms.map((form) => ({ form, people: employmentForm[form] }))
      },
    }),
    householdTypes: t.field({
      type: [HouseholdCount],
      complexity: { multiplier: 4 },
      resolve: async ({ totals }) => {
        const { householdType } = await totals()
        return householdTypes.map((household) => ({ household, people: householdType[household] }))
      },
    }),
  }),
})

const DraftOfPersonType = builder.objectRef<DraftOfPerson>('PersonnelDraftRow').implement({
  personal: beneath,
  description: 'One person of the draft in bulk form.',
  fields: (t) => ({
    rowNo: t.exposeInt('rowNo'),
    draft: t.field({
      type: 'JSON',
      description: 'Shaped as PersonnelDraftInput, without nulls.',
      resolve: ({ draft }) => draft,
    }),
    idDigitsLost: t.exposeBoolean('idDigitsLost', {
      description: 'The file kept the number as a number and its last digits are gone.',
    }),
    activeElsewhere: t.exposeBoolean('activeElsewhere', {
      description: 'Another unit has the person in pension or medical insurance now.',
    }),
    firstRow: t.int({
      nullable: true,
      description: 'The first row of the draft with the same number; null without a number.',
      resolve: ({ firstRow }) => firstRow,
    }),
    issues: t.field({
      type: [IssueType],
      complexity: { multiplier: 3 },
      description: 'What the rules say of the person where they stand in the draft, as of today.',
      resolve: async ({ issues }) => [...(await issues())],
    }),
  }),
})

const PlacesType = builder.objectRef<PersonnelPlaces>('PersonnelPlaces').implement({
  description: 'Which rows of the draft a filter and a search let through, in row order.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Of the draft they were found in.' }),
    ranges: t.intList({
      description: 'First and last row of each run of rows, one pair after the other.',
      resolve: ({ ranges }) => ranges.flatMap(({ from, to }) => [from, to]),
    }),
  }),
})

const RulesType = builder.objectRef<DeclarationRow>('PersonnelRules').implement({
  description: 'What a client needs to run the personnel rules itself.',
  fields: (t) => ({
    today: t.field({ type: 'Date', resolve: (_row, _args, { platform }) => platform.clock.today() }),
    year: t.exposeInt('year'),
    signedList: t.exposeBoolean('signedList'),
    policy: t.field({
      type: 'JSON',
      description: 'The policy in force, as the package premium compiles it.',
      resolve: (row, _args, { platform }) => loadInspectionPolicy(platform, row),
    }),
  }),
})

builder.objectFields(DeclarationType, (t) => ({
  signedList: t.exposeBoolean('signedList', {
    description: 'The employees’ signatures were stated once for the whole list.',
  }),
  personnel: t.connection({
    authScopes: { may: 'declaration:read' },
    type: PersonnelRecordType,
    description:
      'People in row order. Without `version`: the draft for the employer, the last submitted version for staff.',
    args: {
      version: t.arg.int(),
      filter: t.arg({ type: PersonnelFilterEnum }),
      idNumber: t.arg.string({ description: 'A whole identity number.' }),
    },
    resolve: async (declaration, args, context) => {
      const { platform, viewer } = context
      if (!viewer) throw unauthenticated()
      return keysetPage(await readPersonnel(platform, viewer, declaration, args, context), args, ({ row }) => [row])
    },
  }),
  personnelSummary: t.field({
    authScopes: { may: 'declaration:read' },
    type: SummaryType,
    complexity: 50,
    args: { version: t.arg.int() },
    resolve: (declaration, args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readSummary(platform, viewer, declaration, args.version)
    },
  }),
  personnelDrafts: t.field({
    authScopes: { may: 'draft:read' },
    unauthorizedError: () => notFound('declaration'),
    personal: shown('READ_PERSONNEL', ({ id }) => id, 'Declaration'),
    type: [DraftOfPersonType],
    complexity: { field: 20, multiplier: 20 },
    description: `The draft in bulk, in row order, ${DRAFTS_AT_MOST} people at a time at most. For the employer alone.`,
    args: {
      afterRow: t.arg.int({ required: true, defaultValue: -1 }),
      limit: t.arg.int({ required: true, defaultValue: DRAFTS_AT_MOST }),
      rowNos: t.arg.intList({ description: `These rows alone, at most ${NAMED_ROWS_AT_MOST}.` }),
      idNumber: t.arg.string({ description: 'Those who bear this whole identity number alone.' }),
    },
    resolve: (declaration, args, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return readPersonnelDrafts(platform, viewer, declaration, args)
    },
  }),
  personnelPlaces: t.field({
    authScopes: { may: 'draft:read' },
    unauthorizedError: () => notFound('declaration'),
    type: PlacesType,
    complexity: 50,
    description: 'Where in the draft the people are whom a filter and a search let through. For the employer alone.',
    args: {
      state: t.arg({ type: RowStateEnum, description: 'All where it is not given.' }),
      text: t.arg.string({
        required: true,
        defaultValue: '',
        description: 'Part of a name or of an identity number, or a whole number.',
      }),
    },
    resolve: (declaration, { state, text }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      return findPlaces(platform, viewer, declaration, { state: state ?? undefined, text })
    },
  }),
  personnelRules: t.field({ type: RulesType, resolve: (declaration) => declaration }),
}))
