import { momentIn } from './template.ts'
import type { Template } from './template.ts'

const path = () => '/me/rights'

/** Of everybody after a year, and of whoever has a corrected one. */
export const rightsStatementIssued: Template<'RIGHTS_STATEMENT_ISSUED'> = {
  path,
  'zh-CN': ({ year, number, replaces }) => ({
    title: replaces === null ? `您的${year}年度权益记录单已出具` : `您的${year}年度权益记录单有更正`,
    body:
      replaces === null
        ? `您的${year}年度个人社会保险权益记录单已出具，编号 ${number}。请登录查看、打印；有疑问可以咨询或申请更正。`
        : `您的${year}年度个人社会保险权益记录单已更正，新版编号 ${number}，替代 ${replaces}。请登录查看、打印。`,
    sms:
      replaces === null
        ? `您的${year}年度权益记录单已出具，请登录查看。`
        : `您的${year}年度权益记录单有更正，请登录查看。`,
  }),
  en: ({ year, number, replaces }) => ({
    title:
      replaces === null
        ? `Your statement of rights for ${year} was issued`
        : `Your statement of rights for ${year} was corrected`,
    body:
      replaces === null
        ? `Your statement of rights for ${year} was issued: ${number}. Sign in to read and print it; if something looks wrong, ask, or ask for a correction.`
        : `Your statement of rights for ${year} was corrected: ${number} replaces ${replaces}. Sign in to read and print it.`,
    sms:
      replaces === null
        ? `Your statement of rights for ${year} was issued. Sign in to read it.`
        : `Your statement of rights for ${year} was corrected. Sign in to read it.`,
  }),
}

/** Whoever did not come themselves learns that somebody came for them. */
export const rightsStatementHandedOut: Template<'RIGHTS_STATEMENT_HANDED_OUT'> = {
  path,
  'zh-CN': ({ year, number, at, toAgent }) => ({
    title: `窗口出具了您的${year}年度权益记录单`,
    body: `${momentIn('zh-CN', at)}，经办窗口${toAgent ? '向您的代办人' : '向您'}打印了您的${year}年度权益记录单 ${number}。${toAgent ? '如非您委托，请立即联系经办机构。' : '如非您本人办理，请立即联系经办机构。'}`,
    sms: `窗口${toAgent ? '向代办人' : ''}打印了您的${year}年度权益记录单。如非您办理，请联系经办机构。`,
  }),
  en: ({ year, number, at, toAgent }) => ({
    title: `Your statement of rights for ${year} was handed out at the window`,
    body: `On ${momentIn('en', at)} the window printed your statement of rights for ${year}, ${number}, for ${toAgent ? 'somebody who came for you' : 'you'}. If you know nothing of it, tell the office at once.`,
    sms: `Your statement of rights for ${year} was printed at the window${toAgent ? ' for somebody who came for you' : ''}. If you know nothing of it, tell the office.`,
  }),
}
