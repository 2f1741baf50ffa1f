/** What others use of `register/notification`. To tell somebody something is `telling/`, below the features. */
export { findNoticeOfPerson, listUnreadOfPerson } from './notice.repository.ts'
export type { NotificationRow } from './notification.repository.ts'
export { NoticeType } from './notice-type.ts'
export { readMobile } from './address-of.ts'
export { notificationAudit } from './notification.audit.ts'
export { notificationJobs } from './notification-jobs.ts'
