import { Button, Modal } from '@mantine/core'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/Paper.css'
import type { ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import style from './dialog.module.css'

interface ConfirmDialogProps {
  opened: boolean
  title: string
  /** What will happen, in words and figures. */
  consequence: ReactNode
  /** The button's word is what it does, never "OK". */
  verb: string
  /** Marks what cannot be taken back and takes something away. */
  grave?: boolean
  busy?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, consequence, verb, grave = false, busy = false, onConfirm, onCancel } = props
  const t = useMessages(messages)
  return (
    <Modal opened={opened} onClose={onCancel} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={style.consequence}>{consequence}</div>
      <div className={style.actions}>
        <Button variant="default" onClick={onCancel} data-autofocus>
          {t('cancel')}
        </Button>
        <Button {...(grave ? { color: 'zhu.7' } : {})} loading={busy} onClick={onConfirm}>
          {verb}
        </Button>
      </div>
    </Modal>
  )
}
