import { Button } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BillingRunDocument, BillingRunOutlookDocument } from './run.generated.ts'
import { messages } from './messages.ts'
import { Outlook } from './outlook.tsx'
import { RunHistory } from './run-history.tsx'
import { RunProblems } from './run-problems.tsx'
import { RunState } from './run-state.tsx'
import { shiftMonth } from './shift-month.ts'

const watchMs = 1_000

/** A month's billing: what it would do, how far it is, how it ended. The month stands in the address. */
export function BillingRunPage() {
  const t = useMessages(messages)
  const [params] = useSearchParams()
  const asked = params.get('month')
  const runId = params.get('run')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {runId === null ? null : <OneRun key={runId} id={runId} />}
      <Month key={asked ?? ''} asked={/^\d{4}-(0[1-9]|1[0-2])$/.test(asked ?? '') ? asked : null} />
    </>
  )
}

/** A run that belongs to no month of its own, as that of a difference does. */
function OneRun({ id }: { id: string }) {
  const t = useMessages(messages)
  const { data, error, refetch, startPolling, stopPolling } = useQuery(BillingRunDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={4} />
  const run = data.billingRun
  return (
    <>
      <RunState
        run={run}
        onWatch={(running) => (running ? startPolling(watchMs) : stopPolling())}
        onChanged={() => void refetch()}
      />
      {run.problemCount > 0 ? <RunProblems run={run} onChanged={() => void refetch()} /> : null}
    </>
  )
}

function Month({ asked }: { asked: string | null }) {
  const t = useMessages(messages)
  // The office's own current month, which the month chooser turns around.
  const current = useQuery(BillingRunOutlookDocument, { variables: { period: null } })
  const { data, error, refetch, startPolling, stopPolling } = useQuery(BillingRunOutlookDocument, {
    variables: { period: asked },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) {
    return (
      <Notice tone="refused">
        {t('loadFailed')}{' '}
        <Button size="compact-sm" variant="subtle" onClick={() => void refetch()}>
          {t('retryLoad')}
        </Button>
      </Notice>
    )
  }
  if (!data) return <Skeleton lines={8} />
  const outlook = data.billingRunOutlook
  const { run } = outlook
  return (
    <>
      <Months current={current.data?.billingRunOutlook.period ?? outlook.period} shown={outlook.period} />
      {run ? (
        <RunState
          run={run}
          onWatch={(running) => (running ? startPolling(watchMs) : stopPolling())}
          onChanged={() => void refetch()}
        />
      ) : (
        <Outlook outlook={outlook} onStarted={() => void refetch()} />
      )}
      {run && run.problemCount > 0 ? <RunProblems run={run} onChanged={() => void refetch()} /> : null}
      <RunHistory key={run?.status ?? 'none'} />
    </>
  )
}

/** Last month, this one, the next. */
function Months({ current, shown }: { current: string; shown: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const months = [...new Set([shiftMonth(current, -1), current, shiftMonth(current, 1), shown])].toSorted()
  return (
    <ChoiceLinks
      label={t('months')}
      chosen={shown}
      options={months.map((month) => ({
        id: month,
        to: month === current ? '/staff/billing' : `/staff/billing?month=${month}`,
        text: format.period(month),
      }))}
    />
  )
}
