import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { Link, useParams } from 'react-router'
import { UnsentOutcome } from '../../../shared/drafts/unsent-outcome.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { ChangesSection } from './changes-section.tsx'
import { ClosedNotice } from './closed-notice.tsx'
import { DeclarationBanner } from './declaration-banner.tsx'
import { declarationMessages } from './declaration-messages.ts'
import { DeclarationTimeline } from './declaration-timeline.tsx'
import style from './declaration.module.css'
import { hasClosed, isOfItsOwnMonth } from './month-rules.ts'
import { monthlyKept } from './monthly-kept.ts'
import { MonthlyState, useMonthlyTitle } from '../../../shared/case/monthly-state.tsx'
import { StepButton } from './step-button.tsx'
import { useChangePages, type ChangeFilter } from './use-change-pages.ts'
import { useMonthlyWindow } from './use-monthly-window.ts'

const MonthAsking = later(async () => (await import('../confirmation/index.ts')).MonthAsking)

/** One declaration: where it stands, its changes, and the way to filing it. */
export function DeclarationPage() {
  const t = useMessages(declarationMessages)
  const format = useFormat()
  const titleOf = useMonthlyTitle()
  const { id = '' } = useParams()
  const [filter, setFilter] = useState<ChangeFilter>('ALL')
  const { window, readOnly } = useMonthlyWindow()
  const { declaration, error, fetchMore, renew } = useChangePages(id, filter)
  if (error && !declaration) throw error
  if (!declaration || (!window && !readOnly)) return <Skeleton lines={8} />
  const { editable, state, dueOn, version, unit } = declaration
  const closed = window !== undefined && hasClosed(window, declaration)
  const lead = !editable
    ? t('leadClosed', { unit: unit.unitName })
    : state === 'RETURNED'
      ? t('leadReturned', { version: String(version + 1) })
      : t('leadOpen', { date: format.date(dueOn) })
  return (
    <>
      <PageHeader
        title={titleOf(declaration)}
        above={<Link to="/employer/monthly">{t('toMonths')}</Link>}
        lead={
          <span className={style.lead}>
            <MonthlyState state={state} />
            {closed ? null : <span>{lead}</span>}
          </span>
        }
        {...(editable && !closed
          ? {
              next: (
                <Button component={Link} to={`/employer/monthly/${id}/check`}>
                  {t('check')}
                </Button>
              ),
            }
          : {})}
      />
      <div className={style.page}>
        {editable ? null : <UnsentOutcome declaration={id} what={monthlyKept(declaration)} arrived />}
        {closed ? <ClosedNotice declaration={declaration} open={window.open} renew={renew} /> : null}
        {editable && isOfItsOwnMonth(declaration) && state !== 'RETURNED' ? (
          <Notice tone="info">{t(declaration.filing === 'REVISED' ? 'aboutRevised' : 'aboutSupplementary')}</Notice>
        ) : null}
        <DeclarationBanner declaration={declaration} renew={renew} />
        <ChangesSection
          declaration={declaration}
          rules={window}
          filter={filter}
          onFilter={setFilter}
          fetchMore={fetchMore}
          renew={renew}
        />
        <Suspense fallback={null}>
          <MonthAsking declarationId={id} />
        </Suspense>
        {declaration.events.length > 1 ? <DeclarationTimeline declaration={declaration} /> : null}
        {declaration.actions.includes('CANCEL') ? (
          <div className={style.actions}>
            <StepButton event="CANCEL" declaration={declaration} renew={renew} />
          </div>
        ) : null}
      </div>
    </>
  )
}
