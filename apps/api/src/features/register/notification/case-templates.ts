import type { Template } from './template.ts'
import { dateIn, yuan } from './template.ts'

// What becomes of requests: refunds and back payments.

const onlineFiling = () => '/employer/online-filing'
const refunds = () => '/employer/refunds'
const backPayments = () => '/employer/back-payments'

export const refundWaits: Template<'REFUND_WAITS'> = {
  path: ({ id }) => `/staff/refunds/${id}`,
  'zh-CN': ({ number, amount }) => ({
    title: `退费 ${number} 待审批`,
    body: `退费申请 ${number}（${yuan(amount)}）已核实，等待另一位有权限的人员审批。`,
    sms: `退费申请${number}待审批。`,
  }),
  en: ({ number, amount }) => ({
    title: `Refund ${number} waits for approval`,
    body: `Refund ${number} of ${yuan(amount)} was verified and waits for somebody else to approve it.`,
    sms: `Refund ${number} waits for approval.`,
  }),
}

export const refundApproved: Template<'REFUND_APPROVED'> = {
  path: refunds,
  'zh-CN': ({ number, amount }) => ({
    title: `退费 ${number} 已批准`,
    body: `退费申请 ${number}（${yuan(amount)}）已批准，等待付款。`,
    sms: `贵单位退费申请${number}（${yuan(amount)}）已批准。`,
  }),
  en: ({ number, amount }) => ({
    title: `Refund ${number} was approved`,
    body: `Your refund ${number} of ${yuan(amount)} was approved and will be paid out.`,
    sms: `Your refund ${number} of ${yuan(amount)} was approved.`,
  }),
}

export const refundPaidOut: Template<'REFUND_PAID_OUT'> = {
  path: refunds,
  'zh-CN': ({ number, amount }) => ({
    title: `退费 ${number} 已付款`,
    body: `退费 ${number} 的 ${yuan(amount)} 已退回登记的银行账户。到账时间以银行为准。`,
    sms: `贵单位退费${number}的${yuan(amount)}已退回登记的银行账户。`,
  }),
  en: ({ number, amount }) => ({
    title: `Refund ${number} was paid out`,
    body: `${yuan(amount)} of refund ${number} went to the bank account in the register. When it arrives depends on the bank.`,
    sms: `Refund ${number}: ${yuan(amount)} went to your registered bank account.`,
  }),
}

export const refundRejected: Template<'REFUND_REJECTED'> = {
  path: refunds,
  'zh-CN': ({ number, amount }) => ({
    title: `退费 ${number} 未获批准`,
    body: `退费申请 ${number}（${yuan(amount)}）未获批准。原因见申请页面。`,
    sms: `贵单位退费申请${number}未获批准，原因请登录社保服务查看。`,
  }),
  en: ({ number, amount }) => ({
    title: `Refund ${number} was refused`,
    body: `Your refund ${number} of ${yuan(amount)} was refused. The page of your refunds says why.`,
    sms: `Your refund ${number} was refused. Sign in to read why.`,
  }),
}

export const backPaymentApproved: Template<'BACK_PAYMENT_APPROVED'> = {
  path: backPayments,
  'zh-CN': ({ number, amount }) => ({
    title: `补缴 ${number} 已批准`,
    body: `补缴申请 ${number} 已批准，应补缴 ${yuan(amount)}，缴费通知单已开具。`,
    sms: `贵单位补缴申请${number}已批准，应补缴${yuan(amount)}，请登录社保服务缴纳。`,
  }),
  en: ({ number, amount }) => ({
    title: `Back payment ${number} was approved`,
    body: `Your back payment ${number} was approved: ${yuan(amount)} is due, and its payment notices are ready.`,
    sms: `Back payment ${number} was approved: ${yuan(amount)} is due. Sign in to pay.`,
  }),
}

export const backPaymentRejected: Template<'BACK_PAYMENT_REJECTED'> = {
  path: backPayments,
  'zh-CN': ({ number }) => ({
    title: `补缴 ${number} 未获批准`,
    body: `补缴申请 ${number} 未获批准。原因见申请页面。`,
    sms: `贵单位补缴申请${number}未获批准，原因请登录社保服务查看。`,
  }),
  en: ({ number }) => ({
    title: `Back payment ${number} was refused`,
    body: `Your back payment ${number} was refused. The page of your back payments says why.`,
    sms: `Back payment ${number} was refused. Sign in to read why.`,
  }),
}

const changes = () => '/employer/changes'

