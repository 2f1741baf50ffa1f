import type { Template } from './template.ts'
import { dateIn, monthIn } from './template.ts'

// What an employer is told of exceptions that the office makes for it.

const exceptions = () => '/employer/exceptions'

export const waiverApproved: Template<'WAIVER_APPROVED'> = {
  path: exceptions,
  'zh-CN': ({ number, of, period, from, to }) =>
    of === 'LATE_FEE'
      ? {
          title: '滞纳金已批准免收',
          body: `经办机构批准（${number}）：${dateIn('zh-CN', from)}至${dateIn('zh-CN', to)}不加收滞纳金，所涉缴费通知单和金额见“豁免与例外”页。本金仍须缴纳。`,
          sms: `经批准，贵单位${dateIn('zh-CN', from)}至${dateIn('zh-CN', to)}不加收社保滞纳金，本金仍须缴纳。`,
        }
      : {
          title: `${period ? monthIn('zh-CN', period) : ''}申报已批准延期`,
          body: `经办机构批准（${number}）：${period ? monthIn('zh-CN', period) : ''}申报可延至${dateIn('zh-CN', to)}。障碍消除后请立即申报。`,
          sms: `经批准，贵单位${period ? monthIn('zh-CN', period) : ''}社保申报可延至${dateIn('zh-CN', to)}。`,
        },
  en: ({ number, of, period, from, to }) =>
    of === 'LATE_FEE'
      ? {
          title: 'Late fee waived',
          body: `The office decided (${number}) that no late fee is charged from ${dateIn('en', from)} to ${dateIn('en', to)}. The page “Exceptions” names the bills and the amount. The premiums themselves are still due.`,
          sms: `No late fee from ${dateIn('en', from)} to ${dateIn('en', to)}; the premiums are still due.`,
        }
      : {
          title: `More time to declare ${period ? monthIn('en', period) : 'a month'}`,
          body: `The office decided (${number}) that ${period ? monthIn('en', period) : 'the month'} may be declared until ${dateIn('en', to)}. Declare as soon as you can again.`,
          sms: `You may declare ${period ? monthIn('en', period) : 'the month'} until ${dateIn('en', to)}.`,
        },
}

export const waiverEnded: Template<'WAIVER_ENDED'> = {
  path: exceptions,
  'zh-CN': ({ number, on }) => ({
    title: '豁免或延期已终止',
    body: `经办机构于${dateIn('zh-CN', on)}终止或撤销了 ${number}，理由见“豁免与例外”页。此后按规定计收滞纳金、按期申报。`,
    sms: `贵单位的社保豁免或延期 ${number} 已终止，请登录查看理由。`,
  }),
  en: ({ number, on }) => ({
    title: 'An exception has ended',
    body: `On ${dateIn('en', on)} the office ended or took back ${number}; the page “Exceptions” says why. From then on the ordinary late fees and last days hold.`,
    sms: `The exception ${number} was ended. Sign in to read why.`,
  }),
}

export const employerLocked: Template<'EMPLOYER_LOCKED'> = {
  path: exceptions,
  'zh-CN': ({ number, ground, on }) => ({
    title: ground === 'ARREARS' ? '因欠费，部分网上业务已锁定' : '登记核查期间，部分网上业务已锁定',
    body: `经办机构自${dateIn('zh-CN', on)}起锁定贵单位部分网上业务（${number}）：不能变更单位信息、申请退费、终止委托扣款、办理注销。申报、缴费、查询和打印照常。${
      ground === 'ARREARS' ? '逾期欠费缴清后自动解锁。' : '核查结束后解锁。'
    }`,
    sms: `贵单位部分社保网上业务自${dateIn('zh-CN', on)}起锁定，申报和缴费照常。请登录查看原因。`,
  }),
  en: ({ number, ground, on }) => ({
    title: ground === 'ARREARS' ? 'Locked for arrears' : 'Locked while the registration is checked',
    body: `From ${dateIn('en', on)} the office locks some services for your employer (${number}): particulars cannot be changed, no refund can be asked for, the debit agreement cannot be ended and the registration not cancelled. Declaring, paying, reading and printing go on. ${
      ground === 'ARREARS' ? 'It ends by itself once nothing is overdue.' : 'It ends with the check.'
    }`,
    sms: `From ${dateIn('en', on)} some online services are locked for your employer; declaring and paying go on. Sign in to read why.`,
  }),
}

export const employerUnlocked: Template<'EMPLOYER_UNLOCKED'> = {
  path: exceptions,
  'zh-CN': ({ number, on }) => ({
    title: '网上业务已解锁',
    body: `${dateIn('zh-CN', on)}起，贵单位网上业务恢复办理（${number}）。`,
    sms: `贵单位社保网上业务自${dateIn('zh-CN', on)}起恢复办理。`,
  }),
  en: ({ number, on }) => ({
    title: 'Unlocked',
    body: `From ${dateIn('en', on)} all online services are open to your employer again (${number}).`,
    sms: `From ${dateIn('en', on)} all online services are open to your employer again.`,
  }),
}
