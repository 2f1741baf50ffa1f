import { useMonthlyTitle } from '../../../../shared/case/monthly-state.tsx'
import { useMessages } from '../../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../../shared/ui/confirm-dialog.tsx'
import type { Step } from '../confirm-step.tsx'
import { reviewMessages } from '../later-review-messages.ts'
import { BillDifference } from './bill-difference.tsx'
import { monthlyReviewMessages } from './messages.ts'
import type { MonthlyReview } from './monthly-review.ts'

interface ConfirmMonthlyProps {
  step: Step | undefined
  review: MonthlyReview
  noteCount: number
  busy: boolean
  onConfirm: (step: Step) => void
  onCancel: () => void
}

/** Repeats in words and figures what the decision does. */
export function ConfirmMonthly({ step, review, noteCount, busy, onConfirm, onCancel }: ConfirmMonthlyProps) {
  const t = useMessages(monthlyReviewMessages)
  const shared = useMessages(reviewMessages)
  const title = useMonthlyTitle()(review)
  const { counts, unit } = review
  const [name, version] = [unit.unitName, String(review.version)]
  const texts = {
    RETURN: {
      title: shared('returnTitle'),
      verb: shared('returnDo'),
      consequence: <p>{shared('returnText', { name, version, count: noteCount, next: String(review.version + 1) })}</p>,
    },
    RECOMMEND: {
      title: shared('recommendTitle'),
      verb: shared('recommendDo'),
      consequence: <p>{t('recommendText', { version, count: counts.changes })}</p>,
    },
    ACCEPT: {
      title: shared('acceptTitle'),
      verb: shared('acceptDo'),
      consequence: (
        <>
          <p>
            {t('acceptText', {
              name,
              title,
              version,
              joins: counts.joins,
              stops: counts.stops,
              others: counts.changes - counts.joins - counts.stops,
            })}
          </p>
          <BillDifference review={review} />
          <p>{t('acceptFinal')}</p>
        </>
      ),
    },
  }
  return (
    <ConfirmDialog
      opened={step !== undefined}
      busy={busy}
      onConfirm={() => step && onConfirm(step)}
      onCancel={onCancel}
      {...texts[step ?? 'RECOMMEND']}
    />
  )
}
