import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMonthlyTitle } from '../../../shared/case/monthly-state.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AskedPeople } from './asked-people.tsx'
import { MonthlyConfirmationsDocument } from './confirmations.generated.ts'
import type { ConfirmationState } from './confirmations.generated.ts'
import { pageSize } from './confirmations-page.tsx'
import { messages } from './messages.ts'

/** Who of those that join or get another base in a month confirmed it, who disagrees, and whom nobody reached. */
export function MonthlyConfirmationsPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const titleOf = useMonthlyTitle()
  const { id = '' } = useParams()
  const [state, setState] = useState<ConfirmationState>()
  const { data, previousData, error, fetchMore, refetch } = useQuery(MonthlyConfirmationsDocument, {
    variables: { id, first: pageSize, state: state ?? null },
    fetchPolicy: 'cache-and-network',
  })
  const month = (data ?? previousData)?.monthlyDeclaration
  const header = (next?: React.ReactNode) => (
    <PageHeader
      title={t('title')}
      lead={
        <>
          {month ? `${titleOf(month)} · ` : null}
          {t('leadMonth')}
        </>
      }
      above={<Link to={`/employer/monthly/${id}`}>{t('backMonth')}</Link>}
      next={next}
    />
  )
  if (!month) {
    return (
      <>
        {header()}
        {error ? <Notice tone="refused">{t('failed')}</Notice> : <Skeleton lines={8} />}
      </>
    )
  }
  return (
    <AskedPeople
      list={month}
      slip={t('slipMonth', { period: format.period(month.period) })}
      note={month.editable ? undefined : t('closedMonth')}
      asks={month.editable}
      empty={
        <EmptyState
          title={t('noSigned')}
          next={
            <Button component={Link} to={`/employer/monthly/${id}`}>
              {t('backMonth')}
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
