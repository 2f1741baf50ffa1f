import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { messages } from './messages.ts'
import style from './partner.module.css'

export interface MadeLink {
  name: string
  code: string
  url: string
  expiresAt: string
}

/** Shown this once. */
export function GivenOperatorLink({ made, onKept }: { made: MadeLink; onKept: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <section className={style.partner} aria-labelledby="operator-link">
      <h2 id="operator-link">{t('link', { name: made.name })}</h2>
      <p>{t('linkLead', { until: format.instant(made.expiresAt) })}</p>
      <p className={style.link}>{made.url}</p>
      <Facts facts={[[t('code'), made.code]]} />
      <div>
        <Button onClick={onKept}>{t('kept')}</Button>
      </div>
    </section>
  )
}
