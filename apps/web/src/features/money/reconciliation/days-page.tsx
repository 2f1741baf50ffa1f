import { Button } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { holdsAny, taxDesk } from '../../../shared/lib/staff-role.ts'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BringFiles } from './bring-files.tsx'
import { DaysTable } from './days-table.tsx'
import { messages } from './messages.ts'
import { ReconciliationDaysDocument } from './reconciliation.generated.ts'

/** Every day of the office's account, newest first, and the place to bring files. */
export function DaysPage() {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const openOnly = params.get('open') === '1'
  const mayWork = holdsAny(useViewer().roles, taxDesk)
  const { data, error, refetch, fetchMore } = useQuery(ReconciliationDaysDocument, {
    variables: { openOnly, after: null },
    fetchPolicy: 'cache-and-network',
  })
  const page = data?.reconciliationDays
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {mayWork ? <BringFiles onTaken={refetch} /> : null}
      <ChoiceLinks
        label={t('filter')}
        chosen={openOnly ? 'open' : 'all'}
        options={[
          { id: 'all', to: '/staff/reconciliation', text: t('filterAll') },
          { id: 'open', to: '/staff/reconciliation?open=1', text: t('filterOpen') },
        ]}
      />
      {error && !data ? (
        <Notice tone="refused">
          {t('loadFailed')}{' '}
          <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Notice>
      ) : null}
      {!page && !error ? <Skeleton lines={8} /> : null}
      {page?.edges.length === 0 ? (
        openOnly ? (
          <NothingFound title={t('emptyOpenTitle')} clear="/staff/reconciliation" />
        ) : (
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        )
      ) : null}
      {page && page.edges.length > 0 ? <DaysTable days={page.edges.map(({ node }) => node)} /> : null}
      <ShowMore page={page?.pageInfo} fetchMore={fetchMore} />
    </>
  )
}
