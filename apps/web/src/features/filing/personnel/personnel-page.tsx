import { Button } from '@mantine/core'
import type { Policy } from '@shebao/premium'
import { Suspense, useMemo } from 'react'
import { Link } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import style from './personnel.module.css'
import { PersonnelDesk } from './personnel-desk.tsx'
import { PersonnelPageDocument } from './personnel.generated.ts'
import type { RulesOfList } from './roster-protocol.ts'
import { usePersonnelList } from './use-personnel-list.ts'

const StandingNotes = later(async () => (await import('../note/index.ts')).StandingNotes)

/** The people of this year's declaration: read from a file, typed in, corrected one by one. */
export function PersonnelPage() {
  const t = useMessages(messages)
  const { data, error, refetch } = useQuery(PersonnelPageDocument)
  const inspection = data?.inspection
  const id = inspection?.id
  const asked = inspection?.personnelRules
  const { today, year, policy } = asked ?? {}
  // One object while nothing in it changed: the list is read anew when the rules are others.
  const rules = useMemo<RulesOfList | undefined>(
    () => (today === undefined || year === undefined ? undefined : { today, year, policy: policy as Policy }),
    [today, year, policy],
  )
  const { state, reload, hold } = usePersonnelList(id, rules)
  const header = (
    <PageHeader
      title={t('title')}
      lead={inspection ? t('lead', { year: String(inspection.year) }) : undefined}
      above={<Link to="/employer/inspection">{t('backToInspection')}</Link>}
      next={
        state.kind === 'held' && state.held.rows.length > 0 ? (
          <Button component={Link} to="/employer/inspection/compare" variant="default" className={style.wrap ?? ''}>
            {t('nextCompare')}
          </Button>
        ) : undefined
      }
    />
  )
  if (error || state.kind === 'failed') {
    const retry = () => {
      void refetch()
      void reload()
    }
    return (
      <>
        {header}
        <Notice tone="refused">{t('failedList')}</Notice>
        <Button onClick={retry}>{t('title')}</Button>
      </>
    )
  }
  if (data && !inspection) {
    return (
      <>
        {header}
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
  const isHeld = rules !== undefined && state.kind === 'held'
  return (
    <>
      {header}
      {inspection && inspection.notes.length > 0 ? (
        <Suspense fallback={null}>
          <StandingNotes at="personnel" personnelRevision={inspection.personnelRevision} />
        </Suspense>
      ) : null}
      {inspection && isHeld ? (
        <PersonnelDesk
          declarationId={inspection.id}
          signed={inspection.signedList}
          rosterPeople={inspection.comparison.rosterPeople}
          held={state.held}
          onHold={hold}
          onReload={reload}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  )
}
