import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { Link, useNavigate } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { later } from '../../../shared/lib/later.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { InspectionDocument, OpenInspectionDocument } from './inspection.generated.ts'
import type { InspectionQuery } from './inspection.generated.ts'
import { InspectionBanner } from './inspection-banner.tsx'
import { inspectionKept } from './inspection-kept.ts'
import { InspectionSteps, nextStepPath } from './inspection-steps.tsx'
import { InspectionTimeline } from './inspection-timeline.tsx'
import { isDraftStatus } from './inspection-status.ts'
import style from './inspection-page.module.css'
import { messages } from './messages.ts'

const UnsentOutcome = later(async () => (await import('../../../shared/drafts/unsent-outcome.tsx')).UnsentOutcome)

/** The annual inspection as a list of tasks, with what has happened beside it. */
export function InspectionPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, error } = useQuery(InspectionDocument, {
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { employer, inspection } = data
  const { year } = employer.inspectionWindow
  const title = t('title', { year: String(inspection?.year ?? year) })
  if (!inspection) {
    return (
      <>
        <PageHeader title={title} />
        <StartInspection window={employer.inspectionWindow} />
      </>
    )
  }
  const next = isDraftStatus(inspection.status) ? nextStepPath(inspection.steps) : undefined
  return (
    <>
      <PageHeader
        title={title}
        lead={
          isDraftStatus(inspection.status)
            ? t(inspection.overdue ? 'leadLate' : 'lead', { date: format.date(inspection.dueOn) })
            : employer.name
        }
        {...(next
          ? {
              next: (
                <Button component={Link} to={next}>
                  {t('continue')}
                </Button>
              ),
            }
          : {})}
      />
      {isDraftStatus(inspection.status) ? null : (
        <Suspense>
          <UnsentOutcome declaration={inspection.id} what={inspectionKept(inspection.year)} arrived />
        </Suspense>
      )}
      <InspectionBanner inspection={inspection} />
      <div className={style.columns}>
        <InspectionSteps inspection={inspection} />
        <InspectionTimeline inspection={inspection} />
      </div>
    </>
  )
}

type Window = InspectionQuery['employer']['inspectionWindow']

function StartInspection({ window }: { window: Window }) {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const [open, { loading, data }] = useMutation(OpenInspectionDocument, {
    refetchQueries: [InspectionDocument],
    awaitRefetchQueries: true,
  })
  const outcome = data?.openInspection
  if (outcome?.__typename === 'DeclarationRefused') {
    return outcome.reason === 'WINDOW_CLOSED' ? (
      <EmptyState title={t('notThisYearTitle', { year: String(window.year) })}>
        {t('notThisYearText', { date: format.date(outcome.date ?? window.closesOn) })}
      </EmptyState>
    ) : (
      <EmptyState title={t('notOpenTitle')}>
        {t('notOpenText', { year: String(window.year), date: format.date(outcome.date ?? window.opensOn) })}
      </EmptyState>
    )
  }
  const start = async () => {
    const opened = await open()
    if (opened.data?.openInspection.__typename === 'DeclarationChanged')
      void navigate('/employer/inspection/unit/basics')
  }
  return (
    <EmptyState
      title={t(window.passed ? 'leadLate' : 'lead', { date: format.date(window.closesOn) })}
      next={
        <DutyButton duty="PREPARE" loading={loading} onClick={() => void start()}>
          {t('start')}
        </DutyButton>
      }
    >
      {window.passed ? <p>{t('overdueText')}</p> : null}
      {t('startText')}
    </EmptyState>
  )
}
