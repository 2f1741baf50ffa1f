import { fen, oneOf } from '@shebao/kernel'
import { listCaseEvents } from '../../../case/case-event.repository.ts'
import type { CaseEventRow } from '../../../case/case-event.repository.ts'
import { markOf } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { notedInClear, own } from '../../../graphql/personal.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { AttachmentType, filesOf } from '../../register/attachment/index.ts'
import { WatchedMonthType } from '../watch/index.ts'
import { mayOpenEvidence } from './read-report.ts'
import type { ReportEvidence } from './read-report.ts'
import { reportKinds } from './report-codes.ts'
import { reportCase } from './report-case.ts'
import { reportTable } from './report.lifecycle.ts'
import type { ReportRow } from './report.repository.ts'
import { findReporter } from './reporter.repository.ts'
import type { ReporterContent } from './reporter.repository.ts'

export const KindEnum = builder.enumType('EmployerReportKind', {
  description:
    'UNDERPAID: what was declared was not paid, or not in full. UNREGISTERED: the person was not registered. WRONG_BASE: less was declared than they earned.',
  values: reportKinds,
})
const StateEnum = builder.enumType('EmployerReportState', { values: reportTable.states })

const kind = ({ kind: code }: ReportRow) => oneOf(reportKinds, code, 'kind')

export const ReportType = builder.objectRef<ReportRow>('EmployerReport').implement({
  description: 'A report about an employer as the office works on it: who reported is none of its fields (R259 21).',
  fields: (t) => ({
    id: t.exposeID('id'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, reportCase, row),
    }),
    procedure: t.field({ ...procedure, resolve: procedureOf(reportCase) }),
    number: t.exposeString('number'),
    kind: t.field({ type: KindEnum, resolve: kind }),
    employerId: t.exposeID('employerId', { nullable: true }),
    unitName: t.exposeString('unitName'),
    from: t.field({ type: 'Period', resolve: ({ fromPeriod }) => fromPeriod }),
    to: t.field({ type: 'Period', resolve: ({ toPeriod }) => toPeriod }),
    state: t.field({ type: StateEnum, resolve: (row) => reportCase.state(row) }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    held: t.boolean({
      description: 'The asker checks it.',
      resolve: ({ heldBy }, _args, { viewer }) => heldBy !== null && heldBy === viewer?.accountId,
    }),
    mayOpenEvidence: t.boolean({
      description: 'The asker may open who reported, and with what.',
      resolve: (row, _args, { viewer }) => mayOpenEvidence(viewer, row),
    }),
    finding: t.exposeString('finding', { nullable: true, description: 'What was found; names nobody.' }),
    answer: t.exposeString('answer', { nullable: true, description: 'What the reporter reads.' }),
    handedTo: t.exposeString('handedTo', {
      nullable: true,
      description: 'The authority it was handed over to (SIL 82).',
    }),
    letterNo: t.exposeString('letterNo', { nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
  }),
})

export const EvidenceType = builder.objectRef<ReportEvidence>('EmployerReportEvidence').implement({
  personal: notedInClear({ to: 'report:evidence', reason: 'ASKED' }, 'READ_REPORTER'),
  description: 'Who reported, and with what. Every look is noted and shown to the person.',
  fields: (t) => ({
    id: t.id({ resolve: ({ report }) => report.id }),
    name: t.exposeString('name'),
    idMasked: t.exposeString('idMasked'),
    words: t.exposeString('words'),
    saidBase: t.field({
      type: 'Fen',
      nullable: true,
      description: 'WRONG_BASE: what the base should be, a month.',
      resolve: ({ saidBase }) => (saidBase === null ? null : fen(saidBase)),
    }),
    sheet: t.field({
      type: [WatchedMonthType],
      description: 'What the office’s record said of these months when it was reported.',
      resolve: ({ sheet }) => [...sheet],
    }),
    files: t.field({
      type: [AttachmentType],
      resolve: async ({ report }, _args, { platform }) => [...(await filesOf(platform, 'EMPLOYER_REPORT', report))],
    }),
  }),
})

const StepType = builder.objectRef<CaseEventRow>('OwnReportStep').implement({
  description: 'What happened to a report, without who in the office did it.',
  fields: (t) => ({
    id: t.id({ resolve: ({ seq }) => String(seq) }),
    state: t.field({ type: StateEnum, resolve: ({ toState }) => oneOf(reportTable.states, toState, 'state') }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
})

/** A report whose sealed part is opened only where it is asked for. */
export type OwnReport = ReportRow & { own?: ReporterContent }

async function ownOf(report: OwnReport, platform: Parameters<typeof findReporter>[0]): Promise<ReporterContent> {
  const own = report.own ?? (await findReporter(platform, report.id))
  return own ?? Promise.reject(new Error(`The report ${report.id} has no reporter.`))
}

export const OwnReportType = builder.objectRef<OwnReport>('OwnReport').implement({
  personal: own,
  description: 'The asker’s own report about an employer, and how far it has come. The employer never sees it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number'),
    kind: t.field({ type: KindEnum, resolve: kind }),
    unitName: t.exposeString('unitName'),
    from: t.field({ type: 'Period', resolve: ({ fromPeriod }) => fromPeriod }),
    to: t.field({ type: 'Period', resolve: ({ toPeriod }) => toPeriod }),
    state: t.field({ type: StateEnum, resolve: (row) => reportCase.state(row) }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    words: t.string({ resolve: async (row, _args, { platform }) => (await ownOf(row, platform)).words }),
    saidBase: t.field({
      type: 'Fen',
      nullable: true,
      resolve: async (row, _args, { platform }) => {
        const { saidBase } = await ownOf(row, platform)
        return saidBase === null ? null : fen(saidBase)
      },
    }),
    sheet: t.field({
      type: [WatchedMonthType],
      description: 'The sheet of the record that went along.',
      resolve: async (row, _args, { platform }) => [...(await ownOf(row, platform)).sheet],
    }),
    files: t.field({
      type: [AttachmentType],
      resolve: async (row, _args, { platform }) => [...(await filesOf(platform, 'EMPLOYER_REPORT', row))],
    }),
    steps: t.field({
      type: [StepType],
      description: 'In order.',
      resolve: async ({ id }, _args, { platform }) => {
        const events = await listCaseEvents(platform, { lifecycle: reportTable.lifecycle, id })
        return events.filter(({ fromState, toState }) => fromState !== toState)
      },
    }),
    answer: t.exposeString('answer', { nullable: true }),
    handedTo: t.exposeString('handedTo', { nullable: true }),
    letterNo: t.exposeString('letterNo', { nullable: true }),
  }),
})
