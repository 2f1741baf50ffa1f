import { later } from '../../../shared/lib/later.ts'

/** What the frame of staff uses of `desk/queue`. */
export { useWorkCounts } from './use-work-counts.ts'
export const WorkRun = later(async () => (await import('./work-run.tsx')).WorkRun)
