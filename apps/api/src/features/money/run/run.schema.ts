import { DECLARATION_MODES } from '@shebao/premium'
import { fen, period as toPeriod, oneOf } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { markOf, orStale, StaleDecision } from '../../../case/case-mark.ts'
import { isUuid } from '../../../access/uuid.ts'
import { keysetPage, pageComplexity, pageSize, decodeCursor } from '../../../access/keyset.ts'
import { unitProblemCodes } from '../assessment/index.ts'
import { pauseBillingRun, resumeBillingRun, retryBillingProblems } from './control-run.ts'
import { readRun } from './read-run.ts'
import { runCase } from './run-case.ts'
import { countProblems, listProblems, listRuns, runKinds, runStatuses } from './run.repository.ts'
import type { ProblemRow, RunRow } from './run.repository.ts'
import { readRunOutlook, requireRegion, runRefusals, startBillingRun } from './start-run.ts'
import type { RunOutlook, StartRunOutcome } from './start-run.ts'

const RunKindEnum = builder.enumType('BillingRunKind', {
  description:
    'MONTHLY: a month is billed to every employer of the region. DIFFERENCE: limits came late, months billed before are settled (补差).',
  values: runKinds,
})
const RunStatusEnum = builder.enumType('BillingRunStatus', { values: runStatuses })
const ProblemCodeEnum = builder.enumType('BillingProblemCode', {
  description: 'Why an employer could not be billed. The others were.',
  values: unitProblemCodes,
})
const ModeEnum = builder.enumType('DeclarationMode', {
  description:
    'CARRY_FORWARD: an unchanged earlier declaration covers the month. MONTHLY_SELF: a month nobody declared is charged 110 % of the last declared one (SIL 62).',
  values: DECLARATION_MODES,
})

const ProblemType = builder.objectRef<ProblemRow>('BillingRunProblem').implement({
  description: 'An employer that could not be billed.',
  fields: (t) => ({
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    registrationNo: t.exposeString('registrationNo'),
    code: t.field({ type: ProblemCodeEnum, resolve: ({ code }) => oneOf(unitProblemCodes, code, 'billing problem') }),
    detail: t.field({
      type: 'JSON',
      description: 'What the code is about: the wage in fen, the missing parameters, the range of the class in ppm.',
      resolve: ({ detail }) => detail,
    }),
    retry: t.exposeBoolean('retry', { description: 'It will be tried again in the next moments.' }),
  }),
})
const ProblemConnection = builder.connectionObject({ type: ProblemType, name: 'BillingRunProblemConnection' })

