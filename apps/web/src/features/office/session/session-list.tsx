import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { AccountSessionsDocument, SignOutEverywhereDocument } from './account.generated.ts'
import { nameDevice } from './name-device.ts'
import { accountMessages } from './account-messages.ts'
import style from './session-list.module.css'

export function SessionList() {
  const t = useMessages(accountMessages)
  const format = useFormat()
  const { data } = useQuery(AccountSessionsDocument, { fetchPolicy: 'network-only' })
  const [signOutEverywhere, { loading }] = useMutation(SignOutEverywhereDocument)
  const [asking, setAsking] = useState(false)
  const sessions = data?.viewer?.sessions ?? []
  return (
    <>
      <ul className={style.sessions}>
        {sessions.map(({ id, current, userAgent, createdAt, lastSeenAt }) => (
          <li key={id}>
            <span className={style.device}>
              {nameDevice(userAgent) ?? t('unknownDevice')}
              {current ? <StatusBadge tone="done">{t('thisDevice')}</StatusBadge> : null}
            </span>
            <span className={style.times}>
              {t('sessionSeen', { time: format.instant(lastSeenAt) })} ·{' '}
              {t('sessionBegan', { time: format.instant(createdAt) })}
            </span>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('everywhere')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('everywhereTitle')}
        consequence={t('everywhereText', { count: sessions.length })}
        verb={t('everywhere')}
        busy={loading}
        onConfirm={() => void signOutEverywhere().then(() => window.location.assign('/'))}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
