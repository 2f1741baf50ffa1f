import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { CardState } from './card-state.tsx'
import { CardTimeline } from './card-timeline.tsx'
import { messages } from './messages.ts'
import { WindowDeedForm } from './window-deed-form.tsx'
import { deedsInState, type WindowDeed } from './window-deeds.ts'
import { windowMessages } from './window-messages.ts'
import style from './window.module.css'
import type { CardHolderQuery } from './card.generated.ts'

export type WindowCardRow = NonNullable<CardHolderQuery['cardHolder']>['cards'][number]

interface WindowCardProps {
  card: WindowCardRow
  onDone: (deed: WindowDeed) => Promise<unknown>
  onStale: () => Promise<unknown>
}

/** One card: its state, what can be done with it, and what happened. */
export function WindowCard({ card, onDone, onStale }: WindowCardProps) {
  const t = useMessages(windowMessages)
  const word = useMessages(messages)
  const { roles } = useViewer()
  const [doing, setDoing] = useState<WindowDeed>()
  const decides = roles.some((role) => role === 'REVIEWER' || role === 'HEAD')
  const deeds = deedsInState[card.status].filter(
    (deed) =>
      (deed !== 'UNFREEZE' || decides) &&
      (deed === 'PROLONG' ? card.kind === 'TEMPORARY' : deed !== 'REPLACE' || card.kind === 'PERMANENT'),
  )
  return (
    <article className={style.card} aria-label={card.numberMasked}>
      <header className={style.head}>
        <h2>{card.numberMasked}</h2>
        <CardState status={card.status} />
        {card.kind === 'TEMPORARY' ? <StatusBadge tone="idle">{t('temporary')}</StatusBadge> : null}
      </header>
      <Facts
        facts={[
          [t('bank'), card.bankName],
          ...(card.bankStatus ? [[t('bankApplication'), word(card.bankStatus)] as const] : []),
        ]}
      />
      {card.status === 'PIN_LOCKED' ? <Link to="/staff/card-password">{t('password')}</Link> : null}
      {doing ? (
        <WindowDeedForm
          deed={doing}
          card={card}
          onCancel={() => setDoing(undefined)}
          onDone={() => {
            setDoing(undefined)
            return onDone(doing)
          }}
          onStale={onStale}
        />
      ) : deeds.length > 0 ? (
        <fieldset className={style.deeds}>
          <legend className="visually-hidden">{t('deeds')}</legend>
          {deeds.map((deed, index) => (
            <Button key={deed} variant={index === 0 ? 'filled' : 'default'} onClick={() => setDoing(deed)}>
              {t(deed)}
            </Button>
          ))}
        </fieldset>
      ) : null}
      <CardTimeline card={card} />
    </article>
  )
}
