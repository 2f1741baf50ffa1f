import { builder } from '../../../graphql/builder.ts'

/** The language a notification is read in; a room below sessions cannot borrow theirs. */
export const NotificationLanguage = builder.enumType('NotificationLanguage', {
  values: { ZH_CN: { value: 'zh-CN' }, EN: { value: 'en' } } as const,
})
