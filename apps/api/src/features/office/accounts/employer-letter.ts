import { civilDateAt } from '@shebao/kernel'
import type { Letter } from '../letter/index.ts'
import type { IssuedLink, LinkPurpose } from '../one-time-code/index.ts'
import type { EmployerAccountRow } from './employer-account.repository.ts'

/** What the letter says to an employer: where its clerk sets the password, and who may not ask for the code. */
export function employerLetter(facts: {
  office: Letter['office']
  employer: EmployerAccountRow
  purpose: LinkPurpose
  link: IssuedLink
  today: string
  address: string
}): Letter {
  const { office, employer, purpose, link, today, address } = facts
  const first = purpose === 'CLERK_ACTIVATION'
  const until = civilDateAt(link.expiresAt)
  return {
    office,
    title: first
      ? { zh: '用人单位网上服务账户开通通知', en: 'Your employer’s account with the online service' }
      : { zh: '用人单位网上服务密码重置通知', en: 'A new password for your employer’s account' },
    recipient: { name: employer.name, address: employer.address },
    date: today,
    opening: [
      first
        ? {
            zh: `贵单位的社会保险网上服务账户已建立，登录号码为 ${employer.registrationNo}（或统一社会信用代码 ${employer.creditCode}）。请由经办人凭下列一次性代码设置密码。`,
            en: `An account has been made for your unit. It signs in with ${employer.registrationNo} or the credit code ${employer.creditCode}. Your clerk sets the password with this one-time code.`,
          }
        : {
            zh: `应贵单位申请，现将重置密码的一次性代码寄至登记地址。登录号码为 ${employer.registrationNo}。代码使用后，原密码失效，已登录的设备全部退出。`,
            en: `You asked for a new password. The one-time code comes to your registered address; you sign in with ${employer.registrationNo}. Once it is used, the old password and every open session end.`,
          },
    ],
    code: link.code,
    codeLabel: { zh: '一次性代码', en: 'One-time code' },
    validity: { zh: `有效至 ${until}，只能使用一次。`, en: `Valid until ${until}; works once.` },
    address,
    link: link.url,
    closing: [
      {
        zh: '请登录上述网址（或扫描二维码）输入代码，核对单位名称后设置密码，密码至少 10 个字符。',
        en: 'Open the address above, or scan the code, check that it names your unit, and choose a password of at least 10 characters.',
      },
      {
        zh: '请由法定代表人指定专人保管本函。经办机构工作人员不会索要代码或密码。如非贵单位申请，请立即致电经办机构。',
        en: 'Let the legal representative say who keeps this letter. Nobody of this office asks for the code or the password. If you did not ask for it, call us at once.',
      },
    ],
  }
}
