import { dayIn } from './template.ts'
import type { Template } from './template.ts'

const page = '/employer/inspection/personnel/confirmations'
/** A text message has room for the beginning of a name. */
const short = (name: string) => ([...name].length > 16 ? `${[...name].slice(0, 15).join('')}…` : name)

/** To a person on an employer's list, by text message alone: who asks, and the link. */
export const employeeAsked: Template<'EMPLOYEE_ASKED'> = {
  outsideOnly: true,
  path: () => page,
  'zh-CN': ({ employer, expiresAt, again }, link = '') => ({
    title: '请核对您的社保申报信息',
    body: `${employer}请您核对社保申报中本人的信息，${dayIn('zh-CN', expiresAt)}前有效：\n\n${link}`,
    sms: again
      ? `${short(employer)}已处理或更改您的社保申报信息，请再次核对：${link}`
      : `${short(employer)}请您核对社保申报信息：${link}`,
  }),
  en: ({ employer, expiresAt, again }, link = '') => ({
    title: 'Check what is declared of you',
    body: `${employer} asks you to check what it declares of you for social insurance. Valid until ${dayIn('en', expiresAt)}:\n\n${link}`,
    sms: again
      ? `${short(employer)} settled or changed your social insurance details. Please check them again: ${link}`
      : `${short(employer)} asks you to check your social insurance details: ${link}`,
  }),
}

export const employeeDisagreed: Template<'EMPLOYEE_DISAGREED'> = {
  path: ({ id }) => (id === undefined ? page : `/employer/monthly/${id}/confirmations`),
  'zh-CN': ({ year, period }) => ({
    title: '有职工对申报信息提出异议',
    body: `有职工在手机上核对 ${period ?? `${year} 年度`}申报信息后提出异议，请在“职工确认”中逐条处理。`,
    sms: `有职工对${period ?? `${year}年度`}申报信息提出异议，请登录处理。`,
  }),
  en: ({ year, period }) => ({
    title: 'An employee disagrees',
    body: `Somebody who checked their details of the ${period ?? year} declaration on a phone says that they are different. Settle it under “Employees confirm”.`,
    sms: `An employee disagrees with the details of your ${period ?? year} declaration. Please sign in and settle it.`,
  }),
}
