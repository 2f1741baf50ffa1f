import { useMessages } from '../../../shared/lib/language-context.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { PaymentNoticeStatus } from './bill-list.generated.ts'
import { messages } from './messages.ts'

const tones: Record<PaymentNoticeStatus, StatusTone> = {
  UNPAID: 'open',
  SENT_TO_BANK: 'waiting',
  PARTIALLY_PAID: 'waiting',
  POSTED: 'done',
  RECONCILED: 'done',
  WRITTEN_OFF: 'idle',
}

export function BillStatus({ status, overdue }: { status: PaymentNoticeStatus; overdue: boolean }) {
  const t = useMessages(messages)
  if (overdue && (status === 'UNPAID' || status === 'PARTIALLY_PAID'))
    return <StatusBadge tone="overdue">{t('OVERDUE')}</StatusBadge>
  return <StatusBadge tone={tones[status]}>{t(status)}</StatusBadge>
}
