import { callOutcomes } from '@shebao/hotline'
import { oneOf } from '@shebao/kernel'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { builder } from '../../../graphql/builder.ts'
import { readCallCounts, readEndedCalls } from './call-statistics.ts'
import type { CallCount, EndedCall } from './call-statistics.repository.ts'
import { CallOutcomeEnum } from './caller.schema.ts'
import { WishEnum } from './hotline.schema.ts'
import { callWishes } from './hotline-codes.ts'

const outcomeOf = ({ outcome }: { readonly outcome: string }) => oneOf(callOutcomes, outcome, 'outcome')

const CountType = builder.objectRef<CallCount>('HotlineCallCount').implement({
  description: 'Calls to 12333 that ended on a day with one code.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date' }),
    outcome: t.field({ type: CallOutcomeEnum, resolve: outcomeOf }),
    calls: t.exposeInt('calls'),
  }),
})

const EndedCallType = builder.objectRef<EndedCall>('HotlineEndedCall').implement({
  description: 'A call behind a figure: nothing of who called.',
  fields: (t) => ({
    id: t.exposeID('id'),
    endedAt: t.expose('endedAt', { type: 'DateTime' }),
    wish: t.field({
      type: WishEnum,
      nullable: true,
      resolve: ({ wish }) => (wish === null ? null : oneOf(callWishes, wish, 'wish')),
    }),
    language: t.exposeString('language'),
    outcome: t.field({ type: CallOutcomeEnum, resolve: outcomeOf }),
    agentName: t.exposeString('agentName', {
      nullable: true,
      description: 'Who had it; nobody where the machine served.',
    }),
  }),
})
const EndedCallConnection = builder.connectionObject({ type: EndedCallType, name: 'HotlineEndedCallConnection' })

const day = { type: 'Date', required: true } as const

builder.queryFields((t) => ({
  hotlineCallCounts: t.field({
    type: [CountType],
    authScopes: { may: 'hotline:statistics' },
    description: 'How calls ended, by day and code, the latest day first; at most 92 days.',
    args: { from: t.arg(day), to: t.arg(day) },
    resolve: (_root, days, { platform, viewer }) => readCallCounts(platform, viewer, days),
  }),
  hotlineEndedCalls: t.field({
    type: EndedCallConnection,
    authScopes: { may: 'hotline:statistics' },
    description:
      'The calls behind such a figure, the latest first, 50 at a time unless `first` (1-100) says otherwise.',
    args: {
      from: t.arg(day),
      to: t.arg(day),
      outcome: t.arg({ type: CallOutcomeEnum }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readEndedCalls(platform, viewer, args), args, ({ endedAt, id }) => [endedAt.toISOString(), id]),
  }),
}))
