import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import { withdrawReport } from './check-report.ts'
import { handInReport } from './hand-in-report.ts'
import { readOwnReport } from './read-report.ts'
import { handInRefusals } from './report-codes.ts'
import type { HandInRefusal } from './report-codes.ts'
import { KindEnum, OwnReportType } from './report-types.schema.ts'
import type { OwnReport } from './report-types.schema.ts'
import { listReportsOf } from './reporter.repository.ts'

builder.queryFields((t) => ({
  myReports: t.field({
    type: [OwnReportType],
    authScopes: { may: 'report:follow' },
    description: 'What the signed-in person reported of employers, newest first; at most 200.',
    resolve: (_root, _args, { platform, viewer }) =>
      listReportsOf(platform, requireMay(viewer, 'report:follow').individualId),
  }),
  myReport: t.field({
    type: OwnReportType,
    authScopes: { may: 'report:follow' },
    description: 'One of the signed-in person’s own reports.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => readOwnReport(platform, viewer, id),
  }),
}))

interface RefusedShape {
  refusal: HandInRefusal | 'ENDED'
}
const RefusedType = builder.objectRef<RefusedShape>('OwnReportRefused').implement({
  fields: (t) => ({
    reason: t.field({
      type: builder.enumType('OwnReportRefusal', {
        description:
          'TOO_MANY: five in a day. ALREADY_OPEN: the same of the same unit is being looked into. ENDED: it was decided before.',
        values: [...handInRefusals, 'ENDED'] as const,
      }),
      resolve: ({ refusal }) => refusal,
    }),
  }),
})
const ResultType = builder.unionType('OwnReportResult', {
  types: [OwnReportType, RefusedType],
  resolveType: (outcome) => ('refusal' in outcome ? RefusedType : OwnReportType),
})
const shaped = (outcome: OwnReport | HandInRefusal | 'ENDED') =>
  typeof outcome === 'string' ? { refusal: outcome } : outcome

const NewReportInput = builder.inputType('NewReportInput', {
  fields: (t) => ({
    requestKey: t.string({ required: true, description: 'A UUID of the press: the same one twice is one report.' }),
    kind: t.field({ type: KindEnum, required: true }),
    employerId: t.id({ description: 'One of the asker’s own employers.' }),
    unitName: t.string({ description: 'UNREGISTERED, of another unit: what it is called, 2 to 120 characters.' }),
    creditCode: t.string({ description: 'Its unified social credit code, where known.' }),
    from: t.field({ type: 'Period', required: true }),
    to: t.field({ type: 'Period', required: true }),
    words: t.string({ required: true, description: '4 to 1000 characters.' }),
    saidBase: t.field({ type: 'Fen', description: 'WRONG_BASE: what the base should be, a month.' }),
    files: t.idList({
      required: true,
      description: 'Contract, pay slips: handed in with POST /attachments; none is needed.',
    }),
  }),
})

builder.mutationFields((t) => ({
  handInReport: t.field({
    type: ResultType,
    authScopes: { may: 'report:hand-in' },
    description:
      'Reports an employer to the office (SIL 82, R259 21). The sheet of the asker’s own record for these months goes along. The employer never learns of it.',
    args: { input: t.arg({ type: NewReportInput, required: true }) },
    resolve: async (_root, { input }, { platform, viewer }) => shaped(await handInReport(platform, viewer, input)),
  }),
  withdrawReport: t.field({
    type: ResultType,
    authScopes: { may: 'report:withdraw' },
    description: 'The asker takes a report of theirs back, while nothing is decided.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { platform, viewer }) => shaped(await withdrawReport(platform, viewer, id)),
  }),
}))
