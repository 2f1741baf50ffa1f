import { MONTHLY_STATES, monthlyLifecycle, STOP_TYPES } from '@shebao/declaration-rules'
import type { OutlookStep } from '@shebao/declaration-rules'
import { oneOf, period as toPeriod } from '@shebao/kernel'
import { RETIREMENT_CATEGORIES } from '@shebao/premium'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { may, requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { markOf } from '../../../case/case-mark.ts'
import { offersFor } from '../../../case/offers.ts'
import { builder } from '../../../graphql/builder.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { EmployerType, findEmployer } from '../../register/employer/index.ts'
import {
  DeclarationVersionType,
  FilingEnum,
  filings,
  findVersion,
  IssueType,
  listNotes,
  listVersions,
  VerdictEnum,
} from '../declaration/index.ts'
import type { ReviewNoteRow } from '../declaration/index.ts'
import { NextBillType } from '../inspection/index.ts'
import { StaffEventType, listEventRows } from '../review/index.ts'
import { askStop } from './ask-stop.ts'
import type { StopAnswer } from './ask-stop.ts'
import { ChangeFilterEnum, ChangesConnection } from './change.schema.ts'
import { countChanges } from './changes.repository.ts'
import type { ChangeCounts } from './changes.repository.ts'
import type { DutyRow } from './duties.repository.ts'
import { isEditable, monthlyCase, periodOf, requireMonthly } from './monthly-case.ts'
import { MonthlyDeclarationType } from './monthly-type.ts'
import { monthlyWindow, oldestPeriod } from './monthly-window.ts'
import type { MonthlyWindow } from './monthly-window.ts'
import { previewMonthly } from './preview-monthly.ts'
import type { MonthlyPreview } from './preview-monthly.ts'
import { changeKey, readChanges, shownVersion } from './read-changes.ts'
import { judge, monthlyKey, readMonthlyList, stateOf } from './read-monthly.ts'
import type { MonthlyJudgement } from './read-monthly.ts'
import { readDuties } from './report-unemployed.ts'

const StateEnum = builder.enumType('MonthlyDeclarationState', {
  description:
    'DRAFT, RETURNED and WITHDRAWN may be written in. NOTICED to OVERDUE follow from the notice of the month, ASSESSED from one that was deemed (SIL 62).',
  values: MONTHLY_STATES,
})
const EventEnum = builder.enumType('MonthlyDeclarationEvent', {
  values: [...new Set(monthlyLifecycle.steps.map(({ event }) => event))],
})

const CountsType = builder.objectRef<ChangeCounts>('MonthlyChangeCounts').implement({
  fields: (t) => ({
    changes: t.exposeInt('changes'),
    joins: t.exposeInt('joins'),
    stops: t.exposeInt('stops'),
    bases: t.exposeInt('bases'),
    infos: t.exposeInt('infos'),
    withErrors: t.exposeInt('withErrors', { description: 'Rows with an error of their own, as they were when saved.' }),
    withWarnings: t.exposeInt('withWarnings'),
  }),
})

const DutyType = builder.objectRef<{ dueOn: string; people: number }>('MonthlyDuty').implement({
  description: 'The unemployed list is reported by this day (SIL 50).',
  fields: (t) => ({ dueOn: t.expose('dueOn', { type: 'Date' }), people: t.exposeInt('people') }),
})

const JudgementType = builder.objectRef<MonthlyJudgement>('MonthlyJudgement').implement({
  description: 'The rules’ word: on the draft as it is now, on a version as it was handed in.',
  fields: (t) => ({
    verdict: t.expose('verdict', { type: VerdictEnum }),
    issues: t.field({
      type: [IssueType],
      complexity: 100,
      description: 'At most 1000, in the order of the rows.',
      resolve: ({ issues }) => issues.slice(0, 1000),
    }),
    errors: t.int({ resolve: ({ issues }) => issues.filter(({ severity }) => severity === 'error').length }),
    lateRegistrations: t.exposeInt('lateRegistrations', { description: 'Hired more than 30 days ago (SIL 58).' }),
    duties: t.field({ type: [DutyType], resolve: ({ duties }) => [...duties] }),
  }),
})

export const MonthlyNoteType = builder.objectRef<ReviewNoteRow>('MonthlyNote').implement({
  description: 'A defect that staff named when they returned a version.',
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.exposeInt('version'),
    path: t.exposeString('path', { description: '`change[3].hireDate` by its row, `change.*`, or `unit`.' }),
    text: t.exposeString('text'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
})

const PreviewType = builder.objectRef<MonthlyPreview>('MonthlyPreview').implement({
  description: 'What the declaration comes to, found out by handing it in and accepting it, and undoing both.',
  fields: (t) => ({
    nextBill: t.field({
      type: NextBillType,
      description: 'The month beside the last bill.',
      resolve: (preview) => preview,
    }),
    unchanged: t.exposeInt('unchanged', { description: 'People of the month whom it does not touch.' }),
    differenceBilled: t.expose('differenceBilled', {
      type: 'Fen',
      description: 'What months that are billed already cost more.',
    }),
    differenceCredited: t.expose('differenceCredited', { type: 'Fen' }),
    differencePeople: t.exposeInt('differencePeople'),
  }),
})

const SummaryType = builder.objectRef<{ unitName: string; registrationNo: string }>('MonthlyUnit').implement({
  fields: (t) => ({ unitName: t.exposeString('unitName'), registrationNo: t.exposeString('registrationNo') }),
})

MonthlyDeclarationType.implement({
  description: "A unit's declaration of one month (月度申报). An employer sees its own, staff what was handed in.",
  fields: (t) => ({
    id: t.exposeID('id'),
    period: t.field({ type: 'Period', resolve: periodOf }),
    filing: t.field({ type: FilingEnum, resolve: ({ filing }) => oneOf(filings, filing, 'filing') }),
    sequence: t.exposeInt('sequence', { description: 'Counts the supplementary and revised ones of a month.' }),
    state: t.field({
      type: StateEnum,
      complexity: 5,
      resolve: (row, _args, { platform }) => stateOf(platform, row),
    }),
    editable: t.boolean({
      description: 'Whether the asker may write in it.',
      resolve: (row, _args, { viewer }) => isEditable(row) && may(viewer, 'draft:edit', row),
    }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, monthlyCase, row),
    }),
    revision: t.exposeInt('personnelRevision', { description: 'Counts up with every saved change.' }),
    version: t.exposeInt('version', { description: 'Last version handed in; 0 before the first.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Last day on which it is taken.' }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true }),
    savedAt: t.expose('updatedAt', { type: 'DateTime' }),
    employerId: t.exposeID('employerId'),
    unit: t.field({
      type: SummaryType,
      resolve: async ({ employerId }, _args, { platform }) => {
        const employer = await findEmployer(platform, employerId)
        if (!employer) throw notFound('employer')
        return { unitName: employer.name, registrationNo: employer.registrationNo }
      },
    }),
    counts: t.field({
      type: CountsType,
      complexity: 10,
      resolve: (row, _args, { platform, viewer }) =>
        countChanges(platform, { declarationId: row.id, version: shownVersion(viewer, row) }),
    }),
    judgement: t.field({
      type: JudgementType,
      complexity: 200,
      resolve: (row, _args, { platform, viewer }) => judge(platform, viewer, row),
    }),
    changes: t.field({
      type: ChangesConnection,
      complexity: pageComplexity,
      description: 'Person by person beside the register, in the order of rows; who is unchanged is not in it.',
      args: {
        filter: t.arg({ type: ChangeFilterEnum, defaultValue: 'ALL' }),
        idNumber: t.arg.string({ description: 'The whole number of one person.' }),
        rowNo: t.arg.int({ description: 'One row alone.' }),
        first: t.arg.int(),
        after: t.arg.string(),
      },
      resolve: async (row, args, { platform, viewer }) =>
        keysetPage(await readChanges(platform, viewer, row, args), args, changeKey),
    }),
    preview: t.field({
      type: PreviewType,
      nullable: true,
      complexity: 400,
      description: 'Null while it is incomplete, and where the office has no parameters to bill by.',
      resolve: async (row, _args, { platform, viewer }) => {
        if (!viewer) return null
        const outcome = await previewMonthly(platform, viewer, row)
        return outcome.kind === 'preview' ? outcome.preview : null
      },
    }),
    actions: t.field({
      type: [EventEnum],
      complexity: 20,
      description: 'What this account may do now; what four eyes bar is not in it.',
      resolve: async (row, _args, { platform, viewer }) =>
        viewer
          ? (await offersFor(platform, monthlyCase, viewer, row))
              .filter(({ standing }) => standing === 'MAY')
              .map(({ event }) => event)
          : [],
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(monthlyCase) }),
    notes: t.field({
      type: [MonthlyNoteType],
      complexity: 20,
      description: 'On the last version that was handed in; at most 200.',
      resolve: (row, _args, { platform }) => (row.version === 0 ? [] : listNotes(platform, row.id, row.version)),
    }),
    events: t.field({
      type: [StaffEventType],
      complexity: 20,
      description: 'What happened, oldest first; names of the office’s people for staff alone.',
      resolve: async (row, _args, { platform, viewer }) => {
        const events = await listEventRows(platform, row.id, monthlyLifecycle.lifecycle)
        if (viewer?.kind === 'STAFF') return events
        return events.map((event) => (event.actorKind === 'STAFF' ? { ...event, actorName: null } : event))
      },
    }),
    receipt: t.field({
      type: DeclarationVersionType,
      nullable: true,
      description: 'The last version handed in.',
      resolve: (row, _args, { platform }) => (row.version === 0 ? null : findVersion(platform, row.id, row.version)),
    }),
    versions: t.field({
      type: [DeclarationVersionType],
      complexity: 20,
      description: 'Versions handed in, newest first; at most 50.',
      resolve: (row, _args, { platform }) => listVersions(platform, row.id, { limit: 50 }),
    }),
  }),
})

