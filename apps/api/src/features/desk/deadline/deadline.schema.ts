import { builder } from '../../../graphql/builder.ts'
import { makeFeed, readFeed, stopFeed } from './keep-feed.ts'
import type { FeedRow } from './deadline-feed.repository.ts'

const FeedLanguage = builder.enumType('DeadlineFeedLanguage', {
  values: { ZH_CN: { value: 'zh-CN' }, EN: { value: 'en' } } as const,
})

const FeedType = builder.objectRef<FeedRow>('DeadlineFeed').implement({
  description:
    'A secret address from which a calendar program reads the employer’s deadlines. The address itself is shown once.',
  fields: (t) => ({
    id: t.exposeID('id'),
    language: t.field({ type: FeedLanguage, resolve: ({ language }) => language }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastFetchedAt: t.expose('lastFetchedAt', { type: 'DateTime', nullable: true, description: 'To the hour.' }),
  }),
})
const MadeType = builder.objectRef<{ feed: FeedRow; url: string }>('DeadlineFeedMade').implement({
  fields: (t) => ({
    feed: t.field({ type: FeedType, resolve: ({ feed }) => feed }),
    url: t.exposeString('url', { description: 'In this answer and never again.' }),
  }),
})

builder.queryField('deadlineFeed', (t) =>
  t.field({
    type: FeedType,
    nullable: true,
    authScopes: { may: 'deadline:subscribe' },
    description: 'The asker’s own for the employer acted for; null without one.',
    resolve: async (_root, _args, { platform, viewer }) => (await readFeed(platform, viewer)) ?? null,
  }),
)

builder.mutationFields((t) => ({
  makeDeadlineFeed: t.field({
    type: MadeType,
    authScopes: { may: 'deadline:subscribe' },
    description: 'A new secret address; one that was made before answers no more.',
    args: { language: t.arg({ type: FeedLanguage, required: true }) },
    resolve: (_root, { language }, { platform, viewer, origin }) => makeFeed(platform, { viewer, origin }, language),
  }),
  endDeadlineFeed: t.boolean({
    authScopes: { may: 'deadline:subscribe' },
    description: 'The address answers no more; false when there was none.',
    resolve: (_root, _args, { platform, viewer, origin }) => stopFeed(platform, { viewer, origin }),
  }),
}))
