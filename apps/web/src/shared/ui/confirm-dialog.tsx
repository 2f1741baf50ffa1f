import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import style from './dialog.module.css'
import { Dialog } from './dialog.tsx'
import { messages } from './messages.ts'

interface ConfirmDialogProps {
  opened: boolean
  title: string
  /** What will happen, in words and figures. */
  consequence: ReactNode
  /** The button's word is what it does, never "OK". */
  verb: string
  /** Marks what takes something away and cannot be taken back. */
  grave?: boolean
  busy?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something that cannot be undone. The focus begins on the harmless answer. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, consequence, verb, grave = false, busy = false, onConfirm, onCancel } = props
  const t = useMessages(messages)
  if (!opened) return null
  return (
    <Dialog title={title} onClose={onCancel}>
      <div className={style.consequence}>{consequence}</div>
      <div className={style.actions}>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button {...(grave ? { color: 'zhu.7' } : {})} loading={busy} onClick={onConfirm}>
          {verb}
        </Button>
      </div>
    </Dialog>
  )
}
