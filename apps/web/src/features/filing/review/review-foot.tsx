import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { ReviewFootFragmentDoc } from './review-foot.generated.ts'
import type { ReviewFootFragment } from './review-foot.generated.ts'
import { reviewMessages } from './review-messages.ts'
import { stepButtons } from './step-buttons.ts'
import { StepFoot } from './step-foot.tsx'
import type { Notes } from './use-notes.ts'
import { useReviewSteps } from './use-review-steps.ts'

const RefusalText = later(async () => (await import('./refusal-text.tsx')).RefusalText)
const ConfirmStep = later(async () => (await import('./confirm-step.tsx')).ConfirmStep)

interface ReviewFootProps {
  review: FragmentType<ReviewFootFragment>
  notes: Notes
  onRemoveNote: (path: string) => void
  onSent: () => void
  onChanged: () => Promise<unknown>
}

/** What can be done with an inspection now. */
export function ReviewFoot({ notes, onRemoveNote, onSent, onChanged, ...props }: ReviewFootProps) {
  const review = useOwnFields(ReviewFootFragmentDoc, props.review, 'ReviewFoot')
  const t = useMessages(reviewMessages)
  const { asked, busy, refused, showNow, press, perform, cancel } = useReviewSteps({ review, notes, onSent, onChanged })
  const noteCount = Object.keys(notes).length
  return (
    <StepFoot
      buttons={stepButtons(review, noteCount)}
      procedure={review.procedure}
      refused={refused}
      refusalText={(code) => <RefusalText code={code} />}
      notes={notes}
      onRemoveNote={onRemoveNote}
      hint={review.actions.includes('RETURN') && review.secondPersonNeeded ? t('youWereFirst') : ''}
      busy={busy}
      asking={asked !== undefined}
      onPress={press}
      onShowNow={showNow}
      onReload={onChanged}
    >
      <ConfirmStep
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
