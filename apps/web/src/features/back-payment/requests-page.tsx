import { useQuery } from '@apollo/client/react'
import { Button } from '@mantine/core'
import { Link, useLocation } from 'react-router'
import { useMessages } from '../../shared/lib/language-context.tsx'
import { useFormat } from '../../shared/lib/use-format.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { PageHeader } from '../../shared/ui/page-header.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { EmployerBackPaymentsDocument } from './back-payment.generated.ts'
import style from './back-payment.module.css'
import { messages } from './messages.ts'
import { IssuedNotices, RequestFacts, RequestTimeline } from './request-card.tsx'

/** The employer's back payments, each with where it stands and its notices. */
export function RequestsPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, error, fetchMore } = useQuery(EmployerBackPaymentsDocument, { fetchPolicy: 'cache-and-network' })
  const state: unknown = useLocation().state
  if (error && !data) throw error
  const page = data?.employer.backPayments
  const apply = (
    <Button component={Link} to="/employer/back-payments/new">
      {t('apply')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} next={apply} />
      {typeof state === 'object' && state !== null && 'number' in state && 'route' in state ? (
        <Notice tone="done">
          {t(state.route === 'ONLINE' ? 'submittedOnline' : 'submittedReview', { number: String(state.number) })}
        </Notice>
      ) : null}
      {!page ? <Skeleton lines={8} /> : null}
      {page?.edges.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      <ul className={style.list}>
        {page?.edges.map(({ node }) => (
          <li key={node.id} className={style.card} aria-label={node.number}>
            <RequestFacts request={node}>
              <IssuedNotices request={node} />
              <span className={style.soft}>
                {node.number} · {format.instant(node.appliedAt)}
              </span>
            </RequestFacts>
            <RequestTimeline request={node} />
          </li>
        ))}
      </ul>
      {page?.pageInfo.hasNextPage ? (
        <Button
          variant="default"
          onClick={() =>
            void fetchMore({
              variables: { after: page.pageInfo.endCursor },
              updateQuery: (before, { fetchMoreResult: { employer } }) => ({
                employer: {
                  ...before.employer,
                  backPayments: {
                    ...employer.backPayments,
                    edges: [...before.employer.backPayments.edges, ...employer.backPayments.edges],
                  },
                },
              }),
            })
          }
        >
          {t('earlier')}
        </Button>
      ) : null}
    </>
  )
}
