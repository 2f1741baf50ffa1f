import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ReplaceCardDocument, ReportCardLossDocument, WithdrawCardLossDocument } from './card.generated.ts'
import type { CardReplacementCause, OwnCardFragment } from './card.generated.ts'
import { cardWords } from './card-words.ts'
import { deedMessages } from './deed-messages.ts'

const causes: readonly CardReplacementCause[] = ['LOST', 'DAMAGED', 'PARTICULARS_CHANGED']

interface OwnDeedProps {
  deed: 'LOST' | 'FOUND' | 'AGAIN' | 'REPLACE'
  card: OwnCardFragment
  onReload: () => Promise<unknown>
  onDone: () => Promise<unknown>
}

/** One deed of the holder, after its consequence was read. */
export function OwnDeed({ deed, card, onReload, onDone }: OwnDeedProps) {
  const t = useMessages(deedMessages)
  const word = useMessages(cardWords)
  const [asking, setAsking] = useState(false)
  const [cause, setCause] = useState<CardReplacementCause>('LOST')
  const [refused, setRefused] = useState<string>()
  const { isStale, staleNotice } = useStale(onReload)
  const [report, reporting] = useMutation(ReportCardLossDocument)
  const [withdraw, withdrawing] = useMutation(WithdrawCardLossDocument)
  const [replace, replacing] = useMutation(ReplaceCardDocument)
  const decision = { id: card.id, decidedOn: card.mark }

  const send = async () => {
    if (deed === 'REPLACE') return (await replace({ variables: { ...decision, cause } })).data?.replaceCard
    if (deed === 'FOUND') return (await withdraw({ variables: decision })).data?.withdrawCardLoss
    return (await report({ variables: decision })).data?.reportCardLoss
  }
  const act = async () => {
    setRefused(undefined)
    const outcome = await send().catch(() => undefined)
    setAsking(false)
    if (!outcome) return setRefused(t('failed'))
    if (isStale(outcome)) return undefined
    if (outcome.__typename === 'CardRefused') return setRefused(word(`refused${outcome.reason}`))
    return void (await onDone())
  }
  return (
    <>
      {staleNotice}
      {refused ? <Notice tone="refused">{refused}</Notice> : null}
      <Button variant={deed === 'LOST' ? 'filled' : 'default'} onClick={() => setAsking(true)}>
        {t(`do${deed}`)}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t(`sure${deed}`)}
        consequence={
          <>
            <p>{t(`consequence${deed}`)}</p>
            {deed === 'REPLACE' ? (
              <NativeSelect
                label={t('cause')}
                value={cause}
                onChange={(event) => setCause(causes.find((one) => one === event.currentTarget.value) ?? 'LOST')}
                data={causes.map((value) => ({ value, label: word(`cause${value}`) }))}
              />
            ) : null}
          </>
        }
        verb={t(`do${deed}`)}
        grave={deed === 'REPLACE'}
        busy={reporting.loading || withdrawing.loading || replacing.loading}
        onCancel={() => setAsking(false)}
        onConfirm={() => void act()}
      />
    </>
  )
}
