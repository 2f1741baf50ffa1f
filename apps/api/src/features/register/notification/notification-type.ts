import { builder } from '../../../graphql/builder.ts'
import { notificationChannels, notificationKinds } from '../../../telling/notification-codes.ts'

/** The language a notification is read in; a room below sessions cannot borrow theirs. */
export const NotificationLanguage = builder.enumType('NotificationLanguage', {
  values: { ZH_CN: { value: 'zh-CN' }, EN: { value: 'en' } } as const,
})

export const NotificationKindEnum = builder.enumType('NotificationKind', { values: notificationKinds })

export const NotificationChannelEnum = builder.enumType('NotificationChannel', {
  description: 'A way outside, besides the inbox.',
  values: notificationChannels,
})
