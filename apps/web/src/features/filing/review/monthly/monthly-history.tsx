import { useMessages } from '../../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../../shared/lib/use-format.ts'
import { Timeline, type TimelineEntry } from '../../../../shared/ui/timeline.tsx'
import style from '../history-view.module.css'
import { reviewMessages } from '../later-review-messages.ts'
import { monthlyReviewMessages } from './messages.ts'
import type { MonthlyReview } from './monthly-review.ts'

/** The versions that were handed in, and the course of the case. */
export function MonthlyHistory({ review }: { review: MonthlyReview }) {
  const t = useMessages(monthlyReviewMessages)
  const shared = useMessages(reviewMessages)
  const format = useFormat()
  const entries = useEntries(review)
  return (
    <div className={style.history}>
      <section>
        <h2>{t('history')}</h2>
        <Timeline label={t('history')} entries={entries} />
      </section>
      <section>
        <h2>{t('versions')}</h2>
        {review.versions.map(({ id, version, formNo, submittedAt, people, contentHash }) => (
          <article key={id} className={style.version}>
            <h3>
              {shared('versionN', { version: String(version) })} · {formNo}
            </h3>
            <p className="sub">
              {t('versionLine', {
                time: format.instant(submittedAt),
                count: people,
                hash: contentHash.slice(0, 12),
              })}
            </p>
          </article>
        ))}
      </section>
    </div>
  )
}

const steps = ['OPEN', 'SUBMIT', 'WITHDRAW', 'START_REVIEW', 'RECOMMEND', 'RETURN', 'APPROVE', 'CANCEL'] as const

function useEntries({ events, state }: MonthlyReview): TimelineEntry[] {
  const t = useMessages(monthlyReviewMessages)
  const shared = useMessages(reviewMessages)
  const past = events.map(({ id, action, at, actorName, version, note }): TimelineEntry => {
    const step = steps.find((known) => known === action)
    const about = version > 0 ? shared('versionN', { version: String(version) }) : null
    const detail = [actorName, about, note].filter(Boolean).join(' · ')
    return { id, title: step ? t(`ev${step}`) : action, at, phase: 'past', detail }
  })
  const nextOf: Partial<Record<MonthlyReview['state'], string>> = {
    SUBMITTED: t('nextSTART'),
    UNDER_REVIEW: t('nextDECIDE'),
    RETURNED: t('nextCORRECT'),
    WITHDRAWN: t('nextCORRECT'),
  }
  const next = nextOf[state]
  return next ? [...past, { id: 'next', title: next, phase: 'next' }] : past
}
