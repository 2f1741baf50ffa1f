import type { Letter } from '../letter/index.ts'

/** What the letter says to an insured person: where the code is typed, and that nobody of the office or the employer asks for it. */
export function firstPasswordLetter(facts: {
  office: Letter['office']
  name: string
  address: string | undefined
  code: string
  today: string
  validUntil: string
  url: string
}): Letter {
  const { office, name, address, code, today, validUntil, url } = facts
  return {
    office,
    title: { zh: '社会保险个人网上服务 首次登录验证码', en: 'One-time code for your first sign-in' },
    recipient: { name, address },
    date: today,
    opening: [
      {
        zh: '您申请开通（重置）社会保险个人网上服务的登录密码。经核验您的身份证件，现将一次性验证码发给您本人。',
        en: 'You asked to open, or to set anew, your sign-in to the online service for insured people. After seeing your identity document we send you this one-time code.',
      },
    ],
    code,
    codeLabel: { zh: '一次性验证码', en: 'One-time code' },
    validity: {
      zh: `有效至 ${validUntil}；只能使用一次，连续输错五次即失效。`,
      en: `Valid until ${validUntil}; works once, and no more after five wrong entries.`,
    },
    address: url,
    link: url,
    closing: [
      {
        zh: '请登录上述网址，输入身份证件号码和初始密码（证件号码后六位，末位 X 按 0 输入），再输入本验证码并设置您自己的六位密码。',
        en: 'At the address above, enter your ID number and the initial password (its last six digits, a final X as 0); then enter this code and choose six digits of your own.',
      },
      {
        zh: '请勿将验证码告诉任何人。您的用人单位和经办机构工作人员都不会向您索要。如非您本人申请，请立即致电经办机构。',
        en: 'Tell nobody this code. Neither your employer nor this office will ask you for it. If you did not ask for it, call us at once.',
      },
    ],
  }
}
