import { MONTHLY_STATES, monthlyLifecycle } from '@shebao/declaration-rules'
import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import { IssueType, VerdictEnum } from '../declaration/index.ts'
import { NextBillType, NoteStateEnum } from '../inspection/index.ts'
import type { ChangeCounts } from './changes.repository.ts'
import { isAnnualWindowOpen, oldestPeriod } from './monthly-window.ts'
import type { MonthlyWindow } from './monthly-window.ts'
import type { MonthlyNoteTask } from './note-tasks.ts'
import type { MonthlyPreview } from './preview-monthly.ts'
import type { MonthlyJudgement } from './read-monthly.ts'

export const StateEnum = builder.enumType('MonthlyDeclarationState', {
  description:
    'DRAFT, RETURNED and WITHDRAWN may be written in. NOTICED to OVERDUE follow from the notice of the month, ASSESSED from one that was deemed (SIL 62).',
  values: MONTHLY_STATES,
})
export const EventEnum = builder.enumType('MonthlyDeclarationEvent', {
  values: [...new Set(monthlyLifecycle.steps.map(({ event }) => event))],
})

export const CountsType = builder.objectRef<ChangeCounts>('MonthlyChangeCounts').implement({
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

export const JudgementType = builder.objectRef<MonthlyJudgement>('MonthlyJudgement').implement({
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

export const NoteType = builder.objectRef<MonthlyNoteTask>('MonthlyNote').implement({
  description: 'A defect that staff named when they returned a version, and what was done about it.',
  fields: (t) => ({
    id: t.id({ resolve: ({ note }) => note.id }),
    version: t.int({ resolve: ({ note }) => note.version }),
    path: t.string({
      description: '`change[3].hireDate` by its row, `change.*`, or `unit`.',
      resolve: ({ note }) => note.path,
    }),
    text: t.string({ resolve: ({ note }) => note.text }),
    createdAt: t.field({ type: 'DateTime', resolve: ({ note }) => note.createdAt }),
    state: t.expose('state', { type: NoteStateEnum }),
    row: t.int({
      nullable: true,
      description: 'The row it is about, while it is in the draft.',
      resolve: ({ row }) => row ?? null,
    }),
    answer: t.string({
      nullable: true,
      description: 'What the employer wrote to it.',
      resolve: ({ note }) => note.answer,
    }),
  }),
})

export const PreviewType = builder.objectRef<MonthlyPreview>('MonthlyPreview').implement({
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

export const SummaryType = builder.objectRef<{ unitName: string; registrationNo: string }>('MonthlyUnit').implement({
  fields: (t) => ({ unitName: t.exposeString('unitName'), registrationNo: t.exposeString('registrationNo') }),
})

export const WindowType = builder.objectRef<MonthlyWindow>('MonthlyWindow').implement({
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
    today: t.expose('today', { type: 'Date', description: 'The office’s day, by which the rules count.' }),
    annualWindowOpen: t.boolean({
      description: 'In the annual window another base needs no reason.',
      resolve: async (_window, _args, { platform, viewer }) =>
        isAnnualWindowOpen(platform, requireMay(viewer, 'monthly:open').employerId),
    }),
    oldest: t.field({
      type: 'Period',
      description: 'Of what is supplemented or revised online.',
      resolve: oldestPeriod,
    }),
  }),
})
