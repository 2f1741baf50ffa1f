import { Button } from '@mantine/core'
import type { Policy } from '@shebao/premium'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { ProgressPanel } from '../../../shared/ui/progress-panel.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import type { RulesOfList } from '../personnel/index.ts'
import { messages } from './messages.ts'
import { useWorkbench } from './use-workbench.ts'
import { WorkbenchDesk } from './workbench-desk.tsx'
import { WorkbenchPageDocument } from './workbench.generated.ts'

/** Register, own list and last year side by side: the place where a list is worked on as a whole. */
export function WorkbenchPage() {
  const t = useMessages(messages)
  const { data, error, refetch } = useQuery(WorkbenchPageDocument)
  const inspection = data?.inspection
  const { today, year, policy } = inspection?.personnelRules ?? {}
  // One object while nothing in it changed: the lists are read anew when the rules are others.
  const rules = useMemo<RulesOfList | undefined>(
    () => (today === undefined || year === undefined ? undefined : { today, year, policy: policy as Policy }),
    [today, year, policy],
  )
  const header = (
    <PageHeader
      title={t('title')}
      lead={inspection ? t('lead', { year: String(inspection.year) }) : undefined}
      above={<Link to="/employer/inspection/personnel">{t('backToPersonnel')}</Link>}
      next={
        inspection ? (
          <Button component={Link} to="/employer/inspection/compare" variant="default">
            {t('toCompare')}
          </Button>
        ) : undefined
      }
    />
  )
  if (error && !data) {
    return (
      <>
        {header}
        <Notice tone="refused">{t('failed')}</Notice>
        <Button onClick={() => void refetch()}>{t('retry')}</Button>
      </>
    )
  }
  if (data && !inspection) {
    const next = (
      <Button component={Link} to="/employer/inspection">
        {t('openInspection')}
      </Button>
    )
    return (
      <>
        {header}
        <EmptyState title={t('notOpened')} next={next} />
      </>
    )
  }
  return (
    <>
      {header}
      {inspection && rules ? (
        <OpenWorkbench
          declarationId={inspection.id}
          rules={rules}
          rosterVersion={inspection.comparison.rosterVersion}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  )
}

interface OpenWorkbenchProps {
  declarationId: string
  rules: RulesOfList
  rosterVersion: number
}

function OpenWorkbench({ declarationId, rules, rosterVersion }: OpenWorkbenchProps) {
  const t = useMessages(messages)
  const workbench = useWorkbench(declarationId, rules)
  const { state } = workbench
  if (state.kind === 'loading') return <ProgressPanel title={t('loading')} done={state.people} total={undefined} />
  if (state.kind === 'failed') {
    return (
      <>
        <Notice tone="refused">{t('failed')}</Notice>
        <Button onClick={workbench.reload}>{t('retry')}</Button>
      </>
    )
  }
  if ((state.overview.counts.ALL ?? 0) === 0 && state.overview.undo === undefined) {
    const next = (
      <Button component={Link} to="/employer/inspection/personnel">
        {t('toPersonnel')}
      </Button>
    )
    return <EmptyState title={t('emptyTitle')} next={next} />
  }
  return (
    <WorkbenchDesk declarationId={declarationId} workbench={workbench} open={state} rosterVersion={rosterVersion} />
  )
}
