/** What other features use of `money/debt`: notices and their lines as rows. */
export type { NoticeLine } from './notice-line.ts'
export {
  markDeclared,
  markNoticesReconciled,
  markSentToBank,
  markWrittenOff,
  pauseLateFee,
  reopenNotice,
  reopenNoticesFromLedger,
  reopenSettled,
  resumeLateFee,
  setWaivedDays,
  updateSettledNotices,
} from './notice-state.repository.ts'
export type { SettledNotice } from './notice-state.repository.ts'
export { findNoticeSequences, removeNotices } from './notices.repository.ts'
export type { NewNotice } from './notices.repository.ts'
export { tellDueNotices } from './tell-due-notices.ts'
export { writeNotices } from './write-notices.ts'