export const MonthlyWindowType = builder.objectRef<MonthlyWindow>('MonthlyWindow').implement({
  description: 'Which month is declared now, and until when.',
  fields: (t) => ({
    monthlySelf: t.boolean({
      description: 'Every month is declared by itself; otherwise only what changes.',
      resolve: ({ mode }) => mode === 'MONTHLY_SELF',
    }),
    open: t.expose('open', { type: 'Period' }),
    cutOffDay: t.int({
      nullable: true,
      description: 'After this day of a month its changes count for the next; null where the region sets none.',
      resolve: ({ cutOffDay }) => cutOffDay ?? null,
    }),
    oldest: t.field({
      type: 'Period',
      description: 'Of what is supplemented or revised online.',
      resolve: oldestPeriod,
    }),
  }),
})

const StopTypeEnum = builder.enumType('StopType', { values: STOP_TYPES })
const CategoryEnum = builder.enumType('StopRetirementCategory', { values: RETIREMENT_CATEGORIES })
const OutlookStepType = builder.objectRef<OutlookStep>('StopOutlookStep').implement({
  fields: (t) => ({ code: t.exposeString('code'), value: t.exposeString('value'), source: t.exposeString('source') }),
})
const OutlookType = builder.objectRef<StopAnswer>('StopOutlook').implement({
  description: 'What stopping somebody breaks, before anybody confirms it, with how each figure came about.',
  fields: (t) => ({
    earliestLastPayable: t.expose('earliestLastPayable', {
      type: 'Period',
      description: 'It is owed whatever the stop says.',
    }),
    lastPayable: t.expose('lastPayable', { type: 'Period' }),
    firstMonthWithout: t.expose('firstMonthWithout', { type: 'Period' }),
    monthsPaid: t.exposeInt('monthsPaid', { description: 'Pension months by then, as far as this register knows.' }),
    monthsNeeded: t.exposeInt('monthsNeeded'),
    monthsMissing: t.exposeInt('monthsMissing'),
    retirementPeriod: t.expose('retirementPeriod', { type: 'Period' }),
    category: t.expose('category', { type: CategoryEnum }),
    monthsUntilRetirement: t.exposeInt('monthsUntilRetirement', {
      description: 'Each of them that nobody pays is lost to the count.',
    }),
    canStillReach: t.exposeBoolean('canStillReach'),
    unemployedListDue: t.field({
      type: 'Date',
      nullable: true,
      resolve: ({ unemployedListDue }) => unemployedListDue ?? null,
    }),
    steps: t.field({ type: [OutlookStepType], resolve: ({ steps }) => [...steps] }),
  }),
})

