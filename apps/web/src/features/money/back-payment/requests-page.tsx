import { Button } from '@mantine/core'
import { Link, useLocation } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { RequestList } from '../../../shared/ui/request-list.tsx'
import { EmployerBackPaymentsDocument } from './back-payment.generated.ts'
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
      <RequestList
        page={page}
        empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        card={(request) => (
          <>
            <RequestFacts request={request}>
              <IssuedNotices request={request} />
              <span className="quiet">
                {request.number} · {format.instant(request.appliedAt)}
              </span>
            </RequestFacts>
            <RequestTimeline request={request} />
          </>
        )}
        fetchMore={fetchMore}
      />
    </>
  )
}
