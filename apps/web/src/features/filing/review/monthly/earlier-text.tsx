import { useMessages } from '../../../../shared/lib/language-context.tsx'
import earlier from '../earlier-notes.module.css'
import { reviewMessages } from '../later-review-messages.ts'
import { monthlyReviewMessages } from './messages.ts'
import type { MonthlyReview } from './monthly-review.ts'

/** A note on an earlier version, and what the employer did about it. */
export function EarlierText({ note }: { note: MonthlyReview['earlierNotes'][number] }) {
  const t = useMessages(monthlyReviewMessages)
  const words = useMessages(reviewMessages)
  const { version, text, state, answer } = note
  return (
    <>
      <span className={earlier.line}>{t('earlierAt', { version: String(version), text })}</span>
      {state === 'OPEN' ? null : (
        <span className={earlier.line}>
          {words(`earlier${state}`)}
          {answer ? ` · ${words('earlierAnswer', { text: answer })}` : ''}
        </span>
      )}
    </>
  )
}
