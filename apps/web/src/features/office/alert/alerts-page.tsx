import { alertMeanings } from '@shebao/kernel/alert-words'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AlertCard } from './alert-card.tsx'
import { OfficeAlertsDocument } from './alerts.generated.ts'
import type { OfficeAlertsQuery, ShownAlertFragment } from './alerts.generated.ts'
import style from './alerts.module.css'
import { messages } from './messages.ts'

const everyMs = 60_000

/** What is wrong with the product and its jobs, for whoever runs it. */
export function AlertsPage() {
  const t = useMessages(messages)
  const { data, error } = useQuery(OfficeAlertsDocument, { fetchPolicy: 'cache-and-network', pollInterval: everyMs })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={6} />
  const { standing, ended, webhook } = data.officeAlerts
  return (
    <div className={style.page}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <LastLook alerts={data.officeAlerts} />
      {standing.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className={style.alerts}>
          {standing.map((alert) => (
            <AlertCard key={alert.id} alert={alert} webhook={webhook} />
          ))}
        </ul>
      )}
      <p className="quiet">{t(webhook ? 'webhook' : 'noWebhook')}</p>
      {ended.length > 0 ? <EndedAlerts alerts={ended} /> : null}
    </div>
  )
}

/** A list of nothing says something only where somebody looked. */
function LastLook({ alerts: { lookedAt, current, processes } }: { alerts: OfficeAlertsQuery['officeAlerts'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (lookedAt === null) return <Notice tone="info">{t('notYet')}</Notice>
  const time = format.instant(lookedAt)
  if (!current) return <Notice tone="warning">{t('stale', { time })}</Notice>
  return <p className="quiet">{t('looked', { time, count: processes })}</p>
}

function EndedAlerts({ alerts }: { alerts: readonly ShownAlertFragment[] }) {
  const t = useMessages(messages)
  const meaning = useMessages(alertMeanings)
  const format = useFormat()
  return (
    <section aria-labelledby="ended-alerts">
      <h2 id="ended-alerts">{t('ended')}</h2>
      <PlainTable caption={t('ended')} columns={[t('alert'), t('began'), t('over')]}>
        {alerts.map(({ id, name, which, process, beganAt, endedAt }) => (
          <tr key={id}>
            <th scope="row" data-whole>
              {meaning(name)}
              <span className="sub">{[name, ...which, ...(process === null ? [] : [process])].join(' · ')}</span>
            </th>
            <td data-label={t('began')}>{format.instant(beganAt)}</td>
            <td data-label={t('over')}>{endedAt === null ? '—' : format.instant(endedAt)}</td>
          </tr>
        ))}
      </PlainTable>
    </section>
  )
}
