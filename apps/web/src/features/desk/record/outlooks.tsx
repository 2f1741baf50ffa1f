import { useId } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { messages } from './outlook-messages.ts'
import style from './outlooks.module.css'
import type { PensionOutlookFactsFragment } from './record-picture.generated.ts'
import sheet from './record.module.css'

type Outlook = Omit<PensionOutlookFactsFragment, ' $fragmentName'>

/** Months to the minimum and the month of retirement, for each category that the register leaves open. */
export function Outlooks({ outlooks }: { outlooks: readonly Outlook[] }) {
  const t = useMessages(messages)
  if (outlooks.length === 0) return null
  return (
    <section className={sheet.section}>
      <h2>{t('title')}</h2>
      <p className={sheet.soft}>{t('lead')}</p>
      {outlooks.length > 1 ? <p className={sheet.soft}>{t('womenHint')}</p> : null}
      {outlooks.map((outlook) => (
        <OneOutlook key={outlook.category} outlook={outlook} named={outlooks.length > 1} />
      ))}
      <p className={style.basis}>{t('basis')}</p>
    </section>
  )
}

function OneOutlook({ outlook, named }: { outlook: Outlook; named: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const id = useId()
  const { category, retiresIn, delayMonths, monthsNeeded, monthsPaid, monthsMissing, reachedIn, reachedInTime } =
    outlook
  return (
    <section className={style.outlook}>
      {named ? <h3>{t(category)}</h3> : null}
      <p className={style.meterLine}>
        <label htmlFor={id}>{t('meter')}</label>
        <strong>{t('ofNeeded', { paid: monthsPaid, needed: monthsNeeded })}</strong>
      </p>
      <meter id={id} className={style.meter} min={0} max={monthsNeeded} value={Math.min(monthsPaid, monthsNeeded)} />
      <dl className={style.facts}>
        <div>
          <dt>{t('retires')}</dt>
          <dd>
            {t('retiresText', { period: format.period(retiresIn) })}
            {delayMonths > 0 ? <span className="sub">{t('delayed', { count: delayMonths })}</span> : null}
          </dd>
        </div>
        <div>
          <dt>{t('missing')}</dt>
          <dd>{monthsMissing === 0 ? t('reached') : t('missingText', { count: monthsMissing })}</dd>
        </div>
      </dl>
      {reachedIn ? (
        <p className={reachedInTime ? undefined : style.late}>
          {t(reachedInTime ? 'inTime' : 'tooLate', { period: format.period(reachedIn) })}
        </p>
      ) : null}
    </section>
  )
}
