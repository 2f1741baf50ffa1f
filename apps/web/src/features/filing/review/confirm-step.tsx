import { noticeSideSum, type Explanation } from '@shebao/premium'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { ReviewSumsDocument } from './review.generated.ts'
import { ConfirmStepFragmentDoc } from './confirm-step.generated.ts'
import type { ConfirmStepFragment } from './confirm-step.generated.ts'
import { reviewMessages } from './later-review-messages.ts'

/** Decisions that need a second thought. */
export type Step = 'RETURN' | 'RECOMMEND' | 'ACCEPT'

interface ConfirmStepProps {
  step: Step | undefined
  review: FragmentType<ConfirmStepFragment>
  noteCount: number
  busy: boolean
  onConfirm: (step: Step) => void
  onCancel: () => void
}

/** Repeats in words and figures what the decision does. */
export function ConfirmStep({ step, noteCount, busy, onConfirm, onCancel, ...props }: ConfirmStepProps) {
  const review = useOwnFields(ConfirmStepFragmentDoc, props.review)
  const t = useMessages(reviewMessages)
  const { employerName: name, people, changeCounts } = review
  const version = String(review.version)
  const texts = {
    RETURN: {
      title: t('returnTitle'),
      verb: t('returnDo'),
      consequence: <p>{t('returnText', { name, version, count: noteCount, next: String(review.version + 1) })}</p>,
    },
    RECOMMEND: {
      title: t('recommendTitle'),
      verb: t('recommendDo'),
      consequence: <p>{t('recommendText', { version, people })}</p>,
    },
    ACCEPT: {
      title: t('acceptTitle'),
      verb: t('acceptDo'),
      consequence: (
        <>
          <p>{t('acceptText', { name, version, people, added: changeCounts.new, left: changeCounts.left })}</p>
          <Bill id={review.id} />
          <p>{t('acceptFinal')}</p>
        </>
      ),
    },
  }
  const shown = texts[step ?? 'RECOMMEND']
  return (
    <ConfirmDialog
      opened={step !== undefined}
      busy={busy}
      onConfirm={() => step && onConfirm(step)}
      onCancel={onCancel}
      {...shown}
    />
  )
}

function Bill({ id }: { id: string }) {
  const t = useMessages(reviewMessages)
  const format = useFormat()
  const { data } = useQuery(ReviewSumsDocument, { variables: { id } })
  const estimate = data?.declarationReview.estimate
  if (!estimate) return null
  const period = format.period(estimate.period)
  if (estimate.noticeNumber) return <p>{t('acceptBilled', { period, number: estimate.noticeNumber })}</p>
  const whole = estimate.explanation as Explanation
  const amounts = [
    [t('acceptTotal'), estimate.total, whole],
    [t('acceptEmployer'), estimate.employerTotal, noticeSideSum(whole, 'EMPLOYER')],
    [t('acceptPersonal'), estimate.personalTotal, noticeSideSum(whole, 'PERSONAL')],
  ] as const
  return (
    <>
      <p>{t('acceptBill', { period, people: estimate.people })}</p>
      {estimate.leavers > 0 ? <p>{t('acceptLeavers', { count: estimate.leavers })}</p> : null}
      <Facts
        facts={amounts.map(([name, amount, explanation]) => [
          name,
          <DerivationPopover key={name} fen={amount} sign explanation={explanation} />,
        ])}
      />
    </>
  )
}
