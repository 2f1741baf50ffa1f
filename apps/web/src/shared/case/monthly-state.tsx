import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { StatusBadge, type StatusTone } from '../ui/status-badge.tsx'
import { monthlyWords } from './monthly-words.ts'

const tones = {
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
} as const satisfies Record<string, StatusTone>

/** Where a monthly declaration stands, and what became of the bill of its month. */
export function MonthlyState({ state }: { state: keyof typeof tones }) {
  const t = useMessages(monthlyWords)
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>
}

interface Named {
  period: string
  filing: 'REGULAR' | 'SUPPLEMENTARY' | 'REVISED'
  sequence: number
}

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
