import { Button } from '@mantine/core'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { ClaimCompare } from './claim-compare.tsx'
import { ClaimAmount } from './confirm-claim-dialog.tsx'
import { claimMessages } from './claim-messages.ts'
import { ItemClaimFragmentDoc } from './claim-step.generated.ts'
import type { ItemClaimFragment } from './claim-step.generated.ts'
import { ConfirmReconciliationClaimDocument, DeclineReconciliationClaimDocument } from './reconciliation.generated.ts'
import style from './reconciliation.module.css'
import { useSecondStep } from './use-second-step.tsx'

interface ClaimStepProps {
  item: FragmentType<ItemClaimFragment>
  onChanged: () => Promise<unknown>
}

/** Money of another payer that somebody wants to assign: the second person sees both beside each other and decides. */
export function ClaimStep({ item: ref, onChanged }: ClaimStepProps) {
  const item = useOwnFields(ItemClaimFragmentDoc, ref)
  const t = useMessages(claimMessages)
  const format = useFormat()
  const { item: compared, second, variables, asking, setAsking, run, notices } = useSecondStep(item, onChanged)
  const [confirm, confirming] = useMutation(ConfirmReconciliationClaimDocument)
  const [decline, declining] = useMutation(DeclineReconciliationClaimDocument)
  const candidate = compared?.claimFor ?? null
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
      {notices}
      <div className={style.actions}>
        <Button
          variant="default"
          loading={declining.loading}
          onClick={() => run(async () => (await decline({ variables })).data?.declineReconciliationClaim)}
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
        onConfirm={() => run(async () => (await confirm({ variables })).data?.confirmReconciliationClaim)}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}
