import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { BillingRunProblemsDocument, RetryBillingProblemsDocument } from './run.generated.ts'
import type { BillingRunProblemsQuery } from './run.generated.ts'
import { RunProblemsFragmentDoc } from './run-problems.generated.ts'
import type { RunProblemsFragment } from './run-problems.generated.ts'
import style from './run.module.css'
import { mayRun } from './may-run.ts'
import { messages } from './messages.ts'
import { useProblemWords } from './use-problem-words.ts'

type Problem = BillingRunProblemsQuery['billingRun']['problems']['edges'][number]['node']

interface RunProblemsProps {
  run: FragmentType<RunProblemsFragment>
  onChanged: () => void
}

/** Who could not be billed: why, what to do, and once it is done, again. */
export function RunProblems({ run: ref, onChanged }: RunProblemsProps) {
  const run = useOwnFields(RunProblemsFragmentDoc, ref)
  const t = useMessages(messages)
  const viewer = useViewer()
  const { data, error, refetch, fetchMore } = useQuery(BillingRunProblemsDocument, {
    variables: { id: run.id, after: null },
    fetchPolicy: 'cache-and-network',
  })
  const [retry, { loading }] = useMutation(RetryBillingProblemsDocument)
  const [failed, setFailed] = useState(false)
  const [stale, setStale] = useState<StaleDecisionFragment>()
  // The run changes the list while it works.
  useEffect(() => void refetch(), [refetch, run.status, run.problemCount])
  const press = async (employerId: string | null) => {
    setFailed(false)
    try {
      const { data: answer } = await retry({ variables: { id: run.id, decidedOn: run.mark, employerId } })
      const outcome = answer?.retryBillingProblems
      setStale(outcome?.__typename === 'StaleDecision' ? outcome : undefined)
      if (outcome?.__typename === 'StaleDecision') return
      await refetch()
      onChanged()
    } catch {
      setFailed(true)
    }
  }
  if (error && !data) return <Notice tone="refused">{t('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={4} />
  const { edges, pageInfo } = data.billingRun.problems
  const mayRetry = mayRun(viewer.roles)
  return (
    <section className={style.section} aria-labelledby="billing-problems">
      <div className={style.head}>
        <h2 id="billing-problems">{t('problems')}</h2>
        {mayRetry ? (
          <Button variant="default" loading={loading} onClick={() => void press(null)}>
            {t('retryAll')}
          </Button>
        ) : null}
      </div>
      <p>{t('problemsLead', { count: run.problemCount })}</p>
      {stale ? (
        <StaleNotice
          stale={stale}
          onShow={async () => {
            setStale(undefined)
            onChanged()
            await refetch()
          }}
        />
      ) : null}
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      <ProblemTable
        problems={edges.map(({ node }) => node)}
        onRetry={mayRetry ? (employerId) => void press(employerId) : undefined}
      />
      <ShowMore page={pageInfo} fetchMore={fetchMore} />
    </section>
  )
}

interface ProblemTableProps {
  problems: readonly Problem[]
  onRetry: ((employerId: string) => void) | undefined
}

function ProblemTable({ problems, onRetry }: ProblemTableProps) {
  const t = useMessages(messages)
  const wordsOf = useProblemWords()
  return (
    <PlainTable caption={t('problems')} columns={[t('unit'), t('reason'), t('toDo'), t('action')]}>
      {problems.map((problem) => {
        const words = wordsOf(problem)
        return (
          <tr key={problem.employerId}>
            <th scope="row">
              <Link to={`/staff/employers/${problem.employerId}`}>{problem.employerName}</Link>
              <span className="sub">{problem.registrationNo}</span>
            </th>
            <td data-label={t('reason')}>{words.reason}</td>
            <td data-label={t('toDo')}>{words.toDo}</td>
            <td data-label={t('action')}>
              {problem.retry ? (
                t('waiting')
              ) : onRetry ? (
                <Button
                  className={style.once}
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t('retryOne')}: ${problem.employerName}`}
                  onClick={() => onRetry(problem.employerId)}
                >
                  {t('retryOne')}
                </Button>
              ) : (
                '—'
              )}
            </td>
          </tr>
        )
      })}
    </PlainTable>
  )
}
