import { Button } from '@mantine/core'
import { useState } from 'react'
import { copyText } from '../../../shared/lib/copy-text.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import type { AccountDoneFragment } from './accounts.generated.ts'
import style from './accounts.module.css'
import { messages } from './messages.ts'

export type Link = NonNullable<AccountDoneFragment['link']>

/** A link that was just made: shown this once, for copying or reading out. */
export function GivenLink({ link, onKept }: { link: Link; onKept: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [copied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyText(link.url))
  return (
    <section className={style.paper} aria-labelledby="link">
      <h2 id="link">{t('linkTitle')}</h2>
      <p>{t('linkLead', { until: format.instant(link.expiresAt) })}</p>
      {link.emailed ? <p>{t('linkEmailed')}</p> : null}
      <Facts
        facts={[
          [
            t('linkUrl'),
            <span key="url" className={style.url}>
              {link.url}
            </span>,
          ],
          [
            t('linkCode'),
            <span key="code" className={style.code}>
              {link.code}
            </span>,
          ],
        ]}
      />
      <div className={style.deeds}>
        <Button onClick={() => void copy()}>{t(copied ? 'copied' : 'copy')}</Button>
        <Button variant="default" onClick={onKept}>
          {t('kept')}
        </Button>
      </div>
    </section>
  )
}
