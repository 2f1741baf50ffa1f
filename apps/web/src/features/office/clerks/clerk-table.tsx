import type { ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { dutyMessages } from '../../../shared/ui/duty-messages.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { ClerkFactsFragment } from './clerks.generated.ts'
import style from './clerks.module.css'
import { messages } from './messages.ts'

const tones: Record<ClerkFactsFragment['state'], StatusTone> = { WAITING: 'waiting', ACTIVE: 'done', LOCKED: 'warning' }

interface ClerkTableProps {
  clerks: readonly ClerkFactsFragment[]
  /** What can be done with one; nothing for whoever only looks. */
  deeds?: (clerk: ClerkFactsFragment) => ReactNode
}

export function ClerkTable({ clerks, deeds }: ClerkTableProps) {
  const t = useMessages(messages)
  const columns = (['name', 'clerkNo', 'duties', 'state', 'lastSignIn'] as const).map((one) => t(one))
  return (
    <PlainTable caption={t('title')} columns={deeds ? [...columns, t('actions')] : columns}>
      {clerks.map((clerk) => (
        <ClerkRow key={clerk.id} clerk={clerk}>
          {deeds ? <td data-label={t('actions')}>{deeds(clerk)}</td> : null}
        </ClerkRow>
      ))}
    </PlainTable>
  )
}

function ClerkRow({ clerk, children }: { clerk: ClerkFactsFragment; children: ReactNode }) {
  const t = useMessages(messages)
  const duty = useMessages(dutyMessages)
  const format = useFormat()
  const { displayName, self, clerkNo, byEmployerNumber, duties, state, openLinkUntil, lastSignInAt } = clerk
  return (
    <tr>
      <th scope="row">
        {displayName}
        {self ? <span className="sub">{t('self')}</span> : null}
      </th>
      <td data-label={t('clerkNo')}>
        <span className={style.number}>{clerkNo}</span>
        {byEmployerNumber ? <span className="sub">{t('alsoEmployerNumber')}</span> : null}
      </td>
      <td data-label={t('duties')}>
        {duties.length === 0 ? duty('READ') : duties.map((one) => duty(one)).join(' · ')}
      </td>
      <td data-label={t('state')}>
        <StatusBadge tone={tones[state]}>{t(`state${state}`)}</StatusBadge>
        {state === 'WAITING' ? (
          <span className="sub">
            {openLinkUntil ? t('openLink', { until: format.instant(openLinkUntil) }) : t('noOpenLink')}
          </span>
        ) : null}
      </td>
      <td data-label={t('lastSignIn')}>{lastSignInAt ? format.instant(lastSignInAt) : t('never')}</td>
      {children}
    </tr>
  )
}
