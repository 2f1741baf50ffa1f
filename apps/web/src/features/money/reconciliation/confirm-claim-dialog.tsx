import { amountInCapitals } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import type { ClaimCandidate } from './claim-candidate.ts'
import { ClaimCompare } from './claim-compare.tsx'
import { claimMessages } from './claim-messages.ts'

interface ConfirmClaimDialogProps {
  item: { bankAmount: Fen | null; payerName: string | null; payerMasked: string | null }
  candidate: ClaimCandidate
  /** Empty: the oldest debt first. */
  noticeNumber: string
  busy: boolean
  onConfirm: (asOtherPayer: boolean) => void
  onCancel: () => void
}

/** Whose money, how much in figures and capitals, for whom: read once more before it is booked. */
export function ConfirmClaimDialog(props: ConfirmClaimDialogProps) {
  const { item, candidate, noticeNumber, busy, onConfirm, onCancel } = props
  const t = useMessages(claimMessages)
  return (
    <ConfirmDialog
      opened
      title={t('confirmTitle', { name: candidate.name })}
      consequence={
        <>
          <ClaimAmount amount={item.bankAmount} />
          {noticeNumber ? <p>{t('toNotice', { number: noticeNumber })}</p> : null}
          <ClaimCompare payer={item} candidate={candidate} />
          <p>{t(candidate.samePayer ? 'confirmNow' : 'confirmAsked')}</p>
        </>
      }
      verb={t(candidate.samePayer ? 'claim' : 'askClaim')}
      busy={busy}
      onConfirm={() => onConfirm(!candidate.samePayer)}
      onCancel={onCancel}
    />
  )
}

/** Capitals are how Chinese money is written so that nobody alters it. */
export function ClaimAmount({ amount }: { amount: Fen | null }) {
  const t = useMessages(claimMessages)
  const format = useFormat()
  if (amount === null) return null
  return (
    <p>
      <strong>{t('amountLine', { amount: format.yuan(amount), capitals: amountInCapitals(amount) })}</strong>
    </p>
  )
}
