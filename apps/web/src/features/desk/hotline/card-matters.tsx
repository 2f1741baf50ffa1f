import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { CardState, cardWords } from '../../register/card/index.ts'
import { callerMessages } from './caller-messages.ts'
import {
  WorkForHotlineCallerDocument,
  type CallOnDeskFragment,
  type HotlineCallerQuery,
  type HotlineDeed,
} from './hotline.generated.ts'
import style from './hotline.module.css'
import { messages } from './messages.ts'

type Matter = HotlineCallerQuery['hotlineCaller']['matters'][number]
const deeds = ['ACTIVATE', 'REPORT_LOSS', 'WITHDRAW_LOSS'] as const satisfies readonly HotlineDeed[]
const deedOf = (name: string) => deeds.find((deed) => deed === name)

interface CardProps {
  call: CallOnDeskFragment
  card: NonNullable<CallOnDeskFragment['card']>
  /** Nothing once the line is gone: then only what the tape asks for is left. */
  matters: readonly Matter[] | undefined
  /** The report of loss is not withdrawn before an employer was named. */
  locked: boolean
  onChange: () => Promise<unknown>
}

/** What may be done with the card by telephone, as buttons; what may not says why, and where to go. */
export function CardMatters({ call, card, matters, locked, onChange }: CardProps) {
  const t = useMessages(messages)
  const word = useMessages(cardWords)
  const [work, { loading }] = useMutation(WorkForHotlineCallerDocument)
  const heading = useRef<HTMLHeadingElement>(null)
  // The check's form is gone: the keyboard goes on here.
  useEffect(() => {
    if (!locked) heading.current?.focus()
  }, [locked])
  const [said, setSaid] = useState<{ tone: 'done' | 'warning' | 'refused'; text: string; activated?: boolean }>()
  const taped = call.hungUp && call.recorded ? deedOf(call.wish ?? '') : undefined
  const here = (matters ?? []).filter(({ place, reason }) => place === 'PHONE' && reason === null)
  const may = [...here.map(({ matter }) => deedOf(matter)), taped].filter((deed) => deed !== undefined)
  // What the caller asked for comes first, as the button that stands out.
  const offered = may
    .filter((deed) => deed !== 'WITHDRAW_LOSS' || !locked)
    .toSorted((a, b) => Number(b === call.wish) - Number(a === call.wish))
  const send = async (deed: HotlineDeed) => {
    const variables = { id: call.id, deed, decidedOn: card.mark }
    const outcome = (await work({ variables }).catch(() => undefined))?.data?.workForHotlineCaller
    if (!outcome) return setSaid({ tone: 'refused', text: t('failed') })
    if (outcome.__typename === 'CardRefused') setSaid({ tone: 'refused', text: word(`refused${outcome.reason}`) })
    else if (outcome.__typename === 'HotlineRefused') setSaid({ tone: 'refused', text: t(`refused${outcome.refused}`) })
    else if (outcome.__typename === 'StaleDecision') setSaid({ tone: 'warning', text: t('changed') })
    else setSaid({ tone: 'done', text: t('done', { deed: t(deed) }), activated: deed === 'ACTIVATE' })
    return void (await onChange())
  }
  return (
    <section className={style.part}>
      <h3 ref={heading} tabIndex={-1}>
        {t('card', { number: card.numberMasked })}
      </h3>
      <p>
        <CardState status={card.status} />
      </p>
      {said ? (
        <Notice tone={said.tone}>
          {said.text}
          {said.activated ? <p>{t('passwordNext')}</p> : null}
        </Notice>
      ) : null}
      {locked ? <p>{t('askEmployer')}</p> : null}
      {offered.length === 0 && !locked && (matters !== undefined || call.hungUp) ? <p>{t('nothing')}</p> : null}
      <div className={style.deeds}>
        {offered.map((deed, index) => (
          <Button
            key={deed}
            size="lg"
            variant={index === 0 ? 'filled' : 'default'}
            disabled={loading}
            onClick={() => void send(deed)}
          >
            {t(deed)}
          </Button>
        ))}
      </div>
      <NotHere matters={matters ?? []} />
    </section>
  )
}

function NotHere({ matters }: { matters: readonly Matter[] }) {
  const t = useMessages(callerMessages)
  const word = useMessages(cardWords)
  const not = matters.filter(({ place, reason }) => place !== 'PHONE' || reason !== null)
  if (not.length === 0) return null
  return (
    <details className={style.not}>
      <summary>{t('notByPhone')}</summary>
      <dl>
        {not.map(({ matter, place, reason }) => (
          <div key={matter}>
            <dt>{t(`matter${matter}`)}</dt>
            <dd>{reason === null ? t(`place${place}`) : word(`refused${reason}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
