import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { DeliveryLogDocument, NotificationChannelsDocument } from './delivery-log.generated.ts'
import type { DeliveryLogQuery } from './delivery-log.generated.ts'
import { DeliveryLine } from './delivery-line.tsx'
import style from './delivery-log.module.css'
import { LogFilter, logStates, type LogState } from './log-filter.tsx'
import { logMessages } from './log-messages.ts'

type Line = DeliveryLogQuery['deliveryLog']['edges'][number]['node']

/** Who was told what, when, by which channel, and what became of it. */
export function DeliveryLogPage() {
  const t = useMessages(logMessages)
  const [params] = useSearchParams()
  const state = logStates.find((one) => one === params.get('state')) ?? null
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Channels />
      <LogFilter state={state} reader={params.get('reader')} />
      <Log key={params.toString()} state={state} reader={params.get('reader')} />
    </>
  )
}

/** By what each channel goes; one that is off says so before anybody wonders why nothing arrives. */
function Channels() {
  const t = useMessages(logMessages)
  const { data } = useQuery(NotificationChannelsDocument, { fetchPolicy: 'network-only' })
  if (!data) return null
  return (
    <div className={style.channels}>
      <Facts
        facts={data.notificationChannels.map(({ channel, means, waiting, givenUp }) => [
          t(channel),
          `${t(`means${means}`)}${means === 'OFF' ? '' : ` · ${t('standing', { waiting, givenUp })}`}`,
        ])}
      />
    </div>
  )
}

function Log({ state, reader }: { state: LogState | null; reader: string | null }) {
  const t = useMessages(logMessages)
  const variables = { state, reader, channel: null, after: null }
  const { data, error, fetchMore } = useQuery(DeliveryLogDocument, { variables, fetchPolicy: 'cache-and-network' })
  if (error && !data) return <Notice tone="refused">{t('failed')}</Notice>
  if (!data) return <Skeleton lines={10} />
  const { edges, pageInfo } = data.deliveryLog
  if (edges.length === 0) {
    return state === null && reader === null ? <EmptyState title={t('empty')} /> : <NothingFound clear="?" />
  }
  return (
    <div className={style.log}>
      <PlainTable caption={t('title')} columns={[t('at'), t('reader'), t('what'), t('inbox'), t('outside')]}>
        {edges.map(({ node }) => (
          <LogRow key={node.id} line={node} />
        ))}
      </PlainTable>
      <ShowMore page={pageInfo} fetchMore={fetchMore}>
        {t('more')}
      </ShowMore>
    </div>
  )
}

function LogRow({ line }: { line: Line }) {
  const t = useMessages(logMessages)
  const format = useFormat()
  return (
    <tr>
      <th scope="row">{format.instant(line.at)}</th>
      <td data-line>{line.reader}</td>
      <td data-label={t('what')}>{t(line.kind)}</td>
      <td data-label={t('inbox')}>{line.readAt ? t('read', { time: format.instant(line.readAt) }) : t('notRead')}</td>
      <td data-label={t('outside')} data-block>
        {line.deliveries.length === 0 ? t('nothingOutside') : null}
        {line.deliveries.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} what={`${t(line.kind)}, ${line.reader}`} />
        ))}
      </td>
    </tr>
  )
}
