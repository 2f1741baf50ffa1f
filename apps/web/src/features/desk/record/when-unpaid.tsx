import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import sheet from './record.module.css'
import type { MyHomeQuery } from './me.generated.ts'
import { messages } from './messages.ts'

export type Office = MyHomeQuery['office']

/** Whose turn it is when a month is unpaid, and whom a person may ask: anybody may complain (SIL 82). */
export function WhenUnpaid({ office }: { office: Office }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return (
    <p className={sheet.unpaid}>
      {t('unpaidWhat')}
      {office ? (
        <>
          {' '}
          {t('unpaidAsk', { office: language === 'en' ? office.nameEn : office.nameZh })}{' '}
          <a href={`tel:${office.phone}`}>{office.phone}</a>
        </>
      ) : null}
    </p>
  )
}
