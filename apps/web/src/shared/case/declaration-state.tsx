import { defineMessages } from '../lib/messages.ts'
import { useMessages } from '../lib/language-context.tsx'
import { StatusBadge, type StatusTone } from '../ui/status-badge.tsx'

const tones = {
  SUBMITTED: 'open',
  UNDER_REVIEW: 'waiting',
  RETURNED: 'refused',
  APPROVED: 'waiting',
  FILED: 'done',
  OVERDUE: 'overdue',
  OPEN: 'idle',
} as const satisfies Record<string, StatusTone>

const messages = defineMessages(
  {
    SUBMITTED: '待审核',
    UNDER_REVIEW: '审核中',
    RETURNED: '已退回',
    APPROVED: '待收纸质材料',
    FILED: '已归档',
    OVERDUE: '逾期未报',
    OPEN: '尚未到期',
  },
  {
    SUBMITTED: 'To review',
    UNDER_REVIEW: 'Under review',
    RETURNED: 'Returned',
    APPROVED: 'Awaiting paper',
    FILED: 'Filed',
    OVERDUE: 'Not submitted',
    OPEN: 'Not due yet',
  },
)

/** Where a declaration stands, in the words of the office. */
export function DeclarationState({ state }: { state: keyof typeof tones }) {
  const t = useMessages(messages)
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
}
