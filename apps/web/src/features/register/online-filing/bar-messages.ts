import { defineMessages } from '../../../shared/lib/messages.ts'

/** Why nothing can be filed for the employer, and what to do. */
export const barMessages = defineMessages(
  {
    notApproved: '税务机关尚未核准本单位网上申报',
    notApprovedText: '可以查看记录、填写草稿和缴费，但不能在网上提交申报和申请。',
    withdrawnBecause: '撤销原因：{reason}',
    whatToDo: '请在“网上申报资格”页申请，或到经办机构窗口办理。',
    cancelled: '本单位已于 {date} 注销社会保险登记',
    cancelledText: '不能再申报和缴费；以前的记录、票据和证明仍可查看和打印。有疑问请联系经办机构。',
  },
  {
    notApproved: 'The tax authority has not approved your employer for online filing',
    notApprovedText: 'You can read the records, fill in drafts and pay, but nothing can be submitted online.',
    withdrawnBecause: 'Why it was withdrawn: {reason}',
    whatToDo: 'Apply on the page “Online filing”, or file at the office’s window.',
    cancelled: 'The registration of your employer was cancelled on {date}',
    cancelledText:
      'Nothing can be declared or paid any more; records, receipts and certificates can still be read and printed. Ask the office if something is unclear.',
  },
)
