/** What the frame of staff uses of `desk/queue`. */
export { useWorkCounts } from './use-work-counts.ts'
