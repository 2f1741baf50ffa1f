import { Link, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NotFoundPage } from '../../../shared/ui/not-found-page.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { ClerkTable } from './clerk-table.tsx'
import { ClerksDocument, EmployerOfClerksDocument } from './clerks.generated.ts'
import { messages } from './messages.ts'

/** For staff: who acts for an employer. */
export function EmployerClerksPage() {
  const t = useMessages(messages)
  const { id = '' } = useParams()
  const unit = useQuery(EmployerOfClerksDocument, { variables: { id } })
  const { data, error } = useQuery(ClerksDocument, { variables: { employerId: id }, fetchPolicy: 'cache-and-network' })
  if (unit.data && !unit.data.registeredUnit) return <NotFoundPage />
  if ((error && !data) || unit.error) return <Notice tone="refused">{t('loadFailed')}</Notice>
  const name = unit.data?.registeredUnit?.name
  return (
    <>
      <PageHeader
        title={name ? `${name} · ${t('title')}` : t('title')}
        lead={t('leadStaff')}
        above={<Link to={`/staff/employers/${id}`}>{t('back')}</Link>}
      />
      {!data ? <Skeleton lines={4} /> : null}
      {data?.clerks.length === 0 ? <EmptyState title={t('none')} /> : null}
      {data && data.clerks.length > 0 ? <ClerkTable clerks={data.clerks} /> : null}
    </>
  )
}
