/** What others use of `register/notification`. To tell somebody something is `telling/`, below the features. */
export { readMobile } from './address-of.ts'
export { notificationAudit } from './notification.audit.ts'
export { notificationJobs } from './notification-jobs.ts'
