import type { FragmentType } from '@apollo/client'
import { useMutation, useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { itemMessages } from './item-messages.ts'
import {
  CompareForClaimDocument,
  ConfirmPaymentReversalDocument,
  DeclinePaymentReversalDocument,
} from './reconciliation.generated.ts'
import style from './reconciliation.module.css'
import { ItemReversalFragmentDoc } from './reversal-step.generated.ts'
import type { ItemReversalFragment } from './reversal-step.generated.ts'
import { WhoMay } from './who-may.tsx'

interface ReversalStepProps {
  item: FragmentType<ItemReversalFragment>
  onChanged: () => Promise<unknown>
}

/** A reversal that somebody asked for: the second person takes the payment back, or anybody leaves it. */
export function ReversalStep({ item: ref, onChanged }: ReversalStepProps) {
  const item = useOwnFields(ItemReversalFragmentDoc, ref)
  const t = useMessages(itemMessages)
  const format = useFormat()
  const second = useViewer().roles.some((role) => role === 'REVIEWER' || role === 'HEAD')
  const { data } = useQuery(CompareForClaimDocument, {
    variables: { id: item.id, employerId: null },
    fetchPolicy: 'network-only',
  })
  const [confirm, confirming] = useMutation(ConfirmPaymentReversalDocument)
  const [decline, declining] = useMutation(DeclinePaymentReversalDocument)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { isStale, staleNotice } = useStale(onChanged)
  const run = async (work: () => Promise<{ __typename: string; reason?: string } | undefined>) => {
    try {
      const outcome = await work()
      setAsking(false)
      if (isStale(outcome)) return undefined
      if (outcome?.__typename === 'ReconciliationItemRefused' && isReason(outcome.reason))
        return setProblem(t(`refused${outcome.reason}`))
      await onChanged()
    } catch {
      setAsking(false)
      setProblem(t('refusedOTHER'))
    }
  }
  const variables = { itemId: item.id, decidedOn: item.mark }
  return (
    <div className={style.resolve}>
      <p>
        {t('reversalAsked', {
          name: item.reversalAskedByName ?? '',
          time: item.reversalAskedAt ? format.instant(item.reversalAskedAt) : '',
          note: item.note ?? '',
        })}
      </p>
      {item.reversalAskedByMe || !second ? (
        <p className="quiet">{t(item.reversalAskedByMe ? 'reversalMine' : 'reversalRole')}</p>
      ) : null}
      <WhoMay names={data?.reconciliationItem.whoMayConfirm} />
      {staleNotice}
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <div className={style.actions}>
        <Button
          variant="default"
          loading={declining.loading}
          onClick={() => void run(async () => (await decline({ variables })).data?.declinePaymentReversal)}
        >
          {t('decline')}
        </Button>
        {second && !item.reversalAskedByMe ? (
          <Button color="zhu.7" onClick={() => setAsking(true)}>
            {t('confirmReversal')}
          </Button>
        ) : null}
      </div>
      <ConfirmDialog
        opened={asking}
        grave
        title={t('confirmTitle', { amount: format.yuan(item.systemAmount ?? 0) })}
        consequence={<p>{t('confirmText', { employer: item.employerName ?? '' })}</p>}
        verb={t('confirmReversal')}
        busy={confirming.loading}
        onConfirm={() => void run(async () => (await confirm({ variables })).data?.confirmPaymentReversal)}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}

const reasons = [
  'NO_SUCH_ITEM',
  'DAY_CLOSED',
  'ALREADY_RESOLVED',
  'SAME_PERSON',
  'NOT_REQUESTED',
  'NOT_POSTED',
  'CREDIT_SPENT',
] as const
const isReason = (reason: string | undefined): reason is (typeof reasons)[number] =>
  reasons.some((one) => one === reason)
