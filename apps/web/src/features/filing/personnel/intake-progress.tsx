import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ProgressPanel } from '../../../shared/ui/progress-panel.tsx'
import { messages } from './later-messages.ts'
import type { Sending } from './use-sending.ts'
import type { RosterFileState } from './use-roster-file.ts'
import style from './personnel.module.css'

type Working = Extract<RosterFileState, { kind: 'working' }>

/** How far the reading of the file is. */
export function ReadingProgress({ working, onCancel }: { working: Working; onCancel: () => void }) {
  const t = useMessages(messages)
  const words = { OPENING: t('opening'), READING: t('reading'), CHECKING: t('checking') }
  return (
    <ProgressPanel
      title={words[working.phase]}
      done={Math.round(working.share * 100)}
      total={100}
      actions={
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      }
    />
  )
}

/** How far the sending of the list is; without a connection it says that it waits. */
export function SendingProgress({ sending, total }: { sending: Sending; total: number }) {
  const t = useMessages(messages)
  return (
    <div className={style.step}>
      <ProgressPanel
        title={t('uploading')}
        done={sending.done}
        total={total}
        {...(sending.rate > 0 ? { rate: sending.rate } : {})}
        actions={
          <Button variant="default" onClick={sending.stop}>
            {t('cancel')}
          </Button>
        }
      />
      {sending.waiting ? <Notice tone="warning">{t('uploadWaiting')}</Notice> : null}
    </div>
  )
}
