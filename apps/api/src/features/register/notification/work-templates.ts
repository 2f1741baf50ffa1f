import type { Template } from './template.ts'

// What staff are told of whose work something is. Of the case only its number: the rest stands behind the sign-in.

const zh = (number: string | null) => (number === null ? '一项待办' : `待办事项 ${number} `)
const en = (number: string | null) => (number === null ? 'A case' : `Case ${number}`)

export const workAssigned: Template<'WORK_ASSIGNED'> = {
  path: () => '/staff?view=all&owner=ME',
  'zh-CN': ({ number }) => ({
    title: '有待办事项指派给您',
    body: `${zh(number)}已指派给您办理。指派原因和截止日见“我的待办”。`,
    sms: `${zh(number)}已指派给您办理，请登录查看。`,
  }),
  en: ({ number }) => ({
    title: 'A case was assigned to you',
    body: `${en(number)} was assigned to you. My work says why, and by when it is due.`,
    sms: `${en(number)} was assigned to you. Sign in to see it.`,
  }),
}

export const workTakenOver: Template<'WORK_TAKEN_OVER'> = {
  path: () => '/staff?view=all',
  'zh-CN': ({ number }) => ({
    title: '您名下的待办已由他人接手',
    body: `${zh(number)}已由同事接手办理，不再由您办理。`,
    sms: `${zh(number)}已由同事接手办理。`,
  }),
  en: ({ number }) => ({
    title: 'A colleague now has a case of yours',
    body: `${en(number)}, which you had, is with a colleague now. You need not do anything.`,
    sms: `${en(number)}, which you had, is with a colleague now.`,
  }),
}
