import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { ExceptionTable } from './exception-table.tsx'
import { messages } from './messages.ts'
import { OwnExceptionsDocument } from './waiver.generated.ts'

/** What the office approved for the employer. */
export function OwnExceptionsPage() {
  const t = useMessages(messages)
  const { data, error, fetchMore } = useQuery(OwnExceptionsDocument, { fetchPolicy: 'cache-and-network' })
  const items = data?.exceptions.edges.map(({ node }) => node)
  return (
    <>
      <PageHeader title={t('ownTitle')} lead={t('ownLead')} />
      {error && !data ? <Notice tone="refused">{t('failed')}</Notice> : null}
      {!items && !error ? <Skeleton lines={5} /> : null}
      {items?.length === 0 ? <EmptyState title={t('ownEmpty')}>{t('ownEmptyText')}</EmptyState> : null}
      {items && items.length > 0 ? <ExceptionTable items={items} forStaff={false} /> : null}
      <ShowMore page={data?.exceptions.pageInfo} fetchMore={fetchMore} />
    </>
  )
}
