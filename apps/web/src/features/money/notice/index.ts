export { CreditLine } from './credit-line.tsx'
export { useDeriveMonth, useDeriveNotice, useDeriveNotices } from './use-derive-notice.ts'