export const particularsChanged: Template<'PARTICULARS_CHANGED'> = {
  path: changes,
  'zh-CN': ({ number, validFrom }) => ({
    title: `信息变更 ${number} 已办结`,
    body: `信息变更申请 ${number} 已核准，自 ${dateIn('zh-CN', validFrom)} 起生效，登记信息已更新。`,
    sms: `贵单位信息变更申请${number}已核准。`,
  }),
  en: ({ number, validFrom }) => ({
    title: `Change ${number} was accepted`,
    body: `Your change ${number} was accepted and holds from ${dateIn('en', validFrom)}; the register is up to date.`,
    sms: `Your change ${number} of the register was accepted.`,
  }),
}

export const particularsRefused: Template<'PARTICULARS_REFUSED'> = {
  path: changes,
  'zh-CN': ({ number }) => ({
    title: `信息变更 ${number} 未予核准`,
    body: `信息变更申请 ${number} 未予核准，登记信息没有变化。原因见该申请，可更正后重新申请。`,
    sms: `贵单位信息变更申请${number}未予核准，请登录查看原因。`,
  }),
  en: ({ number }) => ({
    title: `Change ${number} was refused`,
    body: `Your change ${number} was refused, and the register stays as it is. The request says why; you may ask again.`,
    sms: `Your change ${number} of the register was refused. Sign in to read why.`,
  }),
}

export const onlineFilingGiven: Template<'ONLINE_FILING_GIVEN'> = {
  path: onlineFiling,
  'zh-CN': ({ validFrom }) => ({
    title: '网上申报资格已核准',
    body: `税务机关已核准贵单位网上申报，自 ${dateIn('zh-CN', validFrom)} 起可以在网上提交申报和申请。`,
    sms: '贵单位网上申报资格已核准，可以在网上提交申报。',
  }),
  en: ({ validFrom }) => ({
    title: 'Approved for online filing',
    body: `The tax authority approved your employer for online filing. From ${dateIn('en', validFrom)} you can submit declarations and requests here.`,
    sms: 'Your employer was approved for online filing.',
  }),
}

export const onlineFilingWithdrawn: Template<'ONLINE_FILING_WITHDRAWN'> = {
  path: onlineFiling,
  'zh-CN': ({ lastDay }) => ({
    title: '网上申报资格已撤销',
    body: `税务机关已于 ${dateIn('zh-CN', lastDay)} 撤销贵单位网上申报资格。此后不能在网上提交申报，原因见“网上申报资格”页，可以重新申请。`,
    sms: '贵单位网上申报资格已撤销，请登录查看原因。',
  }),
  en: ({ lastDay }) => ({
    title: 'Approval for online filing withdrawn',
    body: `On ${dateIn('en', lastDay)} the tax authority withdrew your employer’s approval for online filing. Nothing can be submitted online from then on; the page “Online filing” says why, and you may apply again.`,
    sms: 'Your approval for online filing was withdrawn. Sign in to read why.',
  }),
}

export const onlineFilingRefused: Template<'ONLINE_FILING_REFUSED'> = {
  path: onlineFiling,
  'zh-CN': ({ number }) => ({
    title: `网上申报申请 ${number} 未予核准`,
    body: `网上申报申请 ${number} 未予核准。原因见该申请，可补正后重新申请。`,
    sms: `贵单位网上申报申请${number}未予核准，请登录查看原因。`,
  }),
  en: ({ number }) => ({
    title: `Application ${number} to file online was refused`,
    body: `Your application ${number} to file online was refused. It says why; you may apply again.`,
    sms: `Your application ${number} to file online was refused. Sign in to read why.`,
  }),
}

const cancellation = () => '/employer/cancellation'

export const cancellationApproved: Template<'CANCELLATION_APPROVED'> = {
  path: cancellation,
  'zh-CN': ({ number, lastDay }) => ({
    title: '单位注销登记已核准',
    body: `注销登记申请 ${number} 已核准，贵单位在册至 ${dateIn('zh-CN', lastDay)}。以前的记录、票据和证明仍可查看和打印。`,
    sms: `贵单位注销登记申请${number}已核准。`,
  }),
  en: ({ number, lastDay }) => ({
    title: 'The registration was cancelled',
    body: `Your request ${number} was approved: your employer is in the register until ${dateIn('en', lastDay)}. Records, receipts and certificates can still be read and printed.`,
    sms: `Your request ${number} to cancel the registration was approved.`,
  }),
}

export const cancellationRefused: Template<'CANCELLATION_REFUSED'> = {
  path: cancellation,
  'zh-CN': ({ number }) => ({
    title: `注销登记申请 ${number} 未予核准`,
    body: `注销登记申请 ${number} 未予核准。原因见该申请，可补正后重新申请。`,
    sms: `贵单位注销登记申请${number}未予核准，请登录查看原因。`,
  }),
  en: ({ number }) => ({
    title: `Request ${number} to cancel the registration was refused`,
    body: `Your request ${number} to cancel the registration was refused. It says why; you may ask again.`,
    sms: `Your request ${number} to cancel the registration was refused. Sign in to read why.`,
  }),
}
