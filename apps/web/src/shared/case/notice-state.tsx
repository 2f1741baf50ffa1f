import { useMessages } from '../lib/language-context.tsx'
import { defineMessages } from '../lib/messages.ts'
import { StatusBadge, type StatusTone } from '../ui/status-badge.tsx'

const tones = {
  UNPAID: 'open',
  SENT_TO_BANK: 'waiting',
  PARTIALLY_PAID: 'waiting',
  POSTED: 'done',
  RECONCILED: 'done',
  WRITTEN_OFF: 'idle',
} as const satisfies Record<string, StatusTone>

const messages = defineMessages(
  {
    UNPAID: '未缴',
    SENT_TO_BANK: '付款处理中',
    PARTIALLY_PAID: '部分缴纳',
    POSTED: '已缴',
    RECONCILED: '已缴',
    WRITTEN_OFF: '已核销',
    overdue: '逾期 {days} 天',
    underWay: '付款处理中，尚未到账',
    partly: '已缴纳一部分',
  },
  {
    UNPAID: 'Unpaid',
    SENT_TO_BANK: 'Being paid',
    PARTIALLY_PAID: 'Partly paid',
    POSTED: 'Paid',
    RECONCILED: 'Paid',
    WRITTEN_OFF: 'Written off',
    overdue: 'Overdue {days|# day|# days}',
    underWay: 'a payment is under way and has not come',
    partly: 'part of it is paid',
  },
)

interface NoticeStateProps {
  status: keyof typeof tones
  /** 0 while it is in time, settled or given up. */
  overdueDays: number
}

/** How a payment notice stands, in every list of notices: what is late says so before anything else, and since how long. */
export function NoticeState({ status, overdueDays }: NoticeStateProps) {
  const t = useMessages(messages)
  if (overdueDays === 0) return <StatusBadge tone={tones[status]}>{t(status)}</StatusBadge>
  return (
    <>
      <StatusBadge tone="overdue">{t('overdue', { days: overdueDays })}</StatusBadge>
      {status === 'SENT_TO_BANK' ? <span className="sub">{t('underWay')}</span> : null}
      {status === 'PARTIALLY_PAID' ? <span className="sub">{t('partly')}</span> : null}
    </>
  )
}
