import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import type { NotOpened } from './use-open-monthly.ts'

/** Why a month cannot be declared now, and what can be done instead. */
export function NotOpenedNotice({ refused }: { refused: NotOpened | undefined }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (!refused) return null
  const { reason } = refused
  if (reason === 'FAILED') return <Notice tone="refused">{t('failed')}</Notice>
  if (reason === 'FORBIDDEN') return <Notice tone="refused">{t('readOnly')}</Notice>
  return (
    <Notice tone="refused">
      <p>{t(`refused${reason}`, { period: format.period(refused.period), open: format.period(refused.open) })}</p>
      {reason === 'TOO_OLD' ? <Link to="/employer/back-payments">{t('backPayment')}</Link> : null}
    </Notice>
  )
}
