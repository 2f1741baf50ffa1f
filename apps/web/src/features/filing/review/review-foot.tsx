import type { FragmentType } from '@apollo/client/masking'
import { useSuspenseFragment } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { refusalKey } from './refusal-key.ts'
import { ReviewFootFragmentDoc } from './review-foot.generated.ts'
import type { ReviewFootFragment } from './review-foot.generated.ts'
import { reviewMessages } from './review-messages.ts'
import { ReviewNotes } from './review-notes.tsx'
import style from './review-foot.module.css'
import { stepButtons } from './step-buttons.ts'
import type { ReviewStep, StepButton } from './step-buttons.ts'
import { useChoiceKeys } from '../../../shared/ui/use-row-keys.ts'
import type { Notes } from './use-notes.ts'
import { useReviewSteps } from './use-review-steps.ts'

const ConfirmStep = later(async () => (await import('./confirm-step.tsx')).ConfirmStep)
const StaleNotice = later(async () => (await import('../../../shared/case/stale-notice.tsx')).StaleNotice)

interface ReviewFootProps {
  review: FragmentType<ReviewFootFragment>
  notes: Notes
  onRemoveNote: (path: string) => void
  onSent: () => void
  onChanged: () => Promise<unknown>
}

/** Always in sight: the notes so far and what can be done with the declaration now. */
export function ReviewFoot({ notes, onRemoveNote, onSent, onChanged, ...props }: ReviewFootProps) {
  const { data: review } = useSuspenseFragment({
    fragment: ReviewFootFragmentDoc,
    // The document brings the parts' fragments along.
    fragmentName: 'ReviewFoot',
    from: props.review,
  })
  const t = useMessages(reviewMessages)
  const { asked, busy, refused, showNow, press, perform, cancel } = useReviewSteps({ review, notes, onSent, onChanged })
  const noteCount = Object.keys(notes).length
  const buttons = stepButtons(review, noteCount)
  const verbs = {
    START: t('start'),
    RETURN: t('returnVerb', { count: noteCount }),
    RECOMMEND: t('recommend'),
    ACCEPT: t('accept'),
    CLOSE: t('close'),
  }
  useChoiceKeys(asked === undefined ? keysOf(buttons, press) : noKeys)
  if (buttons.length === 0 && !refused) return null
  return (
    <div className={style.foot}>
      <Suspense>{typeof refused === 'object' ? <StaleNotice stale={refused} onShow={showNow} /> : null}</Suspense>
      {typeof refused === 'string' ? (
        <Notice tone="refused">
          {t(refusalKey(refused))}{' '}
          <Button size="compact-sm" variant="subtle" onClick={() => void onChanged()}>
            {t('reload')}
          </Button>
        </Notice>
      ) : null}
      <WhoMayAct steps={review.procedure} />
      <ReviewNotes notes={notes} onRemove={onRemoveNote} />
      <div className={style.footActions}>
        <p className="quiet">
          {review.actions.includes('RETURN') && review.secondPersonNeeded ? t('youWereFirst') : ''}
        </p>
        {buttons.map(({ step, main, disabled }) => (
          <Button
            key={step}
            variant={main ? 'filled' : 'subtle'}
            disabled={disabled}
            loading={busy && (step === 'START' || step === 'CLOSE')}
            onClick={() => press(step)}
          >
            {verbs[step]}
          </Button>
        ))}
      </div>
      <Suspense>
        <ConfirmStep
          step={asked}
          review={review}
          noteCount={noteCount}
          busy={busy}
          onConfirm={(step) => void perform(step)}
          onCancel={cancel}
        />
      </Suspense>
    </div>
  )
}

const noKeys = {}
const stepKeys: Readonly<Record<ReviewStep, string>> = {
  START: 's',
  RETURN: 'b',
  RECOMMEND: 'r',
  ACCEPT: 'a',
  CLOSE: 'c',
}

/** Each step that is offered, by its letter. */
function keysOf(buttons: readonly StepButton[], press: (step: ReviewStep) => void): Record<string, () => void> {
  return Object.fromEntries(
    buttons.filter(({ disabled }) => !disabled).map(({ step }) => [stepKeys[step], () => press(step)]),
  )
}
