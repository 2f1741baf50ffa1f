import type { EnforcementSaying } from '../../../telling/enforcement-codes.ts'
import { dateIn, yuan } from './template.ts'
import type { Template } from './template.ts'

// What a unit is told of a case under SIL 63: what happened, what it can do about it, and until when.

type Said = Readonly<Record<EnforcementSaying, readonly [title: string, what: string]>>

const zh: Said = {
  RECALCULATED: ['欠费已按到账金额重新计算', '所缴款项已入账，文书金额已按余额重新计算。余额缴清后案件即结束。'],
  ORDERED: [
    '收到责令限期缴纳通知书',
    '请在收到通知书之日起五个工作日内缴清。不服的，可以依法申请行政复议或提起行政诉讼。',
  ],
  DEMANDED: ['社会保险行政部门已催告', '请在催告期内缴清；有异议的，可以陈述和申辩，也可以提交证据。'],
  ALLOCATION_DECIDED: [
    '已作出划拨决定',
    '将通知银行从贵单位账户划拨。不服的，可以依法申请行政复议或提起行政诉讼；缴清后不再划拨。',
  ],
  ALLOCATED: ['银行已划拨', '划拨款项已抵缴所欠社会保险费。仍有余额的，请尽快缴清。'],
  DEFERRED: ['延期缴费协议已签订', '请按协议约定的日期分期缴纳；协议期间不加收滞纳金。'],
  AGREEMENT_BREACHED: ['延期缴费协议已违约', '有一期未按时缴纳，滞纳金恢复计算，担保物可能被处置。请立即缴清。'],
  SHORTFALL: ['申请法院强制执行前的催告', '收到催告书十个工作日后仍未缴清的，将申请人民法院强制执行。可以陈述和申辩。'],
  COURT_APPLIED: ['已申请人民法院强制执行', '申请及证据已送交人民法院。裁定前缴清的，案件即结束。'],
  RULED_ENFORCE: ['人民法院裁定准予强制执行', '法院将查封、扣押与欠费相当的财产。缴清后即解除。'],
  SEIZED: ['财产已被查封、扣押', '拍卖前缴清的，立即解除查封、扣押。'],
  OFFSET: ['拍卖所得已抵缴欠费', '扣除费用后已抵缴所欠社会保险费，剩余部分退还贵单位。'],
  SUSPENDED: ['强制征缴已中止', '中止的情形消失后恢复执行。中止期间仍可缴纳。'],
  CLOSED_PAID: ['欠费已缴清，案件结束', '案件已结束，已采取的查封、扣押和担保一并解除。'],
  CLOSED_OFFSET: ['欠费已抵缴完毕，案件结束', '所欠社会保险费和滞纳金已全部抵缴。'],
  TERMINATED: ['强制征缴已终结', '案件不再执行。有疑问的，请联系经办机构。'],
  FINE_NOTICED: [
    '收到行政处罚事先告知书',
    '因逾期未缴社会保险费，拟处罚款。可以陈述、申辩；要求听证的，请自收到告知书之日起五个工作日内提出。',
  ],
  FINE_HEARING: ['听证日期已定', '请按时参加，也可以委托一至二人代理。'],
  FINE_DECIDED: [
    '收到行政处罚决定书',
    '请自收到决定书之日起十五日内缴纳罚款。不服的，可以依法申请行政复议或提起行政诉讼。',
  ],
  FINE_PAID: ['罚款已缴清', '罚款案件已结束；所欠社会保险费和滞纳金另行缴纳。'],
}
const en: Said = {
  RECALCULATED: [
    'What you owe was computed anew',
    'Your payment was counted, and the papers now say the rest. Once that is paid the case ends.',
  ],
  ORDERED: [
    'You were ordered to pay',
    'Pay within five working days of receiving the order. You may ask for review or go to court against it.',
  ],
  DEMANDED: [
    'The administrative department demands payment',
    'Pay within its term. If you object, state and defend your case, with evidence.',
  ],
  ALLOCATION_DECIDED: [
    'An allocation was decided',
    'Your bank will be told to transfer what is owed. You may ask for review or go to court; if you pay, nothing is taken.',
  ],
  ALLOCATED: [
    'Your bank transferred money',
    'It was counted against what you owe. If something is left, please pay it soon.',
  ],
  DEFERRED: ['An agreement on later payment was signed', 'Pay each instalment by its day; no late fee runs meanwhile.'],
  AGREEMENT_BREACHED: [
    'The agreement on later payment was broken',
    'An instalment was missed: the late fee runs again, and the guarantee may be realised. Please pay at once.',
  ],
  SHORTFALL: [
    'A last demand before the court',
    'Ten working days after you receive it the court is asked to enforce. You may state and defend your case.',
  ],
  COURT_APPLIED: [
    'The court was asked to enforce',
    'Application and evidence are with the court. Paid before its ruling, the case ends.',
  ],
  RULED_ENFORCE: [
    'The court ruled to enforce',
    'It will seize property worth what is owed. Paid in full, it is released.',
  ],
  SEIZED: ['Property was seized', 'Paid before the auction, it is released at once.'],
  OFFSET: ['What was auctioned was counted against your debt', 'After its costs; what is left is returned to you.'],
  SUSPENDED: ['Enforcement was suspended', 'It goes on once the reason is gone. You can pay meanwhile.'],
  CLOSED_PAID: ['All is paid, and the case is closed', 'Whatever was seized or pledged is released.'],
  CLOSED_OFFSET: ['All is settled, and the case is closed', 'Premiums and late fee were settled from what was sold.'],
  TERMINATED: ['Enforcement has ended', 'The case is not enforced any more. Ask the office if you have questions.'],
  FINE_NOTICED: [
    'A fine is intended',
    'For premiums that were not paid within the order’s term. You may state your case, and ask for a hearing within five working days of receiving the notice.',
  ],
  FINE_HEARING: ['The day of the hearing is set', 'Please attend; one or two people may act for you.'],
  FINE_DECIDED: [
    'A fine was imposed',
    'Please pay it within fifteen days of receiving the decision. You may ask for review or go to court.',
  ],
  FINE_PAID: ['The fine is paid', 'That case is closed; premiums and late fee are paid apart from it.'],
}

const isFine = (said: EnforcementSaying) => said.startsWith('FINE_')

export const enforcementStep: Template<'ENFORCEMENT_STEP'> = {
  path: () => '/employer/enforcement',
  'zh-CN': ({ number, said, amount, until }) => {
    const [title, what] = zh[said]
    const limit = until ? `期限至 ${dateIn('zh-CN', until)}。` : ''
    return {
      title,
      body: `案件 ${number}，${isFine(said) ? '罚款' : '所欠'} ${yuan(amount)}。${what}${limit}`,
      sms: `社保强制征缴案件${number}：${title}。`,
    }
  },
  en: ({ number, said, amount, until }) => {
    const [title, what] = en[said]
    const limit = until ? ` Last day: ${dateIn('en', until)}.` : ''
    return {
      title,
      body: `Case ${number}, ${isFine(said) ? `fine of ${yuan(amount)}` : `${yuan(amount)} owed`}. ${what}${limit}`,
      sms: `Social insurance case ${number}: ${title}.`,
    }
  },
}
