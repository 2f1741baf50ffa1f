import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { barMessages } from './bar-messages.ts'

/** A lock by its number and day, and whom to ask. */
export interface LockNamed {
  number: string
  ground: 'ARREARS' | 'REGISTRATION_CHECK'
  since: string
  officeZh: string
  officeEn: string
  phone: string
}

/** What keeps the employer acted for from filing online, or from some services. */
export interface EmployerBar {
  kind: 'NOT_APPROVED' | 'CANCELLED' | 'LOCKED'
  reason: string | null
  lastDay: string | null
  lock?: LockNamed | null
}

/** Over every page of an employer that may not do everything online: why, what goes on, and what to do. */
export function EmployerBarNotice({ kind, reason, lastDay, lock }: EmployerBar) {
  const t = useMessages(barMessages)
  const format = useFormat()
  if (kind === 'CANCELLED')
    return (
      <Notice tone="refused">
        <strong>{t('cancelled', { date: lastDay ? format.date(lastDay) : '' })}</strong>
        <p>{t('cancelledText')}</p>
      </Notice>
    )
  if (kind === 'LOCKED') return lock ? <Locked lock={lock} reason={reason} /> : null
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

function Locked({ lock, reason }: { lock: LockNamed; reason: string | null }) {
  const t = useMessages(barMessages)
  const format = useFormat()
  const { language } = useLanguage()
  const { number, ground, since, phone } = lock
  return (
    <Notice tone="refused">
      <strong>{t(`locked${ground}`, { date: format.date(since), number })}</strong>
      {reason ? <p>{t('lockedBecause', { reason })}</p> : null}
      <p>
        {t('lockedText')} {t(`lockedUntil${ground}`)}{' '}
        {t('lockedAsk', { office: language === 'en' ? lock.officeEn : lock.officeZh, phone })}
      </p>
    </Notice>
  )
}
