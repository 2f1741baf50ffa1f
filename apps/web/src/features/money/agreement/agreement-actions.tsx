import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import type { CurrentAgreementFragment } from './current-agreement.generated.ts'
import style from './agreement-actions.module.css'
import { messages } from './messages.ts'
import { useFollowing, type useAgreement } from './use-agreement.ts'

interface AgreementActionsProps {
  agreement: CurrentAgreementFragment | null
  ways: ReturnType<typeof useAgreement>
  /** Told whether the agreement has ended. */
  onEnded: (ended: boolean) => void
}

/** Signing, asking the bank, ending or withdrawing, whichever there is. */
export function AgreementActions({ agreement, ways, onEnded }: AgreementActionsProps) {
  const t = useMessages(messages)
  const { askNow, asking } = useFollowing(agreement?.status === 'PENDING')
  const [confirming, setConfirming] = useState(false)
  const active = agreement?.status === 'ACTIVE'
  return (
    <>
      {ways.stale ? <StaleNotice stale={ways.stale} onShow={ways.showNow} /> : null}
      <div className={style.actions}>
        {active ? null : (
          <DutyButton duty="PAY" loading={ways.signing} onClick={() => void ways.sign()}>
            {t(agreement ? 'signAgain' : 'sign')}
          </DutyButton>
        )}
        {agreement && !active ? (
          <Button variant="default" loading={asking} onClick={askNow}>
            {t('check')}
          </Button>
        ) : null}
        {agreement ? (
          <DutyButton duty="PAY" variant="default" onClick={() => setConfirming(true)}>
            {t(active ? 'end' : 'withdraw')}
          </DutyButton>
        ) : null}
      </div>
      {agreement ? (
        <ConfirmDialog
          opened={confirming}
          title={t(active ? 'endTitle' : 'withdrawTitle')}
          consequence={active ? t('endText', { account: agreement.accountMasked ?? '' }) : t('withdrawText')}
          verb={t(active ? 'endVerb' : 'withdrawVerb')}
          grave
          busy={ways.ending}
          onConfirm={() =>
            void ways
              .end(agreement)
              .then(onEnded)
              .finally(() => setConfirming(false))
          }
          onCancel={() => setConfirming(false)}
        />
      ) : null}
    </>
  )
}
