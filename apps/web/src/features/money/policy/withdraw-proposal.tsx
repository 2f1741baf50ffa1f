import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { caseworkers, holdsAny } from '../../../shared/lib/staff-role.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { WithdrawPolicyProposalDocument } from './proposal.generated.ts'
import type { PublishSectionFragment } from './publish-section.generated.ts'
import { simulationMessages } from './simulation-messages.ts'

interface WithdrawProps {
  proposal: Pick<PublishSectionFragment, 'id' | 'mark'>
  refetch: () => Promise<unknown>
  onMoved: (moved: StaleDecisionFragment) => void
}

/** Ends a proposal with a reason, without publishing it. */
export function Withdraw({ proposal, refetch, onMoved }: WithdrawProps) {
  const t = useMessages(simulationMessages)
  const { roles } = useViewer()
  const [withdraw, { loading, error }] = useMutation(WithdrawPolicyProposalDocument)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  if (!holdsAny(roles, caseworkers)) return null
  const confirmed = () => {
    if (reason.trim() === '') {
      document.getElementById('withdraw-reason')?.focus()
      return
    }
    withdraw({ variables: { id: proposal.id, decidedOn: proposal.mark, reason } })
      .then(({ data }) => {
        setAsking(false)
        const answer = data?.withdrawPolicyProposal
        return answer?.__typename === 'StaleDecision' ? onMoved(answer) : refetch()
      })
      .catch(() => undefined) // the dialog shows that it failed
  }
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        opened={asking}
        grave
        title={t('withdraw')}
        consequence={
          <>
            <p>{t('withdrawText')}</p>
            <Textarea
              id="withdraw-reason"
              label={t('reason')}
              required
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {error ? <Notice tone="refused">{t('failedPublish')}</Notice> : null}
          </>
        }
        verb={t('withdrawDo')}
        busy={loading}
        onConfirm={confirmed}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
