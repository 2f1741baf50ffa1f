import { keysetPage } from '../../../access/keyset.ts'
import { builder } from '../../../graphql/builder.ts'
import { markInboxRead, readInbox, readUnreadCount, timeKey } from './read-inbox.ts'
import type { NotificationRow } from './notification.repository.ts'
import { NotificationKindEnum, NotificationLanguage } from './notification-type.ts'
import { pathOf, wordsOf } from './templates.ts'

const language = { type: NotificationLanguage, required: true } as const

const NotificationType = builder.objectRef<NotificationRow>('Notification').implement({
  description:
    'Something the viewer is told. What it is about is read at its path; here stands no personal data of others.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: NotificationKindEnum }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    readAt: t.expose('readAt', { type: 'DateTime', nullable: true }),
    path: t.string({ description: 'The page it is about.', resolve: (row) => pathOf(row) }),
    title: t.string({
      args: { language: t.arg(language) },
      resolve: (row, args) => wordsOf(row, args.language).title,
    }),
    body: t.string({ args: { language: t.arg(language) }, resolve: (row, args) => wordsOf(row, args.language).body }),
  }),
})
const NotificationConnection = builder.connectionObject({ type: NotificationType, name: 'NotificationConnection' })

builder.queryFields((t) => ({
  inbox: t.field({
    type: NotificationConnection,
    complexity: 50,
    authScopes: { may: 'notification:read' },
    description: 'What the viewer was told, newest first; 50 at a time unless `first` (1-100) says otherwise.',
    args: { unreadOnly: t.arg.boolean({ defaultValue: false }), first: t.arg.int(), after: t.arg.string() },
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readInbox(platform, viewer, args), args, timeKey),
  }),
  unreadNotifications: t.int({
    authScopes: { may: 'notification:read' },
    description: 'How many the viewer has not read; counted up to 100.',
    resolve: (_root, _args, { platform, viewer }) => readUnreadCount(platform, viewer),
  }),
}))

builder.mutationFields((t) => ({
  markNotificationsRead: t.int({
    authScopes: { may: 'notification:read' },
    description: 'Marks these as read, or all without `ids`; gives how many stay unread, counted up to 100.',
    args: { ids: t.arg.idList({ description: 'At most 100.' }) },
    resolve: (_root, { ids }, { platform, viewer }) => markInboxRead(platform, viewer, ids ?? undefined),
  }),
}))
