import { useMessages } from '../../../shared/lib/language-context.tsx'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { PremiumPaymentStatus } from './me.generated.ts'

const tones: Record<PremiumPaymentStatus, StatusTone> = {
  PAID: 'done',
  UNPAID: 'warning',
  DEFERRED: 'waiting',
  BACK_PAID: 'done',
  REFUNDED: 'idle',
}

export function MonthStatus({ status }: { status: PremiumPaymentStatus }) {
  const words = useMessages(insuranceWords)
  return <StatusBadge tone={tones[status]}>{words(status)}</StatusBadge>
}
