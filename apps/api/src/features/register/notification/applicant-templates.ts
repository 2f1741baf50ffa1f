import type { Template, Wording } from './template.ts'

// An applicant has no account and so no language of their own: an e-mail says it in both.

const both = (zh: { title: string; body: string }, en: { title: string; body: string }): Wording => ({
  title: `${zh.title} · ${en.title}`,
  body: `${zh.body}\n\n${en.body}`,
  sms: '',
})

/** The same words whether the register knew the unit or not. */
const approved = ({ number }: { number: string }) =>
  both(
    {
      title: `登记申请 ${number} 已核准`,
      body: `登记申请 ${number} 已核准。请凭申请编号和查询码打开下面的页面，查看结果和下一步。`,
    },
    {
      title: `Application ${number} was approved`,
      body: `Your application ${number} to register was approved. Open the page below with its number and secret: it says what comes next.`,
    },
  )

export const registrationApproved: Template<'REGISTRATION_APPROVED'> = {
  path: () => '/register',
  outsideOnly: true,
  'zh-CN': approved,
  en: approved,
}

const refused = ({ number }: { number: string }) =>
  both(
    {
      title: `登记申请 ${number} 未予核准`,
      body: `登记申请 ${number} 未予核准。请凭申请编号和查询码打开下面的页面，查看原因；更正后可以重新提交，不必另行申请。`,
    },
    {
      title: `Application ${number} was refused`,
      body: `Your application ${number} to register was refused. Open the page below with its number and secret: it says why. Corrected, the same application can be sent again.`,
    },
  )

export const registrationRefused: Template<'REGISTRATION_REFUSED'> = {
  path: () => '/register',
  outsideOnly: true,
  'zh-CN': refused,
  en: refused,
}
