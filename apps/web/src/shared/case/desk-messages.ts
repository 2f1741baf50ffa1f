import { defineMessages } from '../lib/messages.ts'

/** Words of every desk at which requests are taken step by step. */
export const deskMessages = defineMessages(
  {
    request: '申请',
    about: '事项',
    state: '状态',
    amount: '金额',
    yourTurn: '等您办理',
    earlier: '更早的申请',
    done: '已办理。',
    doneRETURN: '已退回“{name}”。',
    doneRECOMMEND: '已建议通过“{name}”，等待另一人复核。',
    doneACCEPT: '已核定“{name}”。',
    failed: '没有完成，请稍后再试。填写的内容仍在。',
    noCalendar: '{year}年的工作日历尚未公布，缴款期限无法计算。公布后再办理；填写的内容仍在。',
    reason: '4 至 500 字，单位会看到',
    refuseReason: '不予办理的理由',
    refuseTitle: '{verb} {number}？',
    refuseText: '{number} 将结束，单位会看到理由：{reason}',
  },
  {
    request: 'Request',
    about: 'About',
    state: 'State',
    amount: 'Amount',
    yourTurn: 'your turn',
    earlier: 'Earlier requests',
    done: 'Done.',
    doneRETURN: 'Returned to {name}.',
    doneRECOMMEND: 'Recommended {name}; another person now decides.',
    doneACCEPT: 'Accepted {name}.',
    failed: 'It did not go through. Try again in a moment; what you entered is still here.',
    noCalendar:
      'The working-day calendar of {year} is not published, so the due date cannot be computed. Come back when it is; what you entered is still here.',
    reason: '4 to 500 characters; the employer reads it',
    refuseReason: 'Why it is refused',
    refuseTitle: '{verb} {number}?',
    refuseText: '{number} ends here. The employer reads: {reason}',
  },
)
