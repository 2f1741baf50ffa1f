import type { Template } from './template.ts'

/** Never of what: whoever reported an employer may read it at that employer's desk. */
export const officeAnswered: Template<'OFFICE_ANSWERED'> = {
  path: () => '/me/employer',
  'zh-CN': () => ({
    title: '社保机构有新的进展告知您',
    body: '您办理的事项有新的进展，请登录查看。为保护您的信息，这里不写明内容。',
    sms: '您办理的事项有新的进展，请登录查看。',
  }),
  en: () => ({
    title: 'The office has news for you',
    body: 'There is news of something you asked the office for. Sign in to read it; for your protection it is not said here.',
    sms: 'There is news of something you asked the office for. Sign in to read it.',
  }),
}
