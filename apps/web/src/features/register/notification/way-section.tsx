import { Button, Switch } from '@mantine/core'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Switch.css'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { AddressForm, CodeForm } from './address-forms.tsx'
import { useWays, type Said } from './use-ways.ts'
import type { WaysToBeToldQuery } from './ways.generated.ts'
import { waysMessages } from './ways-messages.ts'
import style from './ways.module.css'

type Way = WaysToBeToldQuery['waysToBeTold'][number]

/** One channel: where it goes, whether it is wanted, and another address for it. */
export function WaySection({ way, onChanged }: { way: Way; onChanged: () => Promise<void> }) {
  const t = useMessages(waysMessages)
  const { channel } = way
  const [said, setSaid] = useState<Said>()
  const [changing, setChanging] = useState(false)
  const { act, busy } = useWays(channel, onChanged)
  const sectionId = `way-${channel}`
  if (!way.available) {
    return (
      <section className={style.way} aria-labelledby={sectionId}>
        <h2 id={sectionId}>{t(channel)}</h2>
        <p className={style.quiet}>{t('off')}</p>
      </section>
    )
  }
  const confirm = async (code: string) => {
    const outcome = await act({ kind: 'CONFIRM', code })
    if (outcome?.tone === 'done') setChanging(false)
    setSaid(outcome)
  }
  return (
    <section className={style.way} aria-labelledby={sectionId}>
      <h2 id={sectionId}>{t(channel)}</h2>
      <p>{whereTo(t, way)}</p>
      {way.own || way.registered ? (
        <Switch
          label={t(`switch${channel}`)}
          checked={way.on}
          disabled={busy}
          onChange={async (event) => setSaid(await act({ kind: 'SWITCH', on: event.currentTarget.checked }))}
        />
      ) : null}
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      {way.pending ? <CodeForm address={way.pending} busy={busy} onConfirm={confirm} /> : null}
      {changing || way.pending ? (
        <AddressForm
          channel={channel}
          again={way.pending !== null}
          busy={busy}
          onSend={async (address) => setSaid(await act({ kind: 'REQUEST', address }))}
          onCancel={changing && !way.pending ? () => setChanging(false) : undefined}
        />
      ) : (
        <div className={style.deeds}>
          <Button variant="default" size="sm" onClick={() => setChanging(true)}>
            {t(way.own || way.registered ? 'change' : 'add')}
            <span className="visually-hidden">{`: ${t(`new${channel}`)}`}</span>
          </Button>
          {way.own ? (
            <Button
              variant="subtle"
              size="sm"
              loading={busy}
              onClick={async () => setSaid(await act({ kind: 'REMOVE' }))}
              aria-label={t(`removeWhat${channel}`)}
            >
              {t('remove')}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  )
}

function whereTo(t: ReturnType<typeof useMessages<typeof waysMessages.zh>>, way: Way): string {
  if (way.own) return t(`own${way.channel}`, { address: way.own })
  if (way.registered) return t('registeredSMS', { address: way.registered })
  return t(`none${way.channel}`)
}
