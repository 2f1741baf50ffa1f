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
    failed: '没有完成，请稍后再试。填写的内容仍在。',
    noCalendar: '{year}年的工作日历尚未公布，缴款期限无法计算。公布后再办理；填写的内容仍在。',
    reasonEMPLOYER: '4 至 500 字，单位会看到',
    reasonPERSON: '4 至 500 字，本人会看到',
    reasonPROPOSER: '4 至 500 字，提出的同事会看到',
    refuseReason: '不予办理的理由',
    refuseTitle: '{verb} {number}？',
    refuseTextEMPLOYER: '{number} 将结束，单位会看到理由：{reason}',
    refuseTextPERSON: '{number} 将结束，本人会看到理由：{reason}',
    refuseTextPROPOSER: '{number} 将结束，提出的同事会看到理由：{reason}',
  },
  {
    request: 'Request',
    about: 'About',
    state: 'State',
    amount: 'Amount',
    yourTurn: 'your turn',
    earlier: 'Earlier requests',
    done: 'Done.',
    failed: 'It did not go through. Try again in a moment; what you entered is still here.',
    noCalendar:
      'The working-day calendar of {year} is not published, so the due date cannot be computed. Come back when it is; what you entered is still here.',
    reasonEMPLOYER: '4 to 500 characters; the employer reads it',
    reasonPERSON: '4 to 500 characters; the person reads it',
    reasonPROPOSER: '4 to 500 characters; the colleague who proposed it reads it',
    refuseReason: 'Why it is refused',
    refuseTitle: '{verb} {number}?',
    refuseTextEMPLOYER: '{number} ends here. The employer reads: {reason}',
    refuseTextPERSON: '{number} ends here. The person reads: {reason}',
    refuseTextPROPOSER: '{number} ends here. The colleague who proposed it reads: {reason}',
  },
)
