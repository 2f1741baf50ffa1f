import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AskedPeople } from './asked-people.tsx'
import { ConfirmationsDocument } from './confirmations.generated.ts'
import type { ConfirmationState } from './confirmations.generated.ts'
import { messages } from './messages.ts'

export const pageSize = 50

/** Who of the open list confirmed their own row, who disagrees, and whom nobody reached. */
export function ConfirmationsPage() {
  const t = useMessages(messages)
  const [state, setState] = useState<ConfirmationState>()
  const { data, previousData, error, fetchMore, refetch } = useQuery(ConfirmationsDocument, {
    variables: { first: pageSize, state: state ?? null },
    fetchPolicy: 'cache-and-network',
  })
  const inspection = (data ?? previousData)?.inspection
  const header = (next?: React.ReactNode) => (
    <PageHeader
      title={t('title')}
      lead={t('lead')}
      above={<Link to="/employer/inspection/personnel">{t('back')}</Link>}
      next={next}
    />
  )
  if (error && !inspection) {
    return (
      <>
        {header()}
        <Notice tone="refused">{t('failed')}</Notice>
      </>
    )
  }
  if (inspection === undefined) {
    return (
      <>
        {header()}
        <Skeleton lines={8} />
      </>
    )
  }
  if (inspection === null) {
    return (
      <>
        {header()}
        <EmptyState
          title={t('notOpened')}
          next={
            <Button component={Link} to="/employer/inspection">
              {t('openInspection')}
            </Button>
          }
        />
      </>
    )
  }
  return (
    <AskedPeople
      list={inspection}
      slip={t('slipText', { year: String(inspection.year) })}
      note={inspection.signedList ? t('signedAlready') : undefined}
      asks
      empty={
        <EmptyState
          title={t('noPeople')}
          next={
            <Button component={Link} to="/employer/inspection/personnel">
              {t('toList')}
            </Button>
          }
        />
      }
      state={state}
      onState={setState}
      header={header}
      onChanged={() => void refetch()}
      fetchMore={fetchMore}
    />
  )
}
