import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { reviewMessages } from './later-review-messages.ts'
import type { RevealProps } from './reveal.tsx'

interface RevealDialogProps extends RevealProps {
  onShown: (lines: readonly string[]) => void
  onClose: () => void
}

const shortestReason = 4

/** Asks for a reason before something masked is shown. */
export function RevealDialog({ what, ask, onShown, onClose }: RevealDialogProps) {
  const t = useMessages(reviewMessages)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const confirm = async () => {
    if (reason.trim().length < shortestReason) return setFailed(true)
    setBusy(true)
    try {
      const lines = await ask(reason.trim())
      setFailed(lines === undefined)
      if (lines) {
        onShown(lines)
        onClose()
      }
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <ConfirmDialog
      opened
      title={t('revealTitle')}
      verb={t('revealVerb')}
      busy={busy}
      onCancel={onClose}
      onConfirm={() => void confirm()}
      consequence={
        <>
          <p>{t('revealText', { what })}</p>
          <TextInput
            label={t('revealReason')}
            value={reason}
            maxLength={200}
            error={failed ? t('revealFailed') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      }
    />
  )
}
