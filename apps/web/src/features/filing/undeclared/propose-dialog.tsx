import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { messages } from './messages.ts'
import { DeemedOutlookDocument, ProposeDeemedDocument } from './undeclared.generated.ts'
import { useProposed } from './use-proposed.ts'
import style from './undeclared.module.css'
import type { Month, Said, Undeclared } from './undeclared.ts'

interface ProposeDialogProps {
  month: Month
  chosen: readonly Undeclared[]
  onClose: () => void
  onSaid: Said
}

/** 110 % of the last declared month for everybody that is chosen, with the grounds that the second person reads. */
export function ProposeDialog({ month, chosen, onClose, onSaid }: ProposeDialogProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const proposed = useProposed(chosen)
  const [grounds, setGrounds] = useState('')
  const [wrong, setWrong] = useState(false)
  const [failed, setFailed] = useState(false)
  const [propose, { loading }] = useMutation(ProposeDeemedDocument)
  const outlook = useQuery(DeemedOutlookDocument).data?.deemedOutlook
  const sum = chosen.reduce((total, { deemedTotal }) => total + (deemedTotal ?? 0), 0)
  const carryOut = async () => {
    setWrong(!isText(grounds))
    if (!isText(grounds)) return
    try {
      const variables = { period: month.period, employerIds: chosen.map(({ id }) => id), grounds }
      const { data } = await propose({ variables })
      if (!data) throw new Error('no answer')
      onSaid(proposed(data.proposeDeemed))
      onClose()
    } catch {
      // What was typed stays.
      setFailed(true)
    }
  }
  return (
    <ConfirmDialog
      opened
      title={t('proposeTitle', { count: chosen.length, period: format.period(month.period) })}
      consequence={
        <div className={style.fields}>
          <span>
            {t('proposeText')} {t('proposeSum', { amount: format.yuan(sum) })}
          </span>
          {outlook && !outlook.finishable ? <strong>{t('alone')}</strong> : null}
          <Grounds value={grounds} wrong={wrong} onChange={setGrounds} />
          {failed ? <strong role="alert">{t('failed')}</strong> : null}
        </div>
      }
      verb={t('propose')}
      busy={loading}
      onCancel={onClose}
      onConfirm={() => void carryOut()}
    />
  )
}

export function Grounds({
  value,
  wrong,
  onChange,
}: {
  value: string
  wrong: boolean
  onChange: (text: string) => void
}) {
  const t = useMessages(messages)
  return (
    <Textarea
      label={t('grounds')}
      description={t('groundsHint')}
      value={value}
      error={wrong ? t('groundsWrong') : undefined}
      maxLength={500}
      rows={3}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
