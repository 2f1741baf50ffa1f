import { useMessages } from '../../../../shared/lib/language-context.tsx'
import { later } from '../../../../shared/lib/later.ts'
import { reviewMessages } from '../review-messages.ts'
import { stepButtons } from '../step-buttons.ts'
import { StepFoot } from '../step-foot.tsx'
import type { Notes } from '../use-notes.ts'
import { monthlyReviewMessages } from './messages.ts'
import type { MonthlyReview } from './monthly-review.ts'
import { useMonthlySteps } from './use-monthly-steps.ts'

const RefusalText = later(async () => (await import('../refusal-text.tsx')).RefusalText)
const ConfirmMonthly = later(async () => (await import('./confirm-monthly.tsx')).ConfirmMonthly)

interface MonthlyFootProps {
  review: MonthlyReview
  notes: Notes
  onRemoveNote: (path: string) => void
  onSent: () => void
  onChanged: () => Promise<unknown>
}

/** What can be done with a monthly declaration now. */
export function MonthlyFoot({ review, notes, onRemoveNote, onSent, onChanged }: MonthlyFootProps) {
  const t = useMessages(monthlyReviewMessages)
  const shared = useMessages(reviewMessages)
  const { asked, busy, refused, showNow, press, perform, cancel } = useMonthlySteps({
    review,
    notes,
    onSent,
    onChanged,
  })
  const noteCount = Object.keys(notes).length
  const { actions, procedure, events, version } = review
  const barred = procedure.some(({ event, standing }) => event === 'APPROVE' && standing === 'SAME_PERSON')
  const recommendedBy = events.find((event) => event.action === 'RECOMMEND' && event.version === version) ?? null
  const refusalText = (code: string) =>
    code === 'ACTIVE_ELSEWHERE' || code === 'REGISTER_CHANGED' ? t(`refused${code}`) : <RefusalText code={code} />
  return (
    <StepFoot
      buttons={stepButtons({ actions, secondPersonNeeded: barred, recommendedBy }, noteCount)}
      procedure={procedure}
      refused={refused}
      refusalText={refusalText}
      notes={notes}
      onRemoveNote={onRemoveNote}
      hint={actions.includes('RETURN') && barred ? shared('youWereFirst') : ''}
      busy={busy}
      asking={asked !== undefined}
      onPress={press}
      onShowNow={showNow}
      onReload={showNow}
    >
      <ConfirmMonthly
        step={asked}
        review={review}
        noteCount={noteCount}
        busy={busy}
        onConfirm={(step) => void perform(step)}
        onCancel={cancel}
      />
    </StepFoot>
  )
}
