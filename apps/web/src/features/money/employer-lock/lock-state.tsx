import { useMessages } from '../../../shared/lib/language-context.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { EmployerLockState } from './employer-lock.generated.ts'
import { messages } from './messages.ts'

const tones: Record<EmployerLockState, StatusTone> = {
  PROPOSED: 'waiting',
  LOCKED: 'warning',
  RELEASE_PROPOSED: 'waiting',
  RELEASED: 'done',
  REFUSED: 'refused',
}

export function LockState({ state }: { state: EmployerLockState }) {
  const t = useMessages(messages)
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
}