export const OpenDutyType = builder.objectRef<DutyRow>('UnemployedListDuty').implement({
  description: 'The unit has to report the unemployed list (SIL 50).',
  fields: (t) => ({
    id: t.exposeID('id'),
    declarationId: t.exposeID('declarationId'),
    dueOn: t.expose('dueOn', { type: 'Date' }),
    people: t.exposeInt('people'),
    reportedOn: t.expose('reportedOn', { type: 'Date', nullable: true }),
  }),
})

const Connection = builder.connectionObject({ type: MonthlyDeclarationType, name: 'MonthlyDeclarationsConnection' })

builder.queryFields((t) => ({
  monthlyDeclaration: t.field({
    type: MonthlyDeclarationType,
    authScopes: { may: 'declaration:read' },
    description:
      "One monthly declaration. Another employer's behaves as absent, and to staff one that was never handed in.",
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => requireMonthly(platform, viewer, requireUuid(id, 'declaration')),
  }),
  monthlyWindow: t.field({
    type: MonthlyWindowType,
    authScopes: { may: 'employer:act-for' },
    description: 'Of the employer who asks.',
    resolve: (_root, _args, { platform, viewer }) =>
      monthlyWindow(platform, requireMay(viewer, 'employer:act-for').employerId),
  }),
  stopOutlook: t.field({
    type: OutlookType,
    authScopes: { may: 'employer:act-for' },
    description: 'What stopping one of the unit’s people breaks. Nothing is written.',
    args: {
      individualId: t.arg.id({ required: true }),
      type: t.arg({ type: StopTypeEnum, required: true }),
      lastPayable: t.arg({ type: 'Period', description: 'The month that is open when left out.' }),
      leaveDate: t.arg({ type: 'Date' }),
      category: t.arg({ type: CategoryEnum, description: 'Of a woman, whose post the register does not know.' }),
    },
    resolve: (_root, { individualId, type, lastPayable, leaveDate, category }, { platform, viewer }) =>
      askStop(platform, viewer, {
        individualId: requireUuid(individualId, 'person'),
        type,
        lastMonth: lastPayable ? toPeriod(lastPayable) : undefined,
        leaveDate: leaveDate ?? undefined,
        category: category ?? undefined,
      }),
  }),
  unemployedListDuties: t.field({
    type: [OpenDutyType],
    authScopes: { may: 'employer:act-for' },
    description: 'Those of the employer who asks that are not reported; at most 100.',
    resolve: (_root, _args, { platform, viewer }) => readDuties(platform, viewer),
  }),
}))

builder.objectField(EmployerType, 'monthlyDeclarations', (t) =>
  t.field({
    type: Connection,
    authScopes: { may: 'declaration:read' },
    complexity: pageComplexity,
    description: 'The latest month first. The office sees what was handed in.',
    args: { first: t.arg.int(), after: t.arg.string() },
    resolve: async ({ id }, args, { platform, viewer }) =>
      keysetPage(await readMonthlyList(platform, viewer, id, args), args, monthlyKey),
  }),
)
