import { defineMessages } from '../../../shared/lib/messages.ts'

/** Why nothing can be filed for the employer, and what to do. */
export const barMessages = defineMessages(
  {
    notApproved: '税务机关尚未核准本单位网上申报',
    notApprovedText: '可以查看记录、填写草稿和缴费，但不能在网上提交申报和申请。',
    withdrawnBecause: '撤销原因：{reason}',
    whatToDo: '请在“网上申报资格”页申请，或到经办机构窗口办理。',
    lockedARREARS: '因逾期欠费，本单位部分网上业务自 {date} 起锁定（{number}）',
    lockedREGISTRATION_CHECK: '登记核查期间，本单位部分网上业务自 {date} 起锁定（{number}）',
    lockedBecause: '原因：{reason}',
    lockedText: '不能变更单位信息、申请退费、终止委托扣款、办理注销；申报、缴费、查询和打印照常。',
    lockedUntilARREARS: '逾期欠费缴清后自动解锁。',
    lockedUntilREGISTRATION_CHECK: '核查结束后解锁。',
    lockedAsk: '有疑问请联系{office}，电话 {phone}。',
    cancelled: '本单位已于 {date} 注销社会保险登记',
    cancelledText: '不能再申报和缴费；以前的记录、票据和证明仍可查看和打印。有疑问请联系经办机构。',
  },
  {
    notApproved: 'The tax authority has not approved your employer for online filing',
    notApprovedText: 'You can read the records, fill in drafts and pay, but nothing can be submitted online.',
    withdrawnBecause: 'Why it was withdrawn: {reason}',
    whatToDo: 'Apply on the page “Online filing”, or file at the office’s window.',
    lockedARREARS: 'Some online services are locked for arrears since {date} ({number})',
    lockedREGISTRATION_CHECK:
      'Some online services are locked since {date} while the registration is checked ({number})',
    lockedBecause: 'Why: {reason}',
    lockedText:
      'Particulars cannot be changed, no refund can be asked for, the debit agreement cannot be ended and the registration not cancelled. Declaring, paying, reading and printing go on.',
    lockedUntilARREARS: 'It ends by itself once nothing is overdue.',
    lockedUntilREGISTRATION_CHECK: 'It ends with the check.',
    lockedAsk: 'Questions: {office}, {phone}.',
    cancelled: 'The registration of your employer was cancelled on {date}',
    cancelledText:
      'Nothing can be declared or paid any more; records, receipts and certificates can still be read and printed. Ask the office if something is unclear.',
  },
)
