/** What others use of `register/notification`. To tell somebody something is `telling/`, below the features. */
export { notificationAudit } from './notification.audit.ts'
export { notificationJobs } from './notification-jobs.ts'
