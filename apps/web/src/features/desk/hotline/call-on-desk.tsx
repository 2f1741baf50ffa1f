import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { CallScript } from './call-script.tsx'
import { CallerContext } from './caller-context.tsx'
import { CardMatters } from './card-matters.tsx'
import { CheckForm } from './check-form.tsx'
import { EndOfCall } from './end-of-call.tsx'
import { HotlineCallerDocument, type CallOnDeskFragment } from './hotline.generated.ts'
import style from './hotline.module.css'
import { messages } from './messages.ts'
import { TicketForm } from './ticket-form.tsx'

interface CallProps {
  call: CallOnDeskFragment
  onChange: () => Promise<unknown>
}

/**
 * The call in hand: who is calling, what may be done with their card, what is said and what the office knows of them, and how it
 * ended. On a phone they stand below each other in this order.
 */
export function CallOnDesk({ call, onChange }: CallProps) {
  const t = useMessages(messages)
  const checked = call.card !== null
  // Never kept: with the call, or with the line, it is gone from this screen.
  const { data, error, refetch } = useQuery(HotlineCallerDocument, {
    variables: { call: call.id },
    skip: !checked || call.hungUp,
    fetchPolicy: 'no-cache',
  })
  const caller = checked && !call.hungUp ? data?.hotlineCaller : undefined
  const employerMissing = call.card?.status === 'ORAL_LOSS' && !call.proofs.includes('EMPLOYER')
  const lookAgain = () => Promise.all([onChange(), ...(caller ? [refetch().catch(() => undefined)] : [])])
  return (
    <article className={style.call} data-wide={!call.hungUp}>
      <div className={`${style.work} ${style.first}`}>
        <CallHead call={call} />
        {checked ? (
          <Notice tone="done">{t(call.proofs.includes('EMPLOYER') ? 'passedEmployer' : 'passed')}</Notice>
        ) : null}
        {call.hungUp ? <Notice tone="warning">{t(call.recorded ? 'hungUpRecorded' : 'hungUp')}</Notice> : null}
        {!checked || (employerMissing && !call.hungUp) ? <CheckForm call={call} onChange={lookAgain} /> : null}
        {call.card ? (
          <CardMatters
            call={call}
            card={call.card}
            matters={caller?.matters}
            locked={employerMissing}
            onChange={lookAgain}
          />
        ) : null}
      </div>
      {call.hungUp ? null : (
        <div className={style.beside}>
          <CallScript call={call} caller={caller} />
          {error && checked && !data ? <Notice tone="refused">{t('contextFailed')}</Notice> : null}
          {caller ? <CallerContext caller={caller} /> : null}
        </div>
      )}
      <div className={`${style.work} ${style.last}`}>
        {checked ? <TicketForm callId={call.id} onTaken={lookAgain} /> : null}
        <EndOfCall id={call.id} onChange={onChange} />
      </div>
    </article>
  )
}

function CallHead({ call }: { call: CallOnDeskFragment }) {
  const t = useMessages(messages)
  return (
    <>
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
    </>
  )
}
