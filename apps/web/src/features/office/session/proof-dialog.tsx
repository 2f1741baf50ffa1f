import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { ConfirmPasswordDialog } from './confirm-password-dialog.tsx'
import { SecondFactorDocument } from './enrol-second-factor.generated.ts'
import { SecondFactorStep } from './second-factor-step.tsx'
import { secondFactorMessages } from './second-factor-messages.ts'

/** Before a decision about money or rights: the second factor again, or the password of who has none. */
export function ProofDialog({ onProved, onCancel }: { onProved: () => void; onCancel: () => void }) {
  const t = useMessages(secondFactorMessages)
  const { data } = useQuery(SecondFactorDocument, { fetchPolicy: 'network-only' })
  const known = data?.viewer?.secondFactor
  if (!known) return null
  if (known.authenticators.length === 0)
    return <ConfirmPasswordDialog text={t('proofPassword')} onConfirmed={onProved} onCancel={onCancel} />
  return (
    <Dialog title={t('proofTitle')} onClose={onCancel}>
      <SecondFactorStep lead={t('proofText')} verb={t('passwordConfirm')} onProved={onProved} />
    </Dialog>
  )
}
