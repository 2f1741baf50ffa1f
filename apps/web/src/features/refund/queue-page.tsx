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
import { messages } from './messages.ts'
import { ReturnList } from './return-list.tsx'
import { tones } from './refund-card.tsx'
import { RefundQueueDocument } from './refund.generated.ts'
import type { RefundQueueQuery, RefundState } from './refund.generated.ts'
import style from './refund.module.css'

const filters: Record<string, { states: RefundState[]; label: 'waiting' | RefundState | 'ended' }> = {
  WAITING: { states: ['APPLIED', 'VERIFIED', 'APPROVED'], label: 'waiting' },
  APPLIED: { states: ['APPLIED'], label: 'APPLIED' },
  VERIFIED: { states: ['VERIFIED'], label: 'VERIFIED' },
  APPROVED: { states: ['APPROVED'], label: 'APPROVED' },
  ENDED: { states: ['PAID_OUT', 'REJECTED'], label: 'ended' },
}

/** What waits for the office, oldest first, with whose turn it is. */
export function QueuePage() {
  const t = useMessages(messages)
  const [chosen, setChosen] = useState('WAITING')
  const states = filters[chosen]?.states ?? []
  const { data, error, fetchMore, refetch } = useQuery(RefundQueueDocument, {
    variables: { states },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  const page = data?.refundQueue
  const countOf = (of: readonly RefundState[]) =>
    (data?.refundCounts ?? []).filter(({ state }) => of.includes(state)).reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageHeader title={t('refunds')} lead={t('queueLead')} />
      <ReturnList onBegun={refetch} />
      <fieldset className={style.tabs}>
        <legend className="visually-hidden">{t('state')}</legend>
        {Object.entries(filters).map(([key, filter]) => (
          <button
            key={key}
            type="button"
            className={style.tab}
            aria-pressed={key === chosen}
            onClick={() => setChosen(key)}
          >
            {t(filter.label)} {countOf(filter.states)}
          </button>
        ))}
      </fieldset>
      {!page ? <Skeleton lines={6} /> : null}
      {page?.edges.length === 0 ? <EmptyState title={t('nothingWaiting')}>{t('nothingWaitingText')}</EmptyState> : null}
      {page && page.edges.length > 0 ? (
        <ul className={style.queue}>
          {page.edges.map(({ node }) => (
            <Row key={node.id} refund={node} />
          ))}
        </ul>
      ) : null}
      {page?.pageInfo.hasNextPage ? (
        <Button
          variant="default"
          onClick={() =>
            void fetchMore({
              variables: { after: page.pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult }) => ({
                ...fetchMoreResult,
                refundQueue: {
                  ...fetchMoreResult.refundQueue,
                  edges: [...before.refundQueue.edges, ...fetchMoreResult.refundQueue.edges],
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

function Row({ refund }: { refund: RefundQueueQuery['refundQueue']['edges'][number]['node'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <li>
      <span>
        <Link to={`/staff/refunds/${refund.id}`}>{refund.number}</Link> {refund.employerName}
      </span>
      <span>
        {t(refund.reason)}
        {refund.person ? ` · ${refund.person}` : ` · ${t(refund.source)}`}
        {refund.period ? ` · ${format.period(refund.period)}` : ''}
        <span className={style.soft}> {format.instant(refund.appliedAt)}</span>
      </span>
      <span>
        <StatusBadge tone={tones[refund.state]}>{t(refund.state)}</StatusBadge>
        {refund.ownStep ? <span className={style.turn}>{t('yourTurn')}</span> : null}
      </span>
      <span className={style.end}>
        <MoneyText fen={refund.amount} sign />
      </span>
    </li>
  )
}
