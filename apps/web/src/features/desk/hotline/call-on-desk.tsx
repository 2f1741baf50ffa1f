import { useMutation } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { CardState, cardWords } from '../../register/card/index.ts'
import { CheckForm } from './check-form.tsx'
import {
  EndHotlineCallDocument,
  WorkForHotlineCallerDocument,
  type CallOnDeskFragment,
  type HotlineDeed,
  type HotlineWrapUp,
} from './hotline.generated.ts'
import style from './hotline.module.css'
import { messages } from './messages.ts'

const wrapUps: readonly HotlineWrapUp[] = ['SETTLED', 'INFORMED', 'TO_WINDOW', 'NOT_IDENTIFIED', 'CUT_OFF']
type Card = NonNullable<CallOnDeskFragment['card']>

function deedsOf({ status }: Card): readonly HotlineDeed[] {
  if (status === 'INACTIVE') return ['ACTIVATE', 'REPORT_LOSS']
  if (status === 'ORAL_LOSS') return ['WITHDRAW_LOSS', 'REPORT_LOSS']
  return status === 'NORMAL' || status === 'PIN_LOCKED' ? ['REPORT_LOSS'] : []
}

interface CallProps {
  call: CallOnDeskFragment
  onChange: () => Promise<unknown>
}

/** The call in hand: who is calling, what may be done with their card, and how it ended. */
export function CallOnDesk({ call, onChange }: CallProps) {
  const t = useMessages(messages)
  const employerMissing = call.card?.status === 'ORAL_LOSS' && !call.proofs.includes('EMPLOYER')
  return (
    <article className={style.call}>
      <header>
        <h2>{t(call.wish ?? 'AGENT')}</h2>
        <p>{[call.callerMasked || t('withheld'), ...(call.language === 'en' ? [t('english')] : [])].join(' · ')}</p>
      </header>
      {call.recorded ? (
        <section className={style.part}>
          <h3 id="said-name">{t('listen')}</h3>
          {/* Nobody can write down a recording for the agent: to hear it is the task. */}
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
          <audio controls preload="none" src={`/hotline/recordings/${call.id}`} aria-labelledby="said-name" />
        </section>
      ) : null}
      {call.card ? (
        <Notice tone="done">{t(call.proofs.includes('EMPLOYER') ? 'passedEmployer' : 'passed')}</Notice>
      ) : null}
      {!call.card || employerMissing ? <CheckForm call={call} onChange={onChange} /> : null}
      {call.card ? (
        <CardOfCaller callId={call.id} card={call.card} locked={employerMissing} onChange={onChange} />
      ) : null}
      <EndOfCall id={call.id} onChange={onChange} />
    </article>
  )
}

interface CardProps {
  callId: string
  card: Card
  /** The report of loss is not withdrawn before an employer was named. */
  locked: boolean
  onChange: () => Promise<unknown>
}

function CardOfCaller({ callId, card, locked, onChange }: CardProps) {
  const t = useMessages(messages)
  const word = useMessages(cardWords)
  const [work, { loading }] = useMutation(WorkForHotlineCallerDocument)
  const heading = useRef<HTMLHeadingElement>(null)
  // The check's form is gone: the keyboard goes on here.
  useEffect(() => {
    if (!locked) heading.current?.focus()
  }, [locked])
  const [said, setSaid] = useState<{ tone: 'done' | 'warning' | 'refused'; text: string; activated?: boolean }>()
  const deeds = deedsOf(card).filter((deed) => deed !== 'WITHDRAW_LOSS' || !locked)
  const send = async (deed: HotlineDeed) => {
    const variables = { id: callId, deed, decidedOn: card.mark }
    const outcome = (await work({ variables }).catch(() => undefined))?.data?.workForHotlineCaller
    if (!outcome) return setSaid({ tone: 'refused', text: t('failed') })
    if (outcome.__typename === 'CardRefused') setSaid({ tone: 'refused', text: word(`refused${outcome.reason}`) })
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
      {deeds.length === 0 && !locked ? <p>{t('nothing')}</p> : null}
      <div className={style.deeds}>
        {deeds.map((deed, index) => (
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
    </section>
  )
}

function EndOfCall({ id, onChange }: { id: string; onChange: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const [end, { loading, error }] = useMutation(EndHotlineCallDocument)
  const send = async (outcome: HotlineWrapUp) => {
    const ended = await end({ variables: { id, outcome } }).catch(() => undefined)
    if (ended) await onChange()
  }
  return (
    <section className={style.end} aria-labelledby="end-of-call">
      <h3 id="end-of-call">{t('end')}</h3>
      <p>{t('endText')}</p>
      {error ? <Notice tone="refused">{t('failed')}</Notice> : null}
      <div className={style.deeds}>
        {wrapUps.map((outcome) => (
          <Button key={outcome} variant="default" disabled={loading} onClick={() => void send(outcome)}>
            {t(outcome)}
          </Button>
        ))}
      </div>
    </section>
  )
}
