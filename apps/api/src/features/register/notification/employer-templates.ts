import type { Template } from './template.ts'
import { dateIn, monthIn, yuan } from './template.ts'

// What an employer's clerks are told. They know their employer's bills; nobody else's name or wage stands here.

const bill = ({ noticeId }: { noticeId: string }) => `/employer/bills/${noticeId}`

export const declarationReturned: Template<'DECLARATION_RETURNED'> = {
  path: () => '/employer/inspection',
  'zh-CN': ({ year, notes }) => ({
    title: `${year} 年度年检申报被退回`,
    body: `经办机构退回了贵单位 ${year} 年度的年检申报，并写明 ${notes} 处需要更正。更正后请重新提交；未重新提交前，视为尚未申报。`,
    sms: `贵单位${year}年度社保年检申报被退回，有${notes}处需要更正。请登录社保服务查看并重新提交。`,
  }),
  en: ({ year, notes }) => ({
    title: `The annual inspection of ${year} was returned`,
    body: `The office returned your declaration of ${year} and named ${notes === 1 ? '1 point' : `${notes} points`} to correct. Correct and submit it again; until then it counts as not declared.`,
    sms: `Your annual inspection of ${year} was returned with ${notes === 1 ? '1 point' : `${notes} points`} to correct. Sign in to see and resubmit.`,
  }),
}

export const declarationAccepted: Template<'DECLARATION_ACCEPTED'> = {
  path: () => '/employer/inspection',
  'zh-CN': ({ year }) => ({
    title: `${year} 年度年检申报已审核通过`,
    body: `贵单位 ${year} 年度的年检申报已审核通过，申报的内容已计入登记。下一步请打印并盖章，送交经办机构。`,
    sms: `贵单位${year}年度社保年检申报已审核通过，请登录社保服务打印盖章。`,
  }),
  en: ({ year }) => ({
    title: `The annual inspection of ${year} was accepted`,
    body: `The office accepted your declaration of ${year}, and the register now holds what it says. Next, print it, have it sealed and hand it in.`,
    sms: `Your annual inspection of ${year} was accepted. Sign in to print it.`,
  }),
}

export const inspectionDueSoon: Template<'INSPECTION_DUE_SOON'> = {
  path: () => '/employer/inspection',
  'zh-CN': ({ year, closesOn }) => ({
    title: `${year} 年度年检即将截止`,
    body: `贵单位 ${year} 年度的社会保险年检尚未提交，最后一日为 ${dateIn('zh-CN', closesOn)}。逾期视为未申报。`,
    sms: `贵单位${year}年度社保年检尚未提交，最后一日${dateIn('zh-CN', closesOn)}。`,
  }),
  en: ({ year, closesOn }) => ({
    title: `The annual inspection of ${year} closes soon`,
    body: `Your annual inspection of ${year} has not been submitted, and ${dateIn('en', closesOn)} is the last day. After it, it counts as not declared.`,
    sms: `Your annual inspection of ${year} has not been submitted. Last day: ${dateIn('en', closesOn)}.`,
  }),
}

export const billReady: Template<'BILL_READY'> = {
  path: bill,
  'zh-CN': ({ number, period, amount, dueOn }) => ({
    title: `${monthIn('zh-CN', period)}缴费通知单已开具`,
    body: `缴费通知单 ${number}：应缴 ${yuan(amount)}，最后缴费日 ${dateIn('zh-CN', dueOn)}。`,
    sms: `贵单位${monthIn('zh-CN', period)}社保费应缴${yuan(amount)}，最后缴费日${dateIn('zh-CN', dueOn)}。`,
  }),
  en: ({ number, period, amount, dueOn }) => ({
    title: `The bill for ${monthIn('en', period)} is ready`,
    body: `Payment notice ${number}: ${yuan(amount)} is due, the last day is ${dateIn('en', dueOn)}.`,
    sms: `Social insurance for ${monthIn('en', period)}: ${yuan(amount)} is due, last day ${dateIn('en', dueOn)}.`,
  }),
}

