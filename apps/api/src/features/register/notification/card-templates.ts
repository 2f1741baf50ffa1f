import type { CardEventName } from '../../../telling/card-event-codes.ts'
import { momentIn } from './template.ts'
import type { Template } from './template.ts'

// What happened to somebody's card: the sentence of each event in both languages, and what is theirs to do.

type Said = Readonly<Record<CardEventName, readonly [title: string, what: string]>>

const activatedZh = ['社保卡已启用', '社会保障应用已启用。请尽快修改密码：初始密码不能办理业务。'] as const
const backZh = ['社保卡挂失已解除', '挂失已解除，卡恢复使用。'] as const
const backUnusedZh = ['社保卡挂失已解除', '挂失已解除。卡尚未激活，启用后才能使用。'] as const

const zh: Said = {
  APPLY: ['社保卡申领已受理', '已受理您的申领，制好后会通知您。'],
  MAKE: ['社保卡已制好', '卡已制好，请携带有效身份证件领取；代领须带双方证件。'],
  ISSUE: ['社保卡已领取', '卡已发放，尚未激活，启用后才能使用。'],
  ACTIVATE: activatedZh,
  ACTIVATE_AT_BANK: activatedZh,
  ACTIVATE_BY_SETTLEMENT: activatedZh,
  ACTIVATE_BY_PHONE: activatedZh,
  REPORT_LOSS: ['社保卡已口头挂失', '卡已停用，几天后自动恢复。如确实丢失，请在此之前到窗口书面挂失。'],
  WITHDRAW_LOSS: backZh,
  WITHDRAW_LOSS_UNUSED: backUnusedZh,
  LAPSE_LOSS: ['社保卡口头挂失已到期', '口头挂失已到期，卡恢复使用。如仍未找到，请再次挂失。'],
  LAPSE_LOSS_UNUSED: ['社保卡口头挂失已到期', '口头挂失已到期。如仍未找到，请再次挂失；卡尚未激活。'],
  CONFIRM_LOSS: ['社保卡已书面挂失', '卡已停用，不会自动恢复。找到后请本人到窗口解除，或申请补卡。'],
  RELEASE_LOSS: backZh,
  RELEASE_LOSS_UNUSED: backUnusedZh,
  FREEZE: ['社保卡已冻结', '卡已被冻结，请联系经办机构了解原因。'],
  UNFREEZE: ['社保卡已解冻', '卡已解冻，恢复使用。'],
  UNFREEZE_UNUSED: ['社保卡已解冻', '卡已解冻，尚未激活。'],
  LOCK_PIN: ['社保卡密码已锁定', '密码输错次数过多，已锁定。请本人携带有效身份证件到窗口解锁并重置。'],
  UNLOCK_PIN: ['社保卡密码已解锁', '密码已在窗口重置，请用一次性验证码设置新密码。'],
  REPLACE: ['社保卡已作废', '已申请补换新卡，此卡作废；社会保障号码不变。'],
  CANCEL: ['社保卡已注销', '此卡已注销。'],
  GIVE_TEMPORARY: ['临时社保卡已发放', '在有效期内使用，没有金融功能；新卡发放时失效。'],
  PROLONG: ['临时社保卡已延期', '临时卡的有效期已延长。'],
  EXPIRE: ['临时社保卡已失效', '临时卡的有效期已过，或新卡已发放。'],
  OPEN_BANK: ['社保卡申领已受理', '金融应用随卡申领。'],
  ACTIVATE_BANK: ['社保卡金融应用已启用', '发卡银行已启用金融应用。'],
  END_BANK: ['社保卡金融应用已终止', '金融应用随卡终止。'],
}

const activatedEn = [
  'Your social security card was activated',
  'Its social security application is active. Change the password now: with the initial one nothing can be done.',
] as const
const backEn = ['Your card is no longer reported lost', 'It can be used again.'] as const
const backUnusedEn = [
  'Your card is no longer reported lost',
  'It was never activated, and can be used once it is.',
] as const

const en: Said = {
  APPLY: ['Your card was applied for', 'You are told when it is made.'],
  MAKE: ['Your card is made', 'Collect it with a valid identity document; somebody else needs both documents.'],
  ISSUE: ['Your card was handed over', 'It can be used once it is activated.'],
  ACTIVATE: activatedEn,
  ACTIVATE_AT_BANK: activatedEn,
  ACTIVATE_BY_SETTLEMENT: activatedEn,
  ACTIVATE_BY_PHONE: activatedEn,
  REPORT_LOSS: [
    'Your card was reported lost',
    'It is blocked, and free again after some days. If it is really lost, report it in writing at the window before.',
  ],
  WITHDRAW_LOSS: backEn,
  WITHDRAW_LOSS_UNUSED: backUnusedEn,
  LAPSE_LOSS: [
    'The report of your lost card ended',
    'The card can be used again. If it is still lost, report it again.',
  ],
  LAPSE_LOSS_UNUSED: [
    'The report of your lost card ended',
    'If it is still lost, report it again; it was never activated.',
  ],
  CONFIRM_LOSS: [
    'Your card was reported lost in writing',
    'It is blocked until you release it in person at the window, or apply for a new one.',
  ],
  RELEASE_LOSS: backEn,
  RELEASE_LOSS_UNUSED: backUnusedEn,
  FREEZE: ['Your card was frozen', 'Ask the office why.'],
  UNFREEZE: ['Your card is no longer frozen', 'It can be used again.'],
  UNFREEZE_UNUSED: ['Your card is no longer frozen', 'It was never activated.'],
  LOCK_PIN: [
    'Your card password is locked',
    'Too many wrong passwords. Bring a valid identity document to the window to unlock and reset it.',
  ],
  UNLOCK_PIN: ['Your card password was unlocked', 'Set a new one with the one-time code of the window.'],
  REPLACE: ['Your card is void', 'A new one was applied for; your social security number stays.'],
  CANCEL: ['Your card was cancelled', 'For good.'],
  GIVE_TEMPORARY: [
    'You have a temporary card',
    'Until its last day, without a bank function; it ends when the new one is handed over.',
  ],
  PROLONG: ['Your temporary card was prolonged', 'It can be used longer.'],
  EXPIRE: ['Your temporary card ended', 'Its days are over, or the new card was handed over.'],
  OPEN_BANK: ['Your card was applied for', 'Its bank application with it.'],
  ACTIVATE_BANK: ['The bank application of your card was activated', 'By the issuing bank.'],
  END_BANK: ['The bank application of your card ended', 'With the card.'],
}

export const cardEvent: Template<'CARD_EVENT'> = {
  path: () => '/me/card',
  'zh-CN': ({ event, number, at }) => {
    const [title, what] = zh[event]
    return {
      title,
      body: `${what}（卡号 ${number}，${momentIn('zh-CN', at)}）如非本人办理，请立即联系经办机构。`,
      sms: `${title}（${number}）。如非本人办理，请立即联系经办机构。`,
    }
  },
  en: ({ event, number, at }) => {
    const [title, what] = en[event]
    return {
      title,
      body: `${what} Card ${number}, ${momentIn('en', at)}. If this was not you, call the office at once.`,
      sms: `${title} (${number}). Not you? Call the office at once.`,
    }
  },
}
