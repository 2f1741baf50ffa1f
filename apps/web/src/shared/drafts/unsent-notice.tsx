import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { useOnline } from '../ui/offline-banner.tsx'
import style from './drafts.module.css'
import { messages } from './messages.ts'
import type { KeptSubmission } from './shelf.ts'

interface UnsentNoticeProps {
  unsent: KeptSubmission
  /** What is in sight is what was submitted then. */
  same: boolean
  busy: boolean
  onSend: () => void
  onGiveUp: () => void
}

/** A submission without an answer: sent again when somebody presses, never by itself; when it can no longer be sent, why. */
export function UnsentNotice({ unsent, same, busy, onSend, onGiveUp }: UnsentNoticeProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const online = useOnline()
  const [asking, setAsking] = useState(false)
  const time = format.instant(unsent.pressedAt)
  if (!same) {
    return (
      <Notice tone="warning">
        <p>{t('unsentMoved', { time })}</p>
        <Button size="compact-sm" variant="default" onClick={onGiveUp}>
          {t('understood')}
        </Button>
      </Notice>
    )
  }
  return (
    <Notice tone="warning">
      <strong>{t('unsentTitle')}</strong>
      <p>{t('unsentText', { time })}</p>
      <p>{t(online ? 'unsentAsk' : 'unsentOffline')}</p>
      <div className={style.answers}>
        {online ? (
          <Button loading={busy} onClick={onSend}>
            {t('sendAgain')}
          </Button>
        ) : null}
        <Button variant="default" disabled={busy} onClick={() => setAsking(true)}>
          {t('giveUp')}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        grave
        title={t('giveUpTitle')}
        consequence={<p>{t('giveUpText')}</p>}
        verb={t('giveUp')}
        onConfirm={() => {
          setAsking(false)
          onGiveUp()
        }}
        onCancel={() => setAsking(false)}
      />
    </Notice>
  )
}
