import { Button } from '@mantine/core'
import { useState } from 'react'
import { copyText } from '../../../shared/lib/copy-text.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import style from './access-token.module.css'
import { messages } from './messages.ts'

/** The secret of a token that was just made, this once. */
export function ShownSecret({ secret, onKept }: { secret: string; onKept: () => void }) {
  const t = useMessages(messages)
  const [copied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyText(secret))
  return (
    <section className={style.paper} aria-labelledby="secret">
      <h2 id="secret">{t('secretTitle')}</h2>
      <output>{t('secretLead')}</output>
      <Facts
        facts={[
          [
            t('secret'),
            <code key="secret" className={style.secret}>
              {secret}
            </code>,
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
