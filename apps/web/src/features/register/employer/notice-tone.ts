import type { StatusTone } from '../../../shared/ui/status-badge.tsx'

/** How a payment notice stands; only what is posted counts as paid. */
export function noticeTone(status: string): StatusTone {
  if (status === 'POSTED' || status === 'RECONCILED') return 'done'
  if (status === 'WRITTEN_OFF') return 'idle'
  return status === 'UNPAID' ? 'open' : 'waiting'
}
