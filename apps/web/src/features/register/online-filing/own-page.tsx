import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { ApplyForm } from './apply-form.tsx'
import { messages } from './messages.ts'
import { EmployerOnlineFilingDocument } from './online-filing.generated.ts'
import type { OnlineFilingRowFragment } from './online-filing.generated.ts'
import style from './online-filing.module.css'

const tones: Record<OnlineFilingRowFragment['state'], StatusTone> = {
  APPLIED: 'waiting',
  STANDING: 'done',
  REFUSED: 'refused',
  ENDED: 'refused',
}

/** Whether the employer may file online, what became of its applications, and the way to ask (again). */
export function OwnOnlineFilingPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const id = useViewer().employerId ?? ''
  const [sent, setSent] = useState(false)
  const { data, error } = useQuery(EmployerOnlineFilingDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={4} />
  const { endedOn, onlineFilings } = data.employerById
  const standing = onlineFilings.find(({ state }) => state === 'STANDING')
  const waits = onlineFilings.find(({ state }) => state === 'APPLIED')
  return (
    <>
      <PageHeader title={t('ownTitle')} lead={t('ownLead')} />
      {standing?.validFrom ? (
        <Notice tone="done">{t('ownStanding', { date: format.date(standing.validFrom) })}</Notice>
      ) : null}
      {waits ? (
        <Notice tone="info">{sent ? t('applied') : t('ownWaits', { number: waits.number ?? '' })}</Notice>
      ) : null}
      {!standing && !waits && !endedOn ? (
        <section className={style.section}>
          <h2>{t('apply')}</h2>
          <ApplyForm onSent={() => setSent(true)} />
        </section>
      ) : null}
      <section className={style.section}>
        <h2>{t('history')}</h2>
        {onlineFilings.length === 0 ? <p>{t('noHistory')}</p> : <History rows={onlineFilings} />}
      </section>
    </>
  )
}

function History({ rows }: { rows: readonly OnlineFilingRowFragment[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const holds = ({ validFrom, validTo }: OnlineFilingRowFragment) => {
    if (!validFrom) return '—'
    const from = format.date(validFrom)
    return validTo ? t('fromTo', { from, to: format.date(validTo) }) : t('since', { date: from })
  }
  return (
    <PlainTable caption={t('history')} columns={[t('recordedAt'), t('state'), t('period'), t('why'), t('files')]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" data-whole>
            {format.instant(row.recordedAt)}
            {row.number ? <span className="sub">{row.number}</span> : null}
          </th>
          <td data-label={t('state')}>
            <StatusBadge tone={tones[row.state]}>{t(`state${row.state}`)}</StatusBadge>
          </td>
          <td data-label={t('period')}>{holds(row)}</td>
          <td data-label={t('why')}>
            {row.reason ?? (row.source === 'REGISTER' || row.source === 'IMPORT' ? t(`source${row.source}`) : '—')}
            {row.endReason ? <span className="sub">{row.endReason}</span> : null}
          </td>
          <td data-label={t('files')}>
            <AttachedFiles label={`${t('files')} ${row.number ?? ''}`} files={row.files} />
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
