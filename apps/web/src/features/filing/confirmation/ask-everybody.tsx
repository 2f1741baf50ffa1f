import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { messages } from './messages.ts'

/** Text messages to a whole list are said before they are sent. */
export function AskEverybody({ busy, onAsk }: { busy: boolean; onAsk: () => Promise<void> }) {
  const t = useMessages(messages)
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button loading={busy} onClick={() => setAsked(true)}>
        {t('askAll')}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={t('askTitle')}
        consequence={<p>{t('askText')}</p>}
        verb={t('askVerb')}
        busy={busy}
        onConfirm={() => void onAsk().finally(() => setAsked(false))}
        onCancel={() => setAsked(false)}
      />
    </>
  )
}
