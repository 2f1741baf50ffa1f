import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { codeMessages } from './code-messages.ts'
import style from './electronic-card.module.css'
import { useCardCode } from './use-card-code.ts'

/** The card on the phone, brought out when somebody asks for it. */
export function ElectronicCard({ cardId }: { cardId: string }) {
  const t = useMessages(codeMessages)
  const [shown, setShown] = useState(false)
  return (
    <section className={style.electronic}>
      <h2>{t('electronic')}</h2>
      {shown ? null : <p>{t('electronicText')}</p>}
      <div aria-live="polite">{shown ? <Code cardId={cardId} /> : null}</div>
      <Button variant={shown ? 'default' : 'filled'} size="lg" onClick={() => setShown(!shown)}>
        {t(shown ? 'hide' : 'show')}
      </Button>
    </section>
  )
}

function Code({ cardId }: { cardId: string }) {
  const t = useMessages(codeMessages)
  const code = useCardCode(cardId)
  switch (code.kind) {
    case 'CODE':
      return (
        <>
          <img className={style.qr} src={`data:image/svg+xml;utf8,${encodeURIComponent(code.qrSvg)}`} alt={t('qr')} />
          <p className={style.soft}>{t('renews')}</p>
        </>
      )
    case 'MAKING':
      return <p className={style.waiting}>{t('making')}</p>
    case 'GONE':
      return <Notice tone="warning">{t('gone')}</Notice>
    case 'NOT_IN_USE':
      return <Notice tone="refused">{t('notInUse')}</Notice>
  }
}
