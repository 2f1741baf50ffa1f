import { Link } from 'react-router'
import { useWorkTrail } from '../../../../shared/case/work-trail.ts'
import { useMessages } from '../../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../../shared/lib/use-format.ts'
import { Notice } from '../../../../shared/ui/notice.tsx'
import { usePlaceText } from '../answer-text.tsx'
import earlier from '../earlier-notes.module.css'
import { reviewMessages } from '../later-review-messages.ts'
import sheet from '../review.module.css'
import { useRuleText } from './use-rule-text.ts'
import { monthlyReviewMessages } from './messages.ts'
import { EarlierText } from './earlier-text.tsx'
import { rowOf } from './monthly-review.ts'
import type { MonthlyReview } from './monthly-review.ts'

/** Before anything is decided: what stands against it, what the rules doubt, what follows from it, and what was said before. */
export function Remarks({ review }: { review: MonthlyReview }) {
  const t = useMessages(monthlyReviewMessages)
  const { standsAgainst, judgement, earlierNotes } = review
  return (
    <>
      {standsAgainst.length > 0 ? (
        <Notice tone="refused">
          <strong>{t('againstTitle', { count: standsAgainst.length })}</strong>
          <p>{t('againstLead')}</p>
          <Issues issues={standsAgainst} />
        </Notice>
      ) : null}
      {earlierNotes.length > 0 ? <Earlier notes={earlierNotes} /> : null}
      <Consequences judgement={judgement} />
    </>
  )
}

function Issues({ issues }: { issues: MonthlyReview['standsAgainst'] }) {
  const t = useMessages(reviewMessages)
  const trail = useWorkTrail()
  const wordsOf = useRuleText()
  return (
    <ul className={sheet.noteList}>
      {issues.map((issue) => (
        <li key={`${issue.path} ${issue.ruleId}`}>
          {issue.row === null ? null : (
            <Link to={`?row=${issue.row}`} state={trail}>
              {t('row', { row: String(issue.row) })}
            </Link>
          )}{' '}
          {wordsOf(issue)}
        </li>
      ))}
    </ul>
  )
}

/** Late registrations, duties that begin, and warnings that its employer saw before handing it in. */
function Consequences({ judgement }: Pick<MonthlyReview, 'judgement'>) {
  const t = useMessages(monthlyReviewMessages)
  const format = useFormat()
  const { lateRegistrations, duties, issues } = judgement
  if (lateRegistrations === 0 && duties.length === 0 && issues.length === 0) return null
  return (
    <details className={sheet.sums} open>
      <summary>{t('attention')}</summary>
      {lateRegistrations > 0 ? <p>{t('lateCount', { count: lateRegistrations })}</p> : null}
      {duties.map(({ dueOn, people }) => (
        <p key={dueOn}>{t('duty', { date: format.date(dueOn), people })}</p>
      ))}
      {issues.length > 0 ? <Issues issues={issues} /> : null}
    </details>
  )
}

function Earlier({ notes }: { notes: MonthlyReview['earlierNotes'] }) {
  const t = useMessages(monthlyReviewMessages)
  const placeOf = usePlaceText()
  return (
    <section className={earlier.panel} aria-label={t('earlierTitle', { count: notes.length })}>
      <h2>{t('earlierTitle', { count: notes.length })}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <Link to={linkTo(note.path)}>{placeOf(note.path)}</Link>
            <EarlierText note={note} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function linkTo(path: string): string {
  const row = rowOf(path)
  return row ? `?row=${row}` : '?'
}
