import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { MonthlyHeadFragment } from './declaration.generated.ts'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'

export type MonthlyDeclarationState = MonthlyHeadFragment['state']

const tones: Record<MonthlyDeclarationState, StatusTone> = {
  DRAFT: 'open',
  SUBMITTED: 'waiting',
  UNDER_REVIEW: 'waiting',
  RETURNED: 'refused',
  WITHDRAWN: 'open',
  APPROVED: 'done',
  NOTICED: 'done',
  PARTIALLY_PAID: 'warning',
  PAID: 'done',
  OVERDUE: 'overdue',
  ASSESSED: 'warning',
  CANCELLED: 'idle',
}

/** Where a monthly declaration stands, in the words of its employer. */
export function MonthlyState({ state }: { state: MonthlyDeclarationState }) {
  const t = useMessages(monthlyWords)
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
}

type Named = Pick<MonthlyHeadFragment, 'period' | 'filing' | 'sequence'>

/** What a declaration is called: by its month, and by what it is about where it is not the month's own. */
export function useMonthlyTitle(): (declaration: Named) => string {
  const t = useMessages(monthlyWords)
  const format = useFormat()
  return ({ period, filing, sequence }) => {
    if (filing === 'REGULAR') return t('title', { period: format.period(period) })
    const name = sequence > 1 ? t('numbered', { filing: t(filing), sequence: String(sequence) }) : t(filing)
    return t('titleFiling', { period: format.period(period), filing: name })
  }
}
