import { useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { joinPages } from '../../../shared/lib/join-pages.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { DoneNotice } from '../../../shared/case/done-notice.tsx'
import { messages } from './messages.ts'
import { ReviewCountsDocument, ReviewQueueDocument } from './queue.generated.ts'
import type { ReviewCountsQuery, ReviewQueueFilter } from './queue.generated.ts'
import { QueueTable } from './queue-table.tsx'
import style from './queue-page.module.css'

const filters = ['DUE', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'FILED', 'OVERDUE'] as const
type Filter = (typeof filters)[number]

/** Declarations as they wait, most urgent first. The filter stands in the address. */
export function QueuePage() {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const status = filters.find((filter) => filter === params.get('status')) ?? 'DUE'
  return (
    <>
      <PageHeader title={t('queueTitle')} lead={t('queueLead')} />
      <DoneNotice />
      <div className={style.queueTools}>
        <Filters status={status} />
      </div>
      <Queue key={status} status={status} />
    </>
  )
}

function Filters({ status }: { status: Filter }) {
  const t = useMessages(messages)
  const { data } = useQuery(ReviewCountsDocument, { fetchPolicy: 'cache-and-network' })
  const counts = data?.reviewCounts
  return (
    <ChoiceLinks
      label={t('state')}
      chosen={status}
      options={filters.map((filter) => ({
        id: filter,
        to: filter === 'DUE' ? '/staff/declarations' : `/staff/declarations?status=${filter}`,
        text: t(`filter${filter}`),
        count: counts ? countOf(counts, filter) : '',
      }))}
    />
  )
}

function countOf(counts: ReviewCountsQuery['reviewCounts'], filter: Filter): number {
  const names = {
    DUE: 'due',
    SUBMITTED: 'submitted',
    UNDER_REVIEW: 'underReview',
    RETURNED: 'returned',
    APPROVED: 'approved',
    FILED: 'filed',
    OVERDUE: 'overdue',
  } as const
  return counts[names[filter]]
}

function Queue({ status }: { status: ReviewQueueFilter }) {
  const t = useMessages(messages)
  const variables = {
    status,
    sort: status === 'FILED' ? 'NEWEST_FIRST' : 'OLDEST_FIRST',
    after: null,
  } as const
  const { data, error, refetch, fetchMore } = useQuery(ReviewQueueDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) {
    return (
      <Notice tone="refused">
        {t('loadFailed')}{' '}
        <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      </Notice>
    )
  }
  if (!data) return <Skeleton lines={8} />
  const { edges, pageInfo } = data.reviewQueue
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: joinPages,
    })
  return (
    <section aria-label={t(`filter${status === 'OPEN' ? 'DUE' : status}`)}>
      {edges.length === 0 ? (
        status === 'DUE' ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyDue')}</EmptyState>
        ) : (
          <NothingFound title={t('emptyTitle')} clear="/staff/declarations" />
        )
      ) : (
        <QueueTable items={edges.map(({ node }) => node)} />
      )}
      {pageInfo.hasNextPage ? (
        <Button variant="default" onClick={() => void more()}>
          {t('more')}
        </Button>
      ) : null}
    </section>
  )
}
