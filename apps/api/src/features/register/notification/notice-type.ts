import { builder } from '../../../graphql/builder.ts'
import type { NotificationRow } from './notification.repository.ts'
import { NotificationKindEnum, NotificationLanguage } from './notification-type.ts'
import { wordsOf } from './templates.ts'

const language = { type: NotificationLanguage, required: true } as const

export const NoticeType = builder.objectRef<NotificationRow>('Notice').implement({
  description: 'Something an insured person was told, as others of its case read it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: NotificationKindEnum }),
    at: t.expose('createdAt', { type: 'DateTime' }),
    title: t.string({
      args: { language: t.arg(language) },
      resolve: (row, args) => wordsOf(row, args.language).title,
    }),
    body: t.string({ args: { language: t.arg(language) }, resolve: (row, args) => wordsOf(row, args.language).body }),
  }),
})
