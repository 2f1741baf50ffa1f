import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { ResendDeliveryDocument } from './delivery-log.generated.ts'
import type { DeliveryLogQuery } from './delivery-log.generated.ts'
import style from './delivery-log.module.css'
import { logMessages } from './log-messages.ts'

type Delivery = DeliveryLogQuery['deliveryLog']['edges'][number]['node']['deliveries'][number]

const tones: Record<Delivery['state'], StatusTone> = { WAITING: 'waiting', SENT: 'done', GIVEN_UP: 'refused' }

/** One way outside: how far it is and why not further; administrators send it again. */
export function DeliveryLine({ delivery, what }: { delivery: Delivery; what: string }) {
  const t = useMessages(logMessages)
  const { roles } = useViewer()
  const [resend, { loading }] = useMutation(ResendDeliveryDocument)
  const [said, setSaid] = useState<string>()
  const press = async () => {
    try {
      const { data } = await resend({ variables: { id: delivery.id } })
      const outcome = data?.resendDelivery
      if (outcome?.__typename !== 'DeliveryNotSentAgain') return setSaid(t('again'))
      return setSaid(t(outcome.reason === 'CHANNEL_OFF' ? 'CHANNEL_OFF_NOW' : outcome.reason))
    } catch {
      return setSaid(t('notResent'))
    }
  }
  return (
    <div className={style.delivery}>
      <StatusBadge tone={tones[delivery.state]}>{`${t(delivery.channel)}: ${t(delivery.state)}`}</StatusBadge>
      <DeliveryFacts delivery={delivery} />
      {delivery.state !== 'WAITING' && roles.includes('ADMINISTRATOR') ? (
        <Button variant="subtle" size="compact-sm" loading={loading} onClick={() => void press()}>
          {t('resend')}
          <span className="visually-hidden">{`: ${t(delivery.channel)}, ${what}`}</span>
        </Button>
      ) : null}
      <output className={style.said}>{said}</output>
    </div>
  )
}

function DeliveryFacts({ delivery }: { delivery: Delivery }) {
  const t = useMessages(logMessages)
  const format = useFormat()
  const { address, attempts, reason, sentAt, nextAttemptAt } = delivery
  const facts = [
    address,
    sentAt ? t('sentAt', { time: format.instant(sentAt) }) : null,
    reason ? t(`reason${reason}`) : null,
    attempts > 1 || reason ? t('attempts', { count: attempts }) : null,
    nextAttemptAt && attempts > 0 ? t('nextAt', { time: format.instant(nextAttemptAt) }) : null,
  ]
  return <span className={style.facts}>{facts.filter((fact) => fact !== null && fact !== '').join(' · ')}</span>
}
