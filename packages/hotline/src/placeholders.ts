import type { Language } from '@shebao/kernel'

/** What the office decides for its own services, as it holds on the day of the call. */
export const figurePlaceholders = [
  'lossDays',
  'readyDays',
  'temporaryDays',
  'pinTries',
  'answerDays',
  'reopenDays',
  'checks',
  'transferDays',
] as const
export type FigurePlaceholder = (typeof figurePlaceholders)[number]

/** Of the caller who was checked, masked as on the screen. */
export const callerPlaceholders = ['caller', 'idNumber', 'cardNumber'] as const
export type CallerPlaceholder = (typeof callerPlaceholders)[number]
export type Placeholder = FigurePlaceholder | CallerPlaceholder

/** What stands for a `{name}`, for whoever writes a script. */
export const placeholderNames: Readonly<Record<Language, Readonly<Record<Placeholder, string>>>> = {
  'zh-CN': {
    lossDays: '口头挂失有效期（天）',
    readyDays: '制卡时限（工作日）',
    temporaryDays: '临时卡有效期（天）',
    pinTries: '密码连续输错锁定次数',
    answerDays: '咨询答复时限（工作日）',
    reopenDays: '答复后可再问的期限（天）',
    checks: '一次来电可核验次数',
    transferDays: '转移每一步的时限（工作日）',
    caller: '来电人姓名（脱敏）',
    idNumber: '证件号码（脱敏）',
    cardNumber: '社保卡卡号（脱敏）',
  },
  en: {
    lossDays: 'days that a loss reported by phone runs',
    readyDays: 'working days until a card is made',
    temporaryDays: 'days that a temporary card runs',
    pinTries: 'wrong passwords that lock a card',
    answerDays: 'working days for an answer',
    reopenDays: 'days in which an answer may be asked about again',
    checks: 'checks within one call',
    transferDays: 'working days for a step of a transfer',
    caller: 'the caller’s name, masked',
    idNumber: 'the ID number, masked',
    cardNumber: 'the card number, masked',
  },
}
