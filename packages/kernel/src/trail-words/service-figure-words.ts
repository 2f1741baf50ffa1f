import { words } from './words.ts'

/** What a figure of the office's services is called: on its page, and in the trail. */
export const serviceFigureWords = words(
  {
    CARD_LOSS_DAYS: '口头挂失有效期',
    CARD_READY_DAYS: '制卡时限',
    CARD_TEMPORARY_DAYS: '临时卡有效期',
    CARD_PIN_TRIES: '卡密码连续输错锁定次数',
    QUESTION_ANSWER_DAYS: '咨询答复时限',
    QUESTION_REOPEN_DAYS: '答复后可再问的期限',
    QUESTION_MOST_OPEN: '每人同时待答复的咨询',
    REPORT_MOST_A_DAY: '每人每日举报件数',
    HOTLINE_CALLER_TRIES: '热线：同一号码每小时核验不符',
    HOTLINE_PERSON_TRIES: '热线：同一人或卡每日核验不符',
    HOTLINE_CALL_CHECKS: '热线：一次来电核验不符',
    WORK_STALE_DAYS: '领取后久未办理的期限',
    EXECUTION_FIRST_HOUR: '强制执行：每日最早时点',
    EXECUTION_LAST_HOUR: '强制执行：每日最晚时点',
    DEFERRAL_MOST_MONTHS: '延期缴费协议最长期限',
  },
  {
    CARD_LOSS_DAYS: 'Loss reported by phone or web: how long it runs',
    CARD_READY_DAYS: 'Making a card',
    CARD_TEMPORARY_DAYS: 'Temporary card: how long it runs',
    CARD_PIN_TRIES: 'Wrong card passwords in a row that lock it',
    QUESTION_ANSWER_DAYS: 'Answering a question',
    QUESTION_REOPEN_DAYS: 'Asking again after an answer',
    QUESTION_MOST_OPEN: 'Questions of one person open at once',
    REPORT_MOST_A_DAY: 'Reports by one person in a day',
    HOTLINE_CALLER_TRIES: 'Hotline: wrong details from one number in an hour',
    HOTLINE_PERSON_TRIES: 'Hotline: wrong details about one person or card in a day',
    HOTLINE_CALL_CHECKS: 'Hotline: wrong details within one call',
    WORK_STALE_DAYS: 'A taken case that is left lying',
    EXECUTION_FIRST_HOUR: 'Enforcement: from what hour of a day',
    EXECUTION_LAST_HOUR: 'Enforcement: before what hour of a day',
    DEFERRAL_MOST_MONTHS: 'Agreement on later payment: how long it may run',
  },
)
