import type { FragmentType } from '@apollo/client'
import { useMutation, useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ClaimCompare } from './claim-compare.tsx'
import { ClaimAmount } from './confirm-claim-dialog.tsx'
import { claimMessages } from './claim-messages.ts'
import { ItemClaimFragmentDoc } from './claim-step.generated.ts'
import type { ItemClaimFragment } from './claim-step.generated.ts'
import { itemMessages } from './item-messages.ts'
import {
  CompareForClaimDocument,
  ConfirmReconciliationClaimDocument,
  DeclineReconciliationClaimDocument,
} from './reconciliation.generated.ts'
import type { ConfirmReconciliationClaimMutation } from './reconciliation.generated.ts'
import style from './reconciliation.module.css'
import { WhoMay } from './who-may.tsx'

interface ClaimStepProps {
  item: FragmentType<ItemClaimFragment>
  onChanged: () => Promise<unknown>
}

/** Money of another payer that somebody wants to assign: the second person sees both beside each other and decides. */
export function ClaimStep({ item: ref, onChanged }: ClaimStepProps) {
  const item = useOwnFields(ItemClaimFragmentDoc, ref)
  const t = useMessages(claimMessages)
  const words = useMessages(itemMessages)
  const format = useFormat()
  const second = useViewer().roles.some((role) => role === 'REVIEWER' || role === 'HEAD')
  const { data } = useQuery(CompareForClaimDocument, {
    variables: { id: item.id, employerId: null },
    fetchPolicy: 'network-only',
  })
  const [confirm, confirming] = useMutation(ConfirmReconciliationClaimDocument)
  const [decline, declining] = useMutation(DeclineReconciliationClaimDocument)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { isStale, staleNotice } = useStale(onChanged)
  const candidate = data?.reconciliationItem.claimFor ?? null
  const variables = { itemId: item.id, decidedOn: item.mark }
  const run = async (work: () => Promise<Parameters<typeof refusedAs>[0]>) => {
    try {
      const outcome = await work()
      setAsking(false)
      if (isStale(outcome)) return undefined
      const reason = refusedAs(outcome)
      if (reason) return setProblem(words(`refused${reason}`))
      await onChanged()
    } catch {
      setAsking(false)
      setProblem(words('refusedOTHER'))
    }
  }
  return (
    <div className={style.resolve}>
      <p>
        {t('asked', {
          name: item.claimAskedByName ?? '',
          time: item.claimAskedAt ? format.instant(item.claimAskedAt) : '',
          note: item.note ?? '',
        })}
      </p>
      {candidate ? <ClaimCompare payer={item} candidate={candidate} /> : null}
      {item.files.length > 0 ? <AttachedFiles label={t('files')} files={item.files} /> : null}
      {item.claimAskedByMe ? <p className="quiet">{t('askedMine')}</p> : null}
      <WhoMay names={data?.reconciliationItem.whoMayConfirm} />
      {staleNotice}
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <div className={style.actions}>
        <Button
          variant="default"
          loading={declining.loading}
          onClick={() => void run(async () => (await decline({ variables })).data?.declineReconciliationClaim)}
        >
          {t('declineClaim')}
        </Button>
        {second && !item.claimAskedByMe ? <Button onClick={() => setAsking(true)}>{t('confirmClaim')}</Button> : null}
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('confirmTitle', { name: item.employerName ?? '' })}
        consequence={
          <>
            <ClaimAmount amount={item.bankAmount} />
            {item.noticeNumber ? <p>{t('toNotice', { number: item.noticeNumber })}</p> : null}
            {candidate ? <ClaimCompare payer={item} candidate={candidate} /> : null}
            <p>{t('confirmOther')}</p>
          </>
        }
        verb={t('confirmClaim')}
        busy={confirming.loading}
        onConfirm={() => void run(async () => (await confirm({ variables })).data?.confirmReconciliationClaim)}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}

type Outcome = NonNullable<ConfirmReconciliationClaimMutation['confirmReconciliationClaim']>

const refusedAs = (outcome: Outcome | undefined) =>
  outcome?.__typename === 'ReconciliationItemRefused' ? outcome.reason : undefined
