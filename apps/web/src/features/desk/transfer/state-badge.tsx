import { useMessages } from '../../../shared/lib/language-context.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import type { RelationTransferState } from './transfer.generated.ts'

const tones: Record<RelationTransferState, StatusTone> = {
  APPLIED: 'waiting',
  VOUCHER_ISSUED: 'open',
  ACCEPTED_THERE: 'waiting',
  FUNDS_SENT: 'waiting',
  MOVED: 'done',
  HANDED_IN: 'waiting',
  ACCEPTED: 'open',
  INFORMED: 'open',
  FUNDS_RECEIVED: 'waiting',
  COUNTED: 'done',
  CLOSED: 'done',
  REFUSED: 'refused',
  WITHDRAWN: 'idle',
}

export function TransferState({ state, overdue = false }: { state: RelationTransferState; overdue?: boolean }) {
  const t = useMessages(messages)
  return <StatusBadge tone={overdue ? 'overdue' : tones[state]}>{t(`state${state}`)}</StatusBadge>
}
