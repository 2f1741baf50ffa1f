import { Button } from '@mantine/core'
import { useState } from 'react'
import { copyText } from '../../../shared/lib/copy-text.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import type { HandOverConfirmationLinksMutation } from './confirmations.generated.ts'
import { messages } from './messages.ts'
import style from './handed-links.module.css'

export type Links = Extract<
  HandOverConfirmationLinksMutation['handOverConfirmationLinks'],
  { __typename: 'ConfirmationLinksHanded' }
>

/** Links to hand over, one slip a person: printed, cut and given out, or copied. */
export function HandedLinks({
  links: { links, expiresAt },
  slip,
  onDone,
}: {
  links: Links
  /** What stands beside each link. */
  slip: string
  onDone: () => void
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const [copied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyText(links.map(({ name, url }) => `${name}\t${url}`).join('\n')))
  return (
    <>
      <PageHeader
        title={t('linksTitle')}
        lead={t('linksLead', { until: format.instant(expiresAt) })}
        next={
          <>
            <Button onClick={() => window.print()}>{t('print')}</Button>
            <Button variant="default" onClick={() => void copy()}>
              {t(copied ? 'copied' : 'copyAll')}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t('done')}
            </Button>
          </>
        }
      />
      <ul className={style.slips}>
        {links.map(({ rowNo, name, idMasked, url, qrSvg }) => (
          <li key={rowNo} className={style.slip}>
            <img src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`} alt="" />
            <div>
              <strong>{name}</strong> <span className={style.id}>{idMasked}</span>
              <p>{slip}</p>
              <p className={style.url}>
                {t('scan')} {url}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