const RunType = builder.objectRef<RunRow>('BillingRun').implement({
  description: 'One run over all employers of the office. It may stop anywhere and goes on behind its last batch.',
  fields: (t) => ({
    id: t.exposeID('id'),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: (row, _args, { platform }) => markOf(platform, runCase, row),
    }),
    kind: t.field({ type: RunKindEnum, resolve: ({ kind }) => oneOf(runKinds, kind, 'run kind') }),
    period: t.field({ type: 'Period', resolve: ({ period }) => toPeriod(period) }),
    status: t.field({ type: RunStatusEnum, resolve: ({ status }) => oneOf(runStatuses, status, 'run status') }),
    employersTotal: t.exposeInt('employersTotal', { description: 'When it was started.' }),
    employersDone: t.exposeInt('employersDone'),
    noticesIssued: t.exposeInt('noticesIssued'),
    people: t.exposeInt('people', { description: 'People on the notices, each once for each of their months.' }),
    amount: t.field({
      type: 'Fen',
      description: 'Total of the notices.',
      resolve: ({ amount }) => fen(Number(amount)),
    }),
    credited: t.field({
      type: 'Fen',
      description:
        'MONTHLY: what employers had to their credit and the notices took. DIFFERENCE: what was credited to employers.',
      resolve: ({ credited }) => fen(Number(credited)),
    }),
    startedAt: t.field({ type: 'DateTime', resolve: ({ startedAt }) => startedAt }),
    heartbeatAt: t.field({
      type: 'DateTime',
      description: 'When its last batch was finished.',
      resolve: ({ heartbeatAt }) => heartbeatAt,
    }),
    finishedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ finishedAt }) => finishedAt }),
    problemCount: t.int({
      description: 'Employers that could not be billed.',
      resolve: ({ id }, _args, { platform }) => countProblems(platform, id),
    }),
    problems: t.field({
      description: 'By registration number, 50 at a time unless `first` (1-100) says otherwise.',
      type: ProblemConnection,
      args: { first: t.arg.int(), after: t.arg.string() },
      complexity: pageComplexity,
      resolve: async ({ id }, args, { platform }) => {
        const [after] = decodeCursor(args, 1) ?? []
        const rows = await listProblems(platform, id, typeof after === 'string' ? after : undefined, pageSize(args) + 1)
        return keysetPage(rows, args, ({ registrationNo }) => [registrationNo])
      },
    }),
  }),
})
const ControlResult = builder.unionType('ControlBillingRunResult', {
  types: [RunType, StaleDecisionType],
  resolveType: (outcome) => (outcome instanceof StaleDecision ? StaleDecisionType : RunType),
})
const RunConnection = builder.connectionObject({ type: RunType, name: 'BillingRunConnection' })

type Started = Extract<StartRunOutcome, { kind: 'STARTED' }>
type Refused = Extract<StartRunOutcome, { kind: 'REFUSED' }>
const RunRefusalEnum = builder.enumType('BillingRunRefusalReason', {
  description:
    'FUTURE_MONTH: at most the next month. NO_PARAMETERS: the region or month has none at all. WINDOW_OPEN: employers may still declare it. ALREADY_DONE: a month is billed once. NO_CALENDAR: its bills would fall due in a year whose working days are not published.',
  values: runRefusals,
})
const RunStarted = builder.objectRef<Started>('BillingRunStarted').implement({
  fields: (t) => ({
    run: t.field({ type: RunType, resolve: ({ run }) => run }),
    resumed: t.exposeBoolean('resumed', { description: 'It had been begun before and goes on.' }),
  }),
})
const RunRefused = builder.objectRef<Refused>('BillingRunRefused').implement({
  fields: (t) => ({
    reason: t.field({ type: RunRefusalEnum, resolve: ({ reason }) => reason }),
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    run: t.field({ type: RunType, nullable: true, description: 'ALREADY_DONE: which.', resolve: ({ run }) => run }),
    limit: t.exposeString('limit', {
      nullable: true,
      description:
        'FUTURE_MONTH: the last month that may be billed. NO_PARAMETERS: the first month that could be. NO_CALENDAR: the year.',
    }),
    opensAfter: t.exposeString('opensAfter', {
      nullable: true,
      description: 'WINDOW_OPEN: the last day on which the month may be declared.',
    }),
  }),
})
const StartRunResult = builder.unionType('StartBillingRunResult', {
  types: [RunStarted, RunRefused],
  resolveType: (outcome) => (outcome.kind === 'STARTED' ? RunStarted : RunRefused),
})

const OutlookType = builder.objectRef<RunOutlook>('BillingRunOutlook').implement({
  description: 'What a run of a month would do.',
  fields: (t) => ({
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    employers: t.exposeInt('employers', { description: 'With people in the month and without its notice.' }),
    people: t.exposeInt('people', { description: 'Enrolled with those employers in the month.' }),
    billed: t.exposeInt('billed', { description: 'Employers that have their notice of the month already.' }),
    lastMonth: t.field({
      type: 'Fen',
      description: 'What those employers were billed with for the month before: the measure to expect.',
      resolve: ({ lastMonth }) => fen(Number(lastMonth)),
    }),
    carriedOver: t.exposeBoolean('carriedOver', {
      description: 'Newer limits are not published: billed on the latest, a difference follows when they are (2.2).',
    }),
    declarationMode: t.field({ type: ModeEnum, resolve: ({ declarationMode }) => declarationMode }),
    refusal: t.field({ type: RunRefused, nullable: true, resolve: ({ refusal }) => refusal }),
    run: t.field({ type: RunType, nullable: true, description: 'The run of the month.', resolve: ({ run }) => run }),
  }),
})

