import { builder } from '../../../graphql/builder.ts'
import { keysetPage } from '../../../access/keyset.ts'
import { oneOf } from '@shebao/kernel'
import { DeclarationKindEnum, declarationKinds, FilingEnum, filings, VerdictEnum } from '../declaration/index.ts'
import { countByState, queueFilters, queueKey, readQueue } from './read-queue.ts'
import type { QueueCounts, QueueItem } from './read-queue.ts'
import { queueStates } from './queue.repository.ts'

const QueueStateEnum = builder.enumType('ReviewState', {
  description:
    'SUBMITTED waits for a review; RETURNED until it is submitted again; APPROVED waits for paper; FILED has its paper, or is a monthly one, which needs none; OVERDUE was not submitted by the last day; OPEN is not due yet.',
  values: queueStates,
})
const QueueFilterEnum = builder.enumType('ReviewQueueFilter', {
  description: 'DUE: SUBMITTED, UNDER_REVIEW, and RETURNED past its last day.',
  values: queueFilters,
})
const QueueSortEnum = builder.enumType('ReviewQueueSort', { values: ['OLDEST_FIRST', 'NEWEST_FIRST'] as const })

export const QueueItemType = builder.objectRef<QueueItem>('ReviewQueueItem').implement({
  description: "One declaration as it stands in the office's queue.",
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the declaration.' }),
    employerId: t.exposeID('employerId'),
    employerName: t.exposeString('employerName'),
    registrationNo: t.exposeString('registrationNo'),
    creditCode: t.exposeString('creditCode'),
    kind: t.field({ type: DeclarationKindEnum, resolve: ({ kind }) => oneOf(declarationKinds, kind, 'kind') }),
    year: t.exposeInt('year'),
    period: t.field({
      type: 'Period',
      nullable: true,
      description: 'Of a monthly declaration.',
      resolve: ({ period }) => period,
    }),
    filing: t.field({ type: FilingEnum, resolve: ({ filing }) => oneOf(filings, filing, 'filing') }),
    state: t.expose('state', { type: QueueStateEnum }),
    version: t.exposeInt('version', { description: '0 when never submitted.' }),
    formNo: t.exposeString('formNo', { nullable: true }),
    people: t.exposeInt('people', { nullable: true }),
    verdict: t.field({
      type: VerdictEnum,
      nullable: true,
      resolve: ({ warnings, version }) => (version === 0 ? null : warnings ? 'COMPLETE_WITH_WARNINGS' : 'COMPLETE'),
    }),
    warnings: t.exposeInt('warnings', { nullable: true }),
    dueOn: t.expose('dueOn', { type: 'Date' }),
    submittedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ submittedAt }) => submittedAt }),
    since: t.field({ type: 'DateTime', description: 'When it came into its state.', resolve: ({ since }) => since }),
    waitingDays: t.exposeInt('waitingDays', { description: 'Whole days in that state.' }),
    late: t.exposeBoolean('late', {
      description: 'First submitted after the last day, or still not submitted after it.',
    }),
    urgent: t.boolean({
      description: 'Returned and past its last day: goes before what merely waits.',
      resolve: ({ urgency }) => urgency === 0,
    }),
    recommended: t.exposeBoolean('recommended', { description: 'Reviewed and recommended; a second person decides.' }),
    heldByOther: t.string({
      nullable: true,
      description: 'Who else has it open now.',
      resolve: ({ heldByOther }) => heldByOther ?? null,
    }),
  }),
})

const QueueConnection = builder.connectionObject({ type: QueueItemType, name: 'ReviewQueueConnection' })

const QueueCountsType = builder.objectRef<QueueCounts>('ReviewQueueCounts').implement({
  description: 'How many declarations stand in each state.',
  fields: (t) =>
    Object.fromEntries(
      queueFilters.map((filter) => [
        filter.toLowerCase().replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
        t.int({ resolve: (counts) => counts[filter] }),
      ]),
    ),
})

builder.queryFields((t) => ({
  reviewQueue: t.field({
    type: QueueConnection,
    complexity: 200,
    description:
      'Declarations as they wait for the office: what was returned and is overdue, then what has waited longest. 50 at a time unless `first` (1-100) says otherwise.',
    authScopes: { may: 'review:read' },
    args: {
      status: t.arg({ type: QueueFilterEnum, defaultValue: 'DUE' }),
      search: t.arg.string({
        description: 'A whole registration number, credit code or form number; every state is searched.',
      }),
      employerId: t.arg.id({ description: 'Every declaration of one employer, whatever its state.' }),
      kind: t.arg({ type: DeclarationKindEnum, description: 'Both kinds when left out.' }),
      sort: t.arg({ type: QueueSortEnum, defaultValue: 'OLDEST_FIRST' }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readQueue(platform, viewer, args), args, queueKey),
  }),
  reviewCounts: t.field({
    description: 'How many declarations stand in each state of the queue, in one count.',
    type: QueueCountsType,
    complexity: 50,
    authScopes: { may: 'review:read' },
    args: { kind: t.arg({ type: DeclarationKindEnum, description: 'Both kinds when left out.' }) },
    resolve: (_root, { kind }, { platform, viewer }) => countByState(platform, viewer, kind),
  }),
}))
