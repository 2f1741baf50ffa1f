import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { orStale } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn } from '../../../graphql/decision.ts'
import { stepResult } from '../../../graphql/step-result.ts'
import { checkReport, decideReport, noteFinding } from './check-report.ts'
import { openEvidence } from './read-report.ts'
import { reportRefusals } from './report-codes.ts'
import { EvidenceType, ReportType } from './report-types.schema.ts'
import { findReport, listReports } from './report.repository.ts'

const ReportConnection = builder.connectionObject({ type: ReportType, name: 'EmployerReportConnection' })

builder.queryFields((t) => ({
  employerReports: t.field({
    type: ReportConnection,
    authScopes: { may: 'report:read' },
    description:
      'Reports about employers that wait, or that were ended; newest first, 50 at a time unless `first` (1-100) says otherwise. Without who reported.',
    args: { open: t.arg.boolean({ required: true }), first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) => {
      requireMay(viewer, 'report:read')
      const [at, id] = decodeCursor(args, 2) ?? []
      const day = new Date(String(at))
      if (at !== undefined && Number.isNaN(day.getTime())) throw badInput('after', 'This is no cursor of this list.')
      const before = at === undefined ? undefined : { at: day, id: requireUuid(String(id), 'report') }
      const rows = await listReports(platform, { open: args.open, before, limit: pageSize(args) + 1 })
      return keysetPage(rows, args, (row) => [row.receivedAt.toISOString(), row.id])
    },
  }),
  employerReport: t.field({
    type: ReportType,
    authScopes: { may: 'report:read' },
    description: 'One report about an employer, without who reported.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { platform, viewer }) => {
      requireMay(viewer, 'report:read')
      return (await findReport(platform, requireUuid(id, 'report'))) ?? Promise.reject(notFound('report'))
    },
  }),
}))

const { ResultType, shaped } = stepResult('EmployerReport', ReportType, {
  description:
    'FINDING_MISSING: nothing was noted as found. NAMES_REPORTER: the words name whoever reported. SAME_PERSON: another has to decide. ENDED: it is in another state.',
  values: reportRefusals,
})

const DecisionEnum = builder.enumType('EmployerReportDecision', {
  description:
    'SUBSTANTIATE: it becomes a case for the collection office. HAND_OVER: another authority is competent, and is written to (SIL 82).',
  values: ['SUBSTANTIATE', 'NOT_SUBSTANTIATE', 'HAND_OVER'] as const,
})

builder.mutationFields((t) => ({
  openReportEvidence: t.field({
    type: EvidenceType,
    authScopes: { may: 'report:evidence' },
    description:
      'Who reported, and with what: for whoever holds the report, and whoever may decide it. Noted, and shown to the person.',
    args: {
      id: t.arg.id({ required: true }),
      reason: t.arg.string({
        required: true,
        description: 'Why it is needed, 4 to 200 characters; kept in the audit trail, and shown to the person.',
      }),
    },
    resolve: (_root, args, { platform, viewer, origin }) => openEvidence(platform, viewer, { ...args, origin }),
  }),
  checkReport: t.field({
    type: ResultType,
    authScopes: { may: 'report:check' },
    description: 'Takes a report up. Whoever does holds it, and another decides.',
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(checkReport(platform, viewer, origin, decision))),
  }),
  noteReportFinding: t.field({
    type: ResultType,
    authScopes: { may: 'report:check' },
    description: 'What was found. Others read it: words that name whoever reported are refused.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      finding: t.arg.string({ required: true, description: '4 to 1000 characters.' }),
    },
    resolve: async (_root, decision, { platform, viewer, origin }) =>
      shaped(await orStale(noteFinding(platform, viewer, origin, decision))),
  }),
  decideReport: t.field({
    type: ResultType,
    authScopes: { may: 'report:decide' },
    description: 'Ends a report, by somebody else than who checked it, and answers whoever reported.',
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      decision: t.arg({ type: DecisionEnum, required: true }),
      answer: t.arg.string({ required: true, description: '4 to 1000 characters; the reporter reads it.' }),
      handedTo: t.arg.string({ description: 'HAND_OVER: the authority, 2 to 120 characters.' }),
      letterNo: t.arg.string({ description: 'HAND_OVER: the number of the letter, 2 to 100 characters.' }),
    },
    resolve: async (_root, { decision: event, ...rest }, { platform, viewer, origin }) =>
      shaped(await orStale(decideReport(platform, viewer, origin, { ...rest, event }))),
  }),
}))
