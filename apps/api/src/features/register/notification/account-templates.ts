import type { Template } from './template.ts'
import { dayIn, momentIn } from './template.ts'

// What concerns an account itself: who owns it must be able to notice what they did not do.

export const cardPasswordReset: Template<'CARD_PASSWORD_RESET'> = {
  path: () => '/me',
  'zh-CN': ({ at }) => ({
    title: '社保卡密码已重置',
    body: `您的社保卡密码于 ${momentIn('zh-CN', at)} 在经办机构重置。凭窗口或邮寄交给您的一次性验证码设置新密码。如非本人申请，请立即联系经办机构。`,
    sms: `您的社保卡密码已在经办机构重置。如非本人申请，请立即联系经办机构。`,
  }),
  en: ({ at }) => ({
    title: 'Your card password was reset',
    body: `The office reset your card password on ${momentIn('en', at)}. Set a new one with the one-time code you were handed or sent. If you did not ask for this, call the office at once.`,
    sms: 'The office reset your social security card password. If you did not ask for it, call the office at once.',
  }),
}

export const signedInAfterReset: Template<'SIGNED_IN_AFTER_RESET'> = {
  path: () => '/account',
  'zh-CN': ({ at }) => ({
    title: '已设置新的社保卡密码',
    body: `${momentIn('zh-CN', at)} 有人凭一次性验证码登录您的账户并设置了新密码。如非本人操作，请立即联系经办机构，并在账户页面结束所有登录。`,
    sms: '有人凭一次性验证码登录您的社保账户并设置了新密码。如非本人操作，请立即联系经办机构。',
  }),
  en: ({ at }) => ({
    title: 'A new card password was set',
    body: `On ${momentIn('en', at)} somebody signed in to your account with the one-time code and set a new password. If that was not you, call the office at once and end all sessions on your account page.`,
    sms: 'Somebody signed in to your social insurance account with the one-time code and set a new password. Not you? Call the office at once.',
  }),
}

export const passwordLink: Template<'PASSWORD_LINK'> = {
  path: () => '/account',
  'zh-CN': ({ expiresAt }, link) => ({
    title: '设置密码的链接',
    body: link
      ? `管理员为您开具了设置密码的链接，${dayIn('zh-CN', expiresAt)}前有效，只能使用一次：\n\n${link}\n\n如非您本人要求，请告知管理员。`
      : `设置密码的链接已发送到您的电子邮箱，${dayIn('zh-CN', expiresAt)}前有效。`,
    sms: '设置密码的链接已发送到您的电子邮箱。',
  }),
  en: ({ expiresAt }, link) => ({
    title: 'Link to set your password',
    body: link
      ? `An administrator made you a link to set your password. It is valid until ${dayIn('en', expiresAt)} and works once:\n\n${link}\n\nIf you did not ask for it, tell the administrator.`
      : `A link to set your password was sent to your e-mail address; it is valid until ${dayIn('en', expiresAt)}.`,
    sms: 'A link to set your password was sent to your e-mail address.',
  }),
}

const wayZh = { EMAIL: '电子邮箱', SMS: '手机号码' } as const
const wayEn = { EMAIL: 'e-mail address', SMS: 'mobile number' } as const

export const addressChanged: Template<'ADDRESS_CHANGED'> = {
  path: () => '/account',
  'zh-CN': ({ channel, at }) => ({
    title: `接收通知的${wayZh[channel]}已变更`,
    body: `您账户接收通知的${wayZh[channel]}于 ${momentIn('zh-CN', at)} 变更，今后的通知不再发送到原来的${wayZh[channel]}。如非本人操作，请立即联系经办机构，并在账户页面结束所有登录。`,
    sms: `您社保账户接收通知的${wayZh[channel]}已变更，今后不再发送到原${wayZh[channel]}。如非本人操作，请立即联系经办机构。`,
  }),
  en: ({ channel, at }) => ({
    title: `Your ${wayEn[channel]} for notices was changed`,
    body: `On ${momentIn('en', at)} the ${wayEn[channel]} by which your account is told was changed; nothing more goes to the former one. If that was not you, call the office at once and end all sessions on your account page.`,
    sms: `The ${wayEn[channel]} by which your social insurance account is told was changed; nothing more comes here. Not you? Call the office at once.`,
  }),
}

export const addressCode: Template<'ADDRESS_CODE'> = {
  outsideOnly: true,
  path: () => '/account',
  'zh-CN': ({ minutes }, code = '') => ({
    title: '联系方式验证码',
    body: `验证码：${code}\n\n${minutes} 分钟内有效，用于确认您的通知方式。如非本人操作，请忽略本邮件；工作人员不会向您索要验证码。`,
    sms: `验证码${code}，${minutes}分钟内有效，用于确认社保通知方式。工作人员不会向您索要验证码。`,
  }),
  en: ({ minutes }, code = '') => ({
    title: 'Code to confirm your address',
    body: `Code: ${code}\n\nIt is valid for ${minutes} minutes and confirms how you are told. If you did not ask for it, ignore this message; nobody of the office will ever ask you for it.`,
    sms: `Code ${code}, valid for ${minutes} minutes, confirms how social insurance tells you. Nobody of the office will ask for it.`,
  }),
}