export const billDueSoon: Template<'BILL_DUE_SOON'> = {
  path: bill,
  'zh-CN': ({ number, period, amount, dueOn }) => ({
    title: `${monthIn('zh-CN', period)}缴费通知单即将到期`,
    body: `缴费通知单 ${number} 尚未缴清，最后缴费日 ${dateIn('zh-CN', dueOn)}，应缴 ${yuan(amount)}。逾期按日加收滞纳金。`,
    sms: `贵单位${monthIn('zh-CN', period)}社保费${yuan(amount)}尚未缴清，最后缴费日${dateIn('zh-CN', dueOn)}。`,
  }),
  en: ({ number, period, amount, dueOn }) => ({
    title: `The bill for ${monthIn('en', period)} falls due soon`,
    body: `Payment notice ${number} of ${yuan(amount)} is not paid in full, and ${dateIn('en', dueOn)} is its last day. A late fee runs from the day after.`,
    sms: `Social insurance for ${monthIn('en', period)}, ${yuan(amount)}, is not paid in full. Last day: ${dateIn('en', dueOn)}.`,
  }),
}

export const billOverdue: Template<'BILL_OVERDUE'> = {
  path: bill,
  'zh-CN': ({ number, period, amount, dueOn }) => ({
    title: `${monthIn('zh-CN', period)}缴费通知单已逾期`,
    body: `缴费通知单 ${number}（应缴 ${yuan(amount)}）的最后缴费日 ${dateIn('zh-CN', dueOn)} 已过，尚未缴清，滞纳金按日加收。请尽快缴纳；已缴纳的请核对到账情况。`,
    sms: `贵单位${monthIn('zh-CN', period)}社保费${yuan(amount)}已逾期未缴清，滞纳金按日加收，请尽快缴纳。`,
  }),
  en: ({ number, period, amount, dueOn }) => ({
    title: `The bill for ${monthIn('en', period)} is overdue`,
    body: `Payment notice ${number} of ${yuan(amount)} was due by ${dateIn('en', dueOn)} and is not paid in full; a late fee runs by the day. Please pay; if you have, see whether the money arrived.`,
    sms: `Social insurance for ${monthIn('en', period)}, ${yuan(amount)}, is overdue. A late fee runs by the day.`,
  }),
}

export const paymentReceived: Template<'PAYMENT_RECEIVED'> = {
  path: () => '/employer/bills/payments',
  'zh-CN': ({ amount, valueDate }) => ({
    title: `收到缴款 ${yuan(amount)}`,
    body: `经办机构收到贵单位缴款 ${yuan(amount)}，入账日期 ${dateIn('zh-CN', valueDate)}。收据可在“缴款记录”中打印。`,
    sms: `收到贵单位社保缴款${yuan(amount)}，入账日期${dateIn('zh-CN', valueDate)}。`,
  }),
  en: ({ amount, valueDate }) => ({
    title: `A payment of ${yuan(amount)} arrived`,
    body: `The office received ${yuan(amount)} from you, value date ${dateIn('en', valueDate)}. The receipt can be printed under payments.`,
    sms: `A social insurance payment of ${yuan(amount)} arrived, value date ${dateIn('en', valueDate)}.`,
  }),
}

export const monthlySubmitted: Template<'MONTHLY_SUBMITTED'> = {
  path: ({ id }) => `/employer/monthly/${id}`,
  'zh-CN': ({ period }) => ({
    title: `${monthIn('zh-CN', period)}月度申报已提交`,
    body: `贵单位${monthIn('zh-CN', period)}的月度申报已提交，等待审核。审核开始前可以撤回。`,
    sms: `贵单位${monthIn('zh-CN', period)}月度申报已提交，等待审核。`,
  }),
  en: ({ period }) => ({
    title: `Monthly declaration for ${monthIn('en', period)} was submitted`,
    body: `Your monthly declaration for ${monthIn('en', period)} was submitted and waits for review. Until the review begins it can be taken back.`,
    sms: `Your monthly declaration for ${monthIn('en', period)} was submitted.`,
  }),
}

