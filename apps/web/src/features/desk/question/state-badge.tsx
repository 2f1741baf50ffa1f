import { useMessages } from '../../../shared/lib/language-context.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { questionWords } from './messages.ts'
import type { QuestionState } from './question.generated.ts'

const tones: Record<QuestionState, StatusTone> = {
  OPEN: 'waiting',
  ANSWERED: 'done',
  CLOSED: 'done',
  HANDED_OVER: 'idle',
}

export function QuestionStateBadge({ state, overdue = false }: { state: QuestionState; overdue?: boolean }) {
  const t = useMessages(questionWords)
  return (
    <StatusBadge tone={overdue ? 'overdue' : tones[state]}>{t(overdue ? 'stateOverdue' : `state${state}`)}</StatusBadge>
  )
}
