import { useMessages } from '../../../shared/lib/language-context.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { CardStatus } from './card.generated.ts'
import { messages } from './messages.ts'

const tones: Record<CardStatus, StatusTone> = {
  APPLIED: 'waiting',
  MADE: 'waiting',
  INACTIVE: 'open',
  NORMAL: 'done',
  ORAL_LOSS: 'warning',
  WRITTEN_LOSS: 'refused',
  FROZEN: 'refused',
  PIN_LOCKED: 'warning',
  REPLACED: 'idle',
  CANCELLED: 'idle',
}

export function CardState({ status }: { status: CardStatus }) {
  const t = useMessages(messages)
  return <StatusBadge tone={tones[status]}>{t(status)}</StatusBadge>
}
