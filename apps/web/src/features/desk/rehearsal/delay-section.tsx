import { TextInput } from '@mantine/core'
import { DELAY_DAYS_AT_MOST, delayOf } from '@shebao/premium'
import type { Delay, DelayedDebt } from '@shebao/premium'
import { useId, useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Consequences } from './consequences.tsx'
import { messages } from './messages.ts'
import { NotFiled } from './not-filed.tsx'
import { debtOf } from './rehearsal.ts'
import type { Rehearsal } from './rehearsal.ts'
import style from './rehearsal.module.css'

const shownFirst = 30

/** What paying later costs more, day by day as it is chosen; what not filing comes to; and what the law says. */
export function DelaySection({ rehearsal }: { rehearsal: Rehearsal }) {
  const t = useMessages(messages)
  const [days, setDays] = useState(shownFirst)
  const debt = debtOf(rehearsal)
  const delay = debt && delayOf(debt, days)
  return (
    <section aria-labelledby="delay">
      <h2 id="delay">{t('delay')}</h2>
      <div className={style.part}>
        <p className={style.soft}>{t('delayLead')}</p>
        {delay ? (
          <div className={style.card}>
            <DaysField days={days} onDays={setDays} paidOn={delay.paidOn} />
            <Added rehearsal={rehearsal} debt={debt} delay={delay} days={days} />
          </div>
        ) : rehearsal.payment?.begun ? (
          <p>{t('delayBegun')}</p>
        ) : null}
        {rehearsal.notFiled ? <NotFiled notFiled={rehearsal.notFiled} /> : null}
        <Consequences consequences={rehearsal.consequences} fine={delay?.fine} />
      </div>
    </section>
  )
}

interface DaysFieldProps {
  days: number
  onDays: (days: number) => void
  paidOn: string
}

/** A number, and the same as a slider. What is typed and is no number of days is said, and changes nothing. */
function DaysField({ days, onDays, paidOn }: DaysFieldProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const hint = useId()
  const [typed, setTyped] = useState<string>()
  const most = String(DELAY_DAYS_AT_MOST)
  const take = (text: string) => {
    const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN
    const fits = count <= DELAY_DAYS_AT_MOST
    setTyped(fits ? undefined : text)
    if (fits) onDays(count)
  }
  return (
    <div className={style.days}>
      <TextInput
        className={style.number ?? ''}
        label={t('delayDays')}
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? String(days)}
        error={typed === undefined ? undefined : t('delayBad', { most })}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <input
        type="range"
        min={0}
        max={DELAY_DAYS_AT_MOST}
        value={days}
        aria-label={t('delayDays')}
        aria-describedby={hint}
        aria-valuetext={`${days} · ${t('paidOn', { date: format.date(paidOn) })}`}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <p id={hint} className="quiet">
        {t('delayHint', { most })}
      </p>
      <output className={style.paidOn}>{t('paidOn', { date: format.date(paidOn) })}</output>
    </div>
  )
}

interface AddedProps {
  rehearsal: Rehearsal
  debt: DelayedDebt
  delay: Delay
  days: number
}

function Added({ rehearsal: { bill, settledMonthRule, feeCapped, payment }, debt, delay, days }: AddedProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const opens = bill && payment?.noticeId === null && bill.total === debt.principal
  return (
    <>
      <Facts
        facts={[
          [
            t('principal'),
            opens ? (
              <DerivationPopover fen={debt.principal} sign explanation={bill.explanation} />
            ) : (
              format.yuan(debt.principal)
            ),
          ],
          [t('perDay'), <DerivationPopover key="day" fen={delay.perDay} sign explanation={delay.whyPerDay} />],
          [t('fee', { days }), <DerivationPopover key={days} fen={delay.fee} sign explanation={delay.why} />],
          [t('feeTotal'), <strong key="total">{format.yuan(delay.total)}</strong>],
        ]}
      />
      {settledMonthRule ? (
        <p className="quiet">
          {t('settledMonth')} {t('countedDays', { days: delay.days })}
        </p>
      ) : null}
      {feeCapped ? <p className="quiet">{t('capped')}</p> : null}
    </>
  )
}
