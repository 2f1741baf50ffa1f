import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { joinPages } from '../../../shared/lib/join-pages.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { holdsAny, taxDesk } from '../../../shared/lib/staff-role.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { NothingFound } from '../../../shared/ui/nothing-found.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BulkSteps } from './bulk-steps.tsx'
import { messages } from './messages.ts'
import { UndeclaredTable } from './undeclared-table.tsx'
import { UndeclaredEmployersDocument } from './undeclared.generated.ts'
import style from './undeclared.module.css'
import type { Month, Said } from './undeclared.ts'

const states = ['OPEN', 'DEEMED'] as const

/** The employers that are missing, and what can be done about those that are chosen. */
export function UndeclaredList({ month, onSaid }: { month: Month; onSaid: Said }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { roles } = useViewer()
  const acts = holdsAny(roles, taxDesk)
  const [params] = useSearchParams()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const variables = {
    period: month.period,
    text: params.get('text'),
    industry: params.get('industry'),
    state: states.find((one) => one === params.get('state')) ?? null,
  }
  const { data, error, refetch, fetchMore } = useQuery(UndeclaredEmployersDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
    skip: !month.monthlySelf,
  })
  if (!month.monthlySelf) return <EmptyState title={t('emptyCarried')}>{t('emptyCarriedText')}</EmptyState>
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
  if (!data) return <Skeleton lines={10} />
  const { edges, pageInfo } = data.undeclaredEmployers
  if (edges.length === 0) {
    return variables.text || variables.industry || variables.state ? (
      <NothingFound title={t('nobody')} clear={`?period=${month.period}`}>
        {t('nobodyText')}
      </NothingFound>
    ) : (
      <EmptyState title={t('emptyAll', { period: format.period(month.period) })}>{t('emptyAllText')}</EmptyState>
    )
  }
  const employers = edges.map(({ node }) => node)
  const done: Said = (said) => {
    setChosen(new Set())
    onSaid(said)
    void refetch()
  }
  return (
    <section className={style.list} aria-label={t('title')}>
      {acts ? (
        <BulkSteps
          month={month}
          employers={employers}
          chosen={employers.filter(({ id }) => chosen.has(id))}
          onChoose={(ids) => setChosen(new Set(ids))}
          onSaid={done}
        />
      ) : null}
      <UndeclaredTable
        month={month}
        employers={employers}
        {...(acts ? { chosen, onChoose: (ids) => setChosen(new Set(ids)), onSaid: done } : {})}
      />
      {pageInfo.hasNextPage ? (
        <Button
          variant="default"
          onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: joinPages })}
        >
          {t('more')}
        </Button>
      ) : null}
    </section>
  )
}
