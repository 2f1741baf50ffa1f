import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { SelectionForm } from './selection-form.tsx'
import { selectionOf } from './selection.ts'
import type { Outlook, Selection } from './selection.ts'
import { StatisticOutlookDocument } from './statistics.generated.ts'

const parts = [
  ['figures', '/staff/statistics'],
  ['ages', '/staff/statistics/ages'],
  ['people', '/staff/statistics/people'],
  ['rules', '/staff/statistics/rules'],
] as const
export type Part = (typeof parts)[number][0]

interface StatisticsFrameProps {
  part: Part
  /** So many months unless others are chosen. */
  usualMonths?: number
  /** Months alone: what is counted knows no insurance, industry or district. */
  monthsOnly?: boolean
  children: (of: Selection, outlook: Outlook) => ReactNode
}

/** The four parts of the statistics, which keep what is chosen as one goes from one to the other. */
export function StatisticsFrame({ part, usualMonths, monthsOnly = false, children }: StatisticsFrameProps) {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const { data, error, refetch } = useQuery(StatisticOutlookDocument, { fetchPolicy: 'cache-and-network' })
  const outlook = data?.statisticOutlook
  const selection = outlook ? selectionOf(params, outlook, usualMonths) : undefined
  return (
    <>
      <PageHeader title={t('title')} />
      {error && !data ? <Failed again={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton lines={10} /> : null}
      {data && !outlook ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      {outlook && selection ? (
        <>
          <ChoiceLinks
            label={t('parts')}
            chosen={part}
            options={parts.map(([id, path]) => ({ id, text: t(id), to: `${path}?${params}` }))}
          />
          <SelectionForm outlook={outlook} selection={selection} monthsOnly={monthsOnly} />
          {children(selection, outlook)}
        </>
      ) : null}
    </>
  )
}

export function Failed({ again }: { again: () => void }) {
  const t = useMessages(messages)
  return (
    <Notice tone="refused">
      {t('failed')}{' '}
      <Button size="compact-sm" variant="subtle" onClick={again}>
        {t('retry')}
      </Button>
    </Notice>
  )
}
