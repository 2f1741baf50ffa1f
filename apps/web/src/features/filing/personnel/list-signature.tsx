import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { TickBox } from '../../../shared/ui/tick-box.tsx'
import { messages } from './messages.ts'
import { SignPersonnelListDocument } from './personnel.generated.ts'
import sheet from './personnel.module.css'
import style from './list-signature.module.css'

interface ListSignatureProps {
  declarationId: string
  signed: boolean
  people: number
}

/** Asked once for the whole list, never row by row. */
export function ListSignature({ declarationId, signed, people }: ListSignatureProps) {
  const t = useMessages(messages)
  const [sign, { loading }] = useMutation(SignPersonnelListDocument)
  const [failed, setFailed] = useState(false)
  const change = async (wanted: boolean) => {
    setFailed(false)
    try {
      const { data } = await sign({ variables: { declarationId, signed: wanted } })
      setFailed(data?.signPersonnelList.__typename !== 'PersonnelSaved')
    } catch {
      setFailed(true)
    }
  }
  return (
    <section className={style.signature} aria-labelledby="signature-title">
      <h2 id="signature-title">{t('signTitle')}</h2>
      <p className={sheet.soft}>{t('signText')}</p>
      <TickBox
        large
        id="list-signature"
        name="signed"
        checked={signed}
        disabled={loading}
        onChange={(checked) => void change(checked)}
        label={t('signLabel', { count: people })}
      />
      <p className={sheet.soft}>
        {t('askInstead')} <Link to="/employer/inspection/personnel/confirmations">{t('toConfirmations')}</Link>
      </p>
      {failed ? <Notice tone="refused">{t('notSaved')}</Notice> : null}
    </section>
  )
}
