import { Button } from '@mantine/core'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { itemMessages } from './item-messages.ts'
import { ConfirmPaymentReversalDocument, DeclinePaymentReversalDocument } from './reconciliation.generated.ts'
import style from './reconciliation.module.css'
import { ItemReversalFragmentDoc } from './reversal-step.generated.ts'
import type { ItemReversalFragment } from './reversal-step.generated.ts'
import { useSecondStep } from './use-second-step.tsx'

interface ReversalStepProps {
  item: FragmentType<ItemReversalFragment>
  onChanged: () => Promise<unknown>
}

/** A reversal that somebody asked for: the second person takes the payment back, or anybody leaves it. */
export function ReversalStep({ item: ref, onChanged }: ReversalStepProps) {
  const item = useOwnFields(ItemReversalFragmentDoc, ref)
  const t = useMessages(itemMessages)
  const format = useFormat()
  const { second, variables, asking, setAsking, run, notices } = useSecondStep(item, onChanged)
  const [confirm, confirming] = useMutation(ConfirmPaymentReversalDocument)
  const [decline, declining] = useMutation(DeclinePaymentReversalDocument)
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
      {notices}
      <div className={style.actions}>
        <Button
          variant="default"
          loading={declining.loading}
          onClick={() => run(async () => (await decline({ variables })).data?.declinePaymentReversal)}
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
        onConfirm={() => run(async () => (await confirm({ variables })).data?.confirmPaymentReversal)}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}
