import { useEffect } from 'react'
import { Link } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import type { StatusTone } from '../../../shared/ui/status-badge.tsx'
import { BillingRunsDocument } from './run.generated.ts'
import { RunRowFragmentDoc } from './run-history.generated.ts'
import type { RunRowFragment } from './run-history.generated.ts'
import style from './run.module.css'
import { messages } from './messages.ts'

const tones: Record<RunRowFragment['status'], StatusTone> = { RUNNING: 'waiting', PAUSED: 'warning', DONE: 'done' }

const firstPage = 20
const watchMs = 2_000

/** Every run, newest first; one that is running is followed. */
export function RunHistory() {
  const t = useMessages(messages)
  const { data, error, fetchMore, startPolling, stopPolling } = useQuery(BillingRunsDocument, {
    variables: { after: null },
    fetchPolicy: 'cache-and-network',
  })
  const shown = data?.billingRuns.edges ?? []
  // Asking again would drop the pages that were added.
  const watch = shown.length <= firstPage && shown.some(({ node }) => node.status === 'RUNNING')
  useEffect(() => {
    if (watch) startPolling(watchMs)
    return stopPolling
  }, [watch, startPolling, stopPolling])
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={4} />
  const { edges, pageInfo } = data.billingRuns
  return (
    <section className={style.section} aria-labelledby="billing-history">
      <h2 id="billing-history">{t('history')}</h2>
      {edges.length === 0 ? (
        <EmptyState title={t('noHistory')}>{t('noHistoryText')}</EmptyState>
      ) : (
        <Runs runs={edges.map(({ node }) => node)} />
      )}
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </section>
  )
}

function Runs({ runs }: { runs: readonly ({ id: string } & FragmentType<RunRowFragment>)[] }) {
  const t = useMessages(messages)
  return (
    <PlainTable
      caption={t('history')}
      columns={[
        t('period'),
        t('kind'),
        t('state'),
        { end: t('notices') },
        { end: t('peopleBilled') },
        { end: t('amount') },
        { end: t('problemCount') },
        t('startedAt'),
      ]}
    >
      {runs.map((run) => (
        <Run key={run.id} run={run} />
      ))}
    </PlainTable>
  )
}

function Run({ run: ref }: { run: FragmentType<RunRowFragment> }) {
  const t = useMessages(messages)
  const derive = useDerivation()
  const format = useFormat()
  const run = useOwnFields(RunRowFragmentDoc, ref)
  return (
    <tr>
      <th scope="row">
        <Link to={`/staff/billing?${run.kind === 'MONTHLY' ? `month=${run.period}` : `run=${run.id}`}`}>
          {format.period(run.period)}
        </Link>
      </th>
      <td data-label={t('kind')}>{t(run.kind)}</td>
      <td data-label={t('state')}>
        <StatusBadge tone={tones[run.status]}>{t(run.status)}</StatusBadge>
        {run.status === 'DONE' ? null : (
          <span className="quiet">
            {' '}
            {format.count(run.employersDone)} / {format.count(run.employersTotal)}
          </span>
        )}
      </td>
      <td data-label={t('notices')} data-align="end">
        {format.count(run.noticesIssued)}
      </td>
      <td data-label={t('peopleBilled')} data-align="end">
        {format.count(run.people)}
      </td>
      <td data-label={t('amount')} data-align="end">
        <DerivationPopover fen={run.amount} explanation={derive({ run: run.id }, 'ANEW')} />
      </td>
      <td data-label={t('problemCount')} data-align="end">
        {format.count(run.problemCount)}
      </td>
      <td data-label={t('startedAt')}>{format.instant(run.startedAt)}</td>
    </tr>
  )
}
