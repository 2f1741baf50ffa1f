import { Button } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { DoneNotice } from '../../../shared/case/done-notice.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { messages } from './queue-messages.ts'
import { ReviewCountsDocument } from './next-case.generated.ts'
import type { ReviewCountsQuery } from './next-case.generated.ts'
import { ReviewQueueDocument } from './queue.generated.ts'
import { QueueTable } from './queue-table.tsx'
import style from './queue-page.module.css'

const filters = ['DUE', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'FILED', 'OVERDUE'] as const
type Filter = (typeof filters)[number]
const kinds = ['ALL', 'ANNUAL_INSPECTION', 'MONTHLY'] as const
type Kind = (typeof kinds)[number]

/** Declarations as they wait, most urgent first. The filter stands in the address. */
export function QueuePage() {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const status = filters.find((filter) => filter === params.get('status')) ?? 'DUE'
  const kind = kinds.find((name) => name === params.get('kind')) ?? 'ALL'
  return (
    <>
      <PageHeader title={t('queueTitle')} lead={t('queueLead')} />
      <DoneNotice />
      <div className={style.queueTools}>
        <Filters status={status} kind={kind} />
        <Kinds status={status} kind={kind} />
      </div>
      <Queue key={`${status} ${kind}`} status={status} kind={kind} />
    </>
  )
}

/** One kind of declaration, or both. The state that is looked at stays. */
function Kinds({ status, kind }: { status: Filter; kind: Kind }) {
  const t = useMessages(messages)
  return (
    <ChoiceLinks
      label={t('kind')}
      chosen={kind}
      options={kinds.map((id) => ({ id, to: addressOf(status, id), text: t(`kind${id}`) }))}
    />
  )
}

function addressOf(status: Filter, kind: Kind): string {
  const params = new URLSearchParams({
    ...(status === 'DUE' ? {} : { status }),
    ...(kind === 'ALL' ? {} : { kind }),
  })
  return params.size === 0 ? '/staff/declarations' : `/staff/declarations?${params}`
}

const asked = (kind: Kind) => (kind === 'ALL' ? null : kind)

function Filters({ status, kind }: { status: Filter; kind: Kind }) {
  const t = useMessages(messages)
  const { data } = useQuery(ReviewCountsDocument, {
    variables: { kind: asked(kind) },
    fetchPolicy: 'cache-and-network',
  })
  const counts = data?.reviewCounts
  return (
    <ChoiceLinks
      label={t('state')}
      chosen={status}
      options={filters.map((filter) => ({
        id: filter,
        to: addressOf(filter, kind),
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

function Queue({ status, kind }: { status: Filter; kind: Kind }) {
  const t = useMessages(messages)
  const variables = {
    status,
    kind: asked(kind),
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
  return (
    <section aria-label={t(`filter${status}`)}>
      {edges.length === 0 ? (
        status === 'DUE' ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyDue')}</EmptyState>
        ) : (
          <NothingFound title={t('emptyTitle')} clear="/staff/declarations" />
        )
      ) : (
        <QueueTable items={edges.map(({ node }) => node)} />
      )}
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </section>
  )
}
