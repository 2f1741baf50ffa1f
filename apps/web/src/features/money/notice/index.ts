export { useDeriveMonth, useDeriveNotice, useDeriveNotices } from './use-derive-notice.ts'
