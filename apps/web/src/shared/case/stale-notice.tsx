import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { Notice } from '../ui/notice.tsx'
import type { StaleDecisionFragment } from './stale-decision.generated.ts'
import { whoActed } from './who-acted.ts'
import { staleMessages } from './stale-messages.ts'

const isWorded = (event: string): event is keyof typeof staleMessages.zh => Object.hasOwn(staleMessages.zh, event)

interface StaleNoticeProps {
  stale: StaleDecisionFragment
  /** Reads the case anew. What was typed stays until the person asks for this. */
  onShow: () => Promise<unknown>
}

/** A decision was made on what is no longer so: who did what meanwhile, and the way to how it stands now. */
export function StaleNotice({ stale, onShow }: StaleNoticeProps) {
  const t = useMessages(staleMessages)
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  const show = () => {
    setBusy(true)
    void onShow()
      .catch(() => undefined)
      .finally(() => setBusy(false))
  }
  return (
    <Notice tone="refused">
      <strong>{t('title')}</strong>
      {stale.happened.length === 0 ? <p>{t('moved')}</p> : null}
      <ul>
        {stale.happened.map(({ at, event, actor, mine, ...by }) => (
          <li key={`${at} ${event}`}>
            {t('what', {
              time: format.instant(at),
              who: mine ? t('you') : whoActed(by, t(actor)),
              event: t(isWorded(event) ? event : 'otherStep'),
            })}
          </li>
        ))}
      </ul>
      <p>{t('kept')}</p>
      <Button size="compact-sm" variant="default" loading={busy} onClick={show}>
        {t('show')}
      </Button>
    </Notice>
  )
}
