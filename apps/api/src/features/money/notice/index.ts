/** What other features use of `money/notice`: a notice as it is read, worded and explained. */
export { findArrears, listOverduePeriods } from './arrears.repository.ts'
export { deriveGivenUp, deriveOutstanding } from './explain-notice.ts'
export { paymentChannels, paymentStatuses } from './notice-codes.ts'
export {
  findLastBill,
  findMonthNotice,
  findNotice,
  holdPaidNotice,
  listLineSums,
  listLines,
  listNoticesOfIds,
  listPayments,
} from './notice.repository.ts'
export type { NoticeLineRow, NoticeRow, PaymentOfNotice } from './notice.repository.ts'
export { noticeAudit } from './notice.audit.ts'
export { PaymentNoticeType } from './notice.schema.ts'
export { readNotice, readNoticesOfRange, readNoticesOfYear } from './read-notice.ts'
export { overdueDays } from './overdue-days.ts'
