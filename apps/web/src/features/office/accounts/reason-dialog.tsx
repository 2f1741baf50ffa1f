import { Button, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import style from './accounts.module.css'
import { messages } from './messages.ts'

interface ReasonDialogProps {
  title: string
  consequence: string
  verb: string
  busy: boolean
  onCancel: () => void
  onConfirm: (reason: string) => Promise<void>
}

/** Asks before something grave, and why. */
export function ReasonDialog({ title, consequence, verb, busy, onCancel, onConfirm }: ReasonDialogProps) {
  const t = useMessages(messages)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const short = [...reason.trim()].length < 4
    setMissing(short)
    if (!short) void onConfirm(reason.trim())
  }
  return (
    <Dialog title={title} onClose={onCancel}>
      <form className={style.dialog} noValidate onSubmit={submit}>
        <p>{consequence}</p>
        <Textarea
          name="reason"
          label={t('reason')}
          description={t('reasonHint')}
          error={missing ? t('reasonWrong') : undefined}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
        />
        <div className={style.deeds}>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" color="zhu.7" loading={busy}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