builder.queryField('billingRunOutlook', (t) =>
  t.field({
    description: 'What a run of the month would do, and its run when there is one. OFFICER, REVIEWER, HEAD, AUDITOR.',
    type: OutlookType,
    authScopes: { may: 'billing-run:read' },
    complexity: 100,
    args: { period: t.arg({ type: 'Period', description: 'The current month unless given.' }) },
    resolve: (_root, { period }, { platform }) =>
      readRunOutlook(platform, period ?? platform.clock.today().slice(0, 7)),
  }),
)

builder.queryField('billingRun', (t) =>
  t.field({
    description: 'One run, for watching it. OFFICER, REVIEWER, HEAD, AUDITOR.',
    type: RunType,
    authScopes: { may: 'billing-run:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform }) => readRun(platform, id),
  }),
)

builder.queryField('billingRuns', (t) =>
  t.field({
    description: 'All runs of the office, newest first. OFFICER, REVIEWER, HEAD, AUDITOR.',
    type: RunConnection,
    authScopes: { may: 'billing-run:read' },
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform }) => {
      const [at, id] = decodeCursor(args, 2) ?? []
      const before =
        typeof at === 'number' && typeof id === 'string' && isUuid(id) ? { startedAt: new Date(at), id } : undefined
      const rows = await listRuns(platform, await requireRegion(platform), before, pageSize(args) + 1)
      return keysetPage(rows, args, (run) => [run.startedAt.getTime(), run.id])
    },
  }),
)

builder.mutationField('startBillingRun', (t) =>
  t.field({
    description:
      'Bills a month to every employer of the office, or goes on with a run that was begun. Notices are issued as it goes. OFFICER and HEAD.',
    type: StartRunResult,
    authScopes: { may: 'billing-run:start' },
    args: { period: t.arg({ type: 'Period', required: true }) },
    resolve: (_root, { period }, { platform, viewer, origin }) => startBillingRun(platform, viewer, { period, origin }),
  }),
)

builder.mutationField('pauseBillingRun', (t) =>
  t.field({
    description: 'The batch being written is finished, the next waits. OFFICER and HEAD.',
    type: ControlResult,
    authScopes: { may: 'billing-run:control' },
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, { id: runId, decidedOn }, { platform, viewer, origin }) =>
      orStale(pauseBillingRun(platform, viewer, { runId, decidedOn, origin })),
  }),
)

builder.mutationField('resumeBillingRun', (t) =>
  t.field({
    description: 'Goes on behind the last batch. OFFICER and HEAD.',
    type: ControlResult,
    authScopes: { may: 'billing-run:control' },
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn) },
    resolve: (_root, { id: runId, decidedOn }, { platform, viewer, origin }) =>
      orStale(resumeBillingRun(platform, viewer, { runId, decidedOn, origin })),
  }),
)

builder.mutationField('retryBillingProblems', (t) =>
  t.field({
    description:
      'Tries employers with a problem again, all of the run or one, after what was wrong has been mended. OFFICER and HEAD.',
    type: ControlResult,
    authScopes: { may: 'billing-run:control' },
    args: { id: t.arg.id({ required: true }), decidedOn: t.arg(decidedOn), employerId: t.arg.id() },
    resolve: (_root, { id: runId, decidedOn, employerId }, { platform, viewer, origin }) =>
      orStale(
        retryBillingProblems(platform, viewer, { runId, decidedOn, origin, ...(employerId ? { employerId } : {}) }),
      ),
  }),
)
