import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { barMessages } from './bar-messages.ts'

/** What keeps the employer acted for from filing online. */
export interface EmployerBar {
  kind: 'NOT_APPROVED' | 'CANCELLED'
  reason: string | null
  lastDay: string | null
}

/** Over every page of an employer that may not file online: why, and what to do. */
export function EmployerBarNotice({ kind, reason, lastDay }: EmployerBar) {
  const t = useMessages(barMessages)
  const format = useFormat()
  if (kind === 'CANCELLED')
    return (
      <Notice tone="refused">
        <strong>{t('cancelled', { date: lastDay ? format.date(lastDay) : '' })}</strong>
        <p>{t('cancelledText')}</p>
      </Notice>
    )
  return (
    <Notice tone="refused">
      <strong>{t('notApproved')}</strong>
      {reason ? <p>{t('withdrawnBecause', { reason })}</p> : null}
      <p>
        {t('notApprovedText')} {t('whatToDo')}
      </p>
    </Notice>
  )
}
