import { Button, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import style from './partner.module.css'

interface CloseFormProps {
  busy: boolean
  onCancel: () => void
  onClose: (reason: string) => Promise<unknown>
}
const shortest = 4

/** Why somebody sits at a desk no more. */
export function CloseForm({ busy, onCancel, onClose }: CloseFormProps) {
  const t = useMessages(messages)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const short = [...reason.trim()].length < shortest
    setMissing(short)
    if (!short) void onClose(reason.trim())
  }
  return (
    <form className={style.form} noValidate onSubmit={submit}>
      <Textarea
        label={t('closeWhy')}
        description={t('closeHint')}
        error={missing ? t('reasonWrong') : undefined}
        value={reason}
        maxLength={500}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <div className={style.deeds}>
        <Button type="submit" color="zhu.7" loading={busy}>
          {t('close')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
