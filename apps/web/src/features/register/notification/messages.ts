import { defineMessages } from '../../../shared/lib/messages.ts'

export const messages = defineMessages(
  {
    bell: '通知，{count} 条未读',
    bellMany: '通知，未读超过 99 条',
    bellNone: '通知，没有未读',
  },
  {
    bell: 'Notifications, {count} unread',
    bellMany: 'Notifications, more than 99 unread',
    bellNone: 'Notifications, none unread',
  },
)
