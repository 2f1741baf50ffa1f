import { ANNUAL_STATES } from '@shebao/declaration-rules'
import type { AnnualState } from '@shebao/declaration-rules'

/** Whether the clerk may still type: before submitting, and after a return. */
export function isDraftStatus(status: AnnualState): boolean {
  return status === 'RETURNED' || ANNUAL_STATES.indexOf(status) < ANNUAL_STATES.indexOf('SUBMITTED')
}