export const monthlyReturned: Template<'MONTHLY_RETURNED'> = {
  path: ({ id }) => `/employer/monthly/${id}`,
  'zh-CN': ({ period, notes }) => ({
    title: `${monthIn('zh-CN', period)}月度申报退回补正`,
    body: `贵单位${monthIn('zh-CN', period)}的月度申报已退回，共 ${notes} 条意见，请更正后重新提交。`,
    sms: `贵单位${monthIn('zh-CN', period)}月度申报退回补正，共${notes}条意见，请登录社保服务查看。`,
  }),
  en: ({ period, notes }) => ({
    title: `Monthly declaration for ${monthIn('en', period)} was returned`,
    body: `Your monthly declaration for ${monthIn('en', period)} was returned with ${notes === 1 ? '1 note' : `${notes} notes`}. Please correct it and submit it again.`,
    sms: `Your monthly declaration for ${monthIn('en', period)} was returned with ${notes === 1 ? '1 note' : `${notes} notes`}. Sign in to read.`,
  }),
}

export const monthlyAccepted: Template<'MONTHLY_ACCEPTED'> = {
  path: ({ id }) => `/employer/monthly/${id}`,
  'zh-CN': ({ period }) => ({
    title: `${monthIn('zh-CN', period)}月度申报审核通过`,
    body: `贵单位${monthIn('zh-CN', period)}的月度申报已审核通过，参保人员变更已登记，将计入缴费通知单。`,
    sms: `贵单位${monthIn('zh-CN', period)}月度申报已审核通过。`,
  }),
  en: ({ period }) => ({
    title: `Monthly declaration for ${monthIn('en', period)} was accepted`,
    body: `Your monthly declaration for ${monthIn('en', period)} was accepted. The changes are in the register and will be in the bill.`,
    sms: `Your monthly declaration for ${monthIn('en', period)} was accepted.`,
  }),
}

export const monthNotDeclared: Template<'MONTH_NOT_DECLARED'> = {
  path: () => '/employer/monthly',
  'zh-CN': ({ period, dueOn, overdue }) => ({
    title: `${monthIn('zh-CN', period)}尚未申报，请尽快办理`,
    body: overdue
      ? `贵单位${monthIn('zh-CN', period)}的月度申报至今未提交，截止日为${dateIn('zh-CN', dueOn)}。请在“月度申报”中补报该月。未申报的，按上月应缴费额的 110% 确定（社会保险法第六十二条）；补报后据实结算。`
      : `贵单位${monthIn('zh-CN', period)}的月度申报尚未提交，请在${dateIn('zh-CN', dueOn)}前办理；无变更也须申报。`,
    sms: `贵单位${monthIn('zh-CN', period)}社保月度申报未提交，截止${dateIn('zh-CN', dueOn)}，请登录社保服务办理。`,
  }),
  en: ({ period, dueOn, overdue }) => ({
    title: `${monthIn('en', period)} has not been declared`,
    body: overdue
      ? `Your monthly declaration for ${monthIn('en', period)} was due on ${dateIn('en', dueOn)} and has not come. Please file it late under monthly declarations. A month that is not declared is charged 110 % of the last declared one (Social Insurance Law, Article 62); once you declare, it is settled by what you declare.`
      : `Your monthly declaration for ${monthIn('en', period)} has not come. Please file it by ${dateIn('en', dueOn)}, also when nothing changed.`,
    sms: `Your monthly social insurance declaration for ${monthIn('en', period)} has not come. Last day: ${dateIn('en', dueOn)}. Sign in to file it.`,
  }),
}
