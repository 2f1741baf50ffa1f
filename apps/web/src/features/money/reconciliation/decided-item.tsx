import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { claimMessages } from './claim-messages.ts'
import { DecidedItemFragmentDoc } from './decided-item.generated.ts'
import type { DecidedItemFragment } from './decided-item.generated.ts'
import { itemMessages } from './item-messages.ts'
import style from './item-panel.module.css'
import { TakeBackReconciliationDecisionDocument } from './reconciliation.generated.ts'

interface DecidedItemProps {
  item: FragmentType<DecidedItemFragment>
  mayWork: boolean
  onChanged: () => Promise<unknown>
}

/** What was decided, by whom and why; until the day is closed it can be taken back. */
export function DecidedItem({ item: ref, mayWork, onChanged }: DecidedItemProps) {
  const item = useOwnFields(DecidedItemFragmentDoc, ref)
  const t = useMessages(itemMessages)
  const words = useMessages(claimMessages)
  const format = useFormat()
  if (item.resolution === null) return null
  const how = t(item.resolution)
  return (
    <>
      <p className={style.settled}>
        {item.resolvedByName && item.resolvedAt
          ? t('resolved', {
              how,
              name: item.resolvedByName,
              time: format.instant(item.resolvedAt),
              note: item.note ?? '',
            })
          : t('resolvedBySystem', { how })}
      </p>
      {item.files.length > 0 ? <AttachedFiles label={words('files')} files={item.files} /> : null}
      {mayWork && item.reversible ? <TakeBack item={item} how={how} onChanged={onChanged} /> : null}
      {mayWork && item.reversibleByOther ? <p className="quiet">{words('takeBackByOther')}</p> : null}
    </>
  )
}

function TakeBack({
  item,
  how,
  onChanged,
}: {
  item: DecidedItemFragment
  how: string
  onChanged: () => Promise<unknown>
}) {
  const t = useMessages(claimMessages)
  const words = useMessages(itemMessages)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const { isStale, staleNotice } = useStale(onChanged)
  const [send, { loading }] = useMutation(TakeBackReconciliationDecisionDocument)
  const takeBack = async () => {
    const { length } = reason.trim()
    if (length < 4 || length > 300) return setProblem(t('reasonWrong'))
    try {
      const variables = { itemId: item.id, reason: reason.trim(), decidedOn: item.mark }
      const outcome = (await send({ variables })).data?.takeBackReconciliationDecision
      if (isStale(outcome)) return setAsking(false)
      if (outcome?.__typename === 'ReconciliationItemRefused') return setProblem(words(`refused${outcome.reason}`))
      setAsking(false)
      await onChanged()
    } catch {
      setProblem(words('refusedOTHER'))
    }
  }
  return (
    <>
      {staleNotice}
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('takeBack')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('takeBackTitle', { how })}
        consequence={
          <>
            <p>{t(item.resolution === 'REVERSE' ? 'takeBackReversal' : 'takeBackText')}</p>
            <Textarea
              label={t('reason')}
              autosize
              minRows={2}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {problem ? <Notice tone="refused">{problem}</Notice> : null}
          </>
        }
        verb={t('takeBack')}
        busy={loading}
        onConfirm={() => void takeBack()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
