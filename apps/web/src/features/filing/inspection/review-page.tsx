import type { Issue, UnitDraft } from '@shebao/declaration-rules'
import { Link, Navigate } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { UnsentOutcome } from '../../../shared/drafts/unsent-outcome.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { NoteList } from '../note/index.ts'
import { CheckAnswers } from './check-answers.tsx'
import { CheckBill } from './check-bill.tsx'
import { CheckPeople } from './check-people.tsx'
import { CheckSettled } from './check-settled.tsx'
import { UnitFormDocument } from './inspection.generated.ts'
import { inspectionKept } from './inspection-kept.ts'
import { isDraftStatus } from './inspection-status.ts'
import sheet from './inspection.module.css'
import { IssueGroups } from './issue-groups.tsx'
import { messages } from './later-messages.ts'
import { SubmitForm } from './submit-form.tsx'
import { fromServer } from './unit-issues.ts'

/**
 * The last look: what is still missing, every answer with the way to change it, who joins, stops or changes, how differences were
 * settled, what it will cost, what the rules warn of, and then the button that submits.
 */
export function ReviewPage() {
  const t = useMessages(messages)
  const { data, error } = useQuery(UnitFormDocument, { fetchPolicy: 'network-only' })
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { inspection } = data
  if (!inspection || !isDraftStatus(inspection.status)) return <Navigate to="/employer/inspection" replace />
  const issues = inspection.issues.map(fromServer)
  const errors = issues.filter(({ severity }) => severity === 'error')
  const warnings = issues.filter(({ severity }) => severity === 'warning')
  const unit = inspection.unitForm as UnitDraft
  return (
    <>
      <PageHeader
        title={t('reviewTitle')}
        lead={t('reviewLead')}
        above={<Link to="/employer/inspection">{t('toInspection')}</Link>}
      />
      <NoteList declaration={inspection} />
      {inspection.overdue ? (
        <div className={sheet.notice}>
          <Notice tone="warning">{t('overdueText')}</Notice>
        </div>
      ) : null}
      {errors.length > 0 ? (
        <UnsentOutcome declaration={inspection.id} what={inspectionKept(inspection.year)} arrived={false} />
      ) : null}
      {errors.length === 0 ? (
        <Notice tone="done">{t('allComplete')}</Notice>
      ) : (
        <IssueList
          title={t('notComplete', { count: inspection.errorCount })}
          issues={errors}
          total={inspection.errorCount}
        />
      )}
      <CheckAnswers draft={unit} />
      <CheckPeople />
      <CheckSettled />
      <CheckBill complete={errors.length === 0} />
      {warnings.length > 0 ? (
        <IssueList title={t('warningsTitle', { count: warnings.length })} issues={warnings} total={warnings.length} />
      ) : null}
      {errors.length === 0 ? (
        <SubmitForm inspection={inspection} suggestedSigner={unit.legalRepresentativeName ?? ''} />
      ) : null}
    </>
  )
}

function IssueList({ title, issues, total }: { title: string; issues: readonly Issue[]; total: number }) {
  return (
    <section className={sheet.section}>
      <h2>{title}</h2>
      <IssueGroups issues={issues} total={total} />
    </section>
  )
}
