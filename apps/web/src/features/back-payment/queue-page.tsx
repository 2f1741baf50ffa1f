import { useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { MoneyText } from '../../shared/ui/money-text.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../shared/ui/status-badge.tsx'
import { BackPaymentQueueDocument } from './back-payment.generated.ts'
import type { BackPaymentQueueQuery, BackPaymentState } from './back-payment.generated.ts'
import style from './back-payment.module.css'
import { messages } from './messages.ts'
import { tones } from './request-card.tsx'

const filters: Record<string, { states: BackPaymentState[]; label: 'waiting' | 'APPLIED' | 'CHECKED' | 'ended' }> = {
  WAITING: { states: ['APPLIED', 'CHECKED'], label: 'waiting' },
  APPLIED: { states: ['APPLIED'], label: 'APPLIED' },
  CHECKED: { states: ['CHECKED'], label: 'CHECKED' },
  ENDED: { states: ['ISSUED', 'REJECTED'], label: 'ended' },
}

/** What waits for the office, oldest first, with whose turn it is. */
export function QueuePage() {
  const t = useMessages(messages)
  const [chosen, setChosen] = useState('WAITING')
  const { data, error, fetchMore } = useQuery(BackPaymentQueueDocument, {
    variables: { states: filters[chosen]?.states ?? [] },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const page = data?.backPaymentQueue
  return (
    <>
      <PageHeader title={t('title')} lead={t('queueLead')} />
      <fieldset className={style.tabs}>
        <legend className="visually-hidden">{t('state')}</legend>
        {Object.entries(filters).map(([key, { label }]) => (
          <button
            key={key}
            type="button"
            className={style.tab}
            aria-pressed={key === chosen}
            onClick={() => setChosen(key)}
          >
            {t(label)}
          </button>
        ))}
      </fieldset>
      {!page ? <Skeleton lines={6} /> : null}
      {page?.edges.length === 0 ? <EmptyState title={t('nothingWaiting')} /> : null}
      {page && page.edges.length > 0 ? (
        <ul className={style.queue}>
          {page.edges.map(({ node }) => (
            <Row key={node.id} request={node} />
          ))}
        </ul>
      ) : null}
      {page?.pageInfo.hasNextPage ? (
        <Button
          variant="default"
          onClick={() =>
            void fetchMore({
              variables: { after: page.pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult: { backPaymentQueue } }) => ({
                backPaymentQueue: {
                  ...backPaymentQueue,
                  edges: [...before.backPaymentQueue.edges, ...backPaymentQueue.edges],
                },
              }),
            })
          }
        >
          {t('more')}
        </Button>
      ) : null}
    </>
  )
}

function Row({ request }: { request: BackPaymentQueueQuery['backPaymentQueue']['edges'][number]['node'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <li>
      <span>
        <Link to={`/staff/back-payments/${request.id}`}>{request.number}</Link> {request.employerName}
      </span>
      <span>
        {request.reason} · {t('peopleCount', { people: request.people })}
        <span className={style.soft}> {format.instant(request.appliedAt)}</span>
      </span>
      <span>
        <StatusBadge tone={tones[request.state]}>{t(request.state)}</StatusBadge>
        {request.ownStep ? <span className={style.turn}>{t('yourTurn')}</span> : null}
      </span>
      <span className={style.end}>
        <MoneyText fen={request.premium} sign />
      </span>
    </li>
  )
}
