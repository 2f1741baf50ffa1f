import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { stopReasonWord, stopReasonWords } from '../../../shared/case/stop-reasons.ts'
import { insuranceWords, stripeInsurances } from '../../../shared/ui/insurance-words.ts'
import { messages } from './gap-messages.ts'
import type { RecordGap } from './record-months.ts'
import style from './record.module.css'

/** Every gap with its reason, what it does and what can be done: shown, never bridged. */
export function Gaps({ gaps }: { gaps: readonly RecordGap[] }) {
  const t = useMessages(messages)
  return (
    <section className={style.section}>
      <h2>{t('title')}</h2>
      {gaps.length === 0 ? (
        <p className={style.soft}>{t('none')}</p>
      ) : (
        <ul className={style.gaps}>
          {gaps.map((gap) => (
            <li key={`${gap.from}${gap.insurances.join()}`}>
              <Gap gap={gap} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function Gap({ gap }: { gap: RecordGap }) {
  const t = useMessages(messages)
  const words = useMessages(insuranceWords)
  const reasons = useMessages(stopReasonWords)
  const format = useFormat()
  const { from, to, insurances, reason, stopReason, employerName: employer } = gap
  return (
    <>
      <h3 className={style.gapTitle}>
        <span>
          {from === to ? format.period(from) : t('span', { from: format.period(from), to: format.period(to) })}
        </span>
        <span className={style.soft}>
          {insurances.length === stripeInsurances.length
            ? t('allFive')
            : insurances.map((insurance) => words(insurance)).join(' · ')}
        </span>
      </h3>
      <p>
        {reason === 'NOT_EMPLOYED'
          ? employer
            ? t('NOT_EMPLOYED_after', { employer })
            : t('NOT_EMPLOYED')
          : t(reason, { employer: employer ?? '–' })}{' '}
        {stopReason ? t('stopped', { reason: stopReasonWord(stopReason, reasons) }) : null}
      </p>
      <p className={style.soft}>{t(`todo${reason}`)}</p>
      <details className={style.does}>
        <summary>{t('does')}</summary>
        <dl>
          {insurances.map((insurance) => (
            <div key={insurance}>
              <dt>{words(insurance)}</dt>
              <dd>{t(insurance)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
