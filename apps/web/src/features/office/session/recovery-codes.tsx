import { Button } from '@mantine/core'
import { useState } from 'react'
import { copyText } from '../../../shared/lib/copy-text.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { secondFactorMessages } from './second-factor-messages.ts'
import style from './second-factor.module.css'

/** Shown this once. Nothing else of the page is offered before the person says that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useMessages(secondFactorMessages)
  const [copied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyText(codes.join('\n')))
  return (
    <div className={style.paper}>
      <h3>{t('recoveryTitle')}</h3>
      <p>{t('recoveryText')}</p>
      <ul className={style.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={style.deeds}>
        <Button onClick={onKept}>{t('recoveryKept')}</Button>
        <Button variant="default" onClick={() => void copy()}>
          {t(copied ? 'copied' : 'copy')}
        </Button>
      </div>
    </div>
  )
}
