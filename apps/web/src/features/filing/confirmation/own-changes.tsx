import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { confirmMessages } from './confirm-messages.ts'
import type { Content } from './own-content.ts'
import style from './confirm.module.css'

/** What a month's declaration says of the holder of the link: who they are, and each join or new base. */
export function OwnChanges({ content: { name, idMasked, changes } }: { content: Content }) {
  const t = useMessages(confirmMessages)
  return (
    <section className={style.row} aria-label={t('ownTitle')}>
      <Facts
        facts={[
          [t('name'), name || t('unknown')],
          [t('idNumber'), idMasked],
        ]}
      />
      {changes.map((change, at) => (
        <Change key={at} change={change} />
      ))}
      <p className={style.soft}>{t('monthNote')}</p>
    </section>
  )
}

function Change({ change }: { change: Content['changes'][number] }) {
  const t = useMessages(confirmMessages)
  const word = useMessages(insuranceWords)
  const { language } = useLanguage()
  const format = useFormat()
  const { joins, insurances, effectivePeriod, hireDate, monthlyWage } = change
  const kinds = insurances.map((one) => word(one)).join(language === 'en' ? ', ' : '、')
  return (
    <>
      <h2 className={style.subhead}>{t(joins ? 'joins' : 'newBase')}</h2>
      <Facts
        facts={[
          [t('monthlyWage'), monthlyWage === null ? t('unknown') : format.yuan(monthlyWage)],
          [t('insurances'), kinds || t('unknown')],
          [t('from'), effectivePeriod === null ? t('unknown') : read(effectivePeriod, wholePeriod, format.period)],
          ...(joins
            ? [[t('hireDate'), hireDate === null ? t('unknown') : read(hireDate, wholeDate, format.date)] as const]
            : []),
        ]}
      />
    </>
  )
}

const wholePeriod = /^\d{4}-(0[1-9]|1[0-2])$/
const wholeDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
/** A draft may hold what is no date yet; it is shown as it was typed. */
const read = (typed: string, whole: RegExp, show: (text: string) => string) => (whole.test(typed) ? show(typed) : typed)

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={style.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
