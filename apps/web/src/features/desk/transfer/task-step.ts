import type { Transfer } from './transfer-facts.tsx'

/** What every group of steps on the page of staff is handed. */
export interface TaskStepProps {
  transfer: Transfer
  /** The steps this viewer may take now. */
  may: readonly string[]
  onDone: () => Promise<unknown>
  renew: () => Promise<unknown>
}
