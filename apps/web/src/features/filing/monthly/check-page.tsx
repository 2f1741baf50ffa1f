import { Link, Navigate, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { UnsentOutcome } from '../../../shared/drafts/unsent-outcome.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { CheckIssues } from './check-issues.tsx'
import { CheckMoney } from './check-money.tsx'
import { CheckPeople } from './check-people.tsx'
import { ClosedNotice } from './closed-notice.tsx'
import { declarationMessages } from './declaration-messages.ts'
import style from './declaration.module.css'
import { filingMessages } from './filing-messages.ts'
import { MonthlyBillDocument, MonthlyCheckDocument, type MonthlyCheckQuery } from './declaration.generated.ts'
import { hasClosed } from './month-rules.ts'
import { monthlyKept } from './monthly-kept.ts'
import { useMonthlyTitle } from '../../../shared/case/monthly-state.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import { ReturnNotes } from './return-notes.tsx'
import { SubmitForm } from './submit-form.tsx'
import { useMonthlyWindow } from './use-monthly-window.ts'

/** The last look: what is still wrong, who changes how, what it costs, what follows, and the promise that files it. */
export function CheckPage() {
  const t = useMessages(filingMessages)
  const words = useMessages(declarationMessages)
  const titleOf = useMonthlyTitle()
  const { id = '' } = useParams()
  const { window, readOnly } = useMonthlyWindow()
  const { data, error, refetch, fetchMore } = useQuery(MonthlyCheckDocument, {
    variables: { id },
    fetchPolicy: 'network-only',
  })
  const bill = useQuery(MonthlyBillDocument, {
    variables: { id },
    fetchPolicy: 'network-only',
    skip: !data || data.monthlyDeclaration.judgement.errors > 0,
  })
  if (error && !data) throw error
  if (!data || (!window && !readOnly)) return <Skeleton lines={8} />
  const { monthlyDeclaration: declaration } = data
  if (!declaration.editable) return <Navigate to={`/employer/monthly/${id}`} replace />
  const { judgement, changes, counts, notes } = declaration
  const closed = window !== undefined && hasClosed(window, declaration)
  const renew = () => Promise.all([refetch(), bill.refetch()]).catch(() => undefined)
  const empty = counts.changes === 0
  const files = !closed && judgement.errors === 0 && (!empty || window?.monthlySelf === true)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { name: titleOf(declaration) })}
        above={<Link to={`/employer/monthly/${id}`}>{titleOf(declaration)}</Link>}
      />
      <div className={style.page}>
        {files ? null : <UnsentOutcome declaration={id} what={monthlyKept(declaration)} arrived={false} />}
        {closed ? <ClosedNotice declaration={declaration} open={window.open} renew={renew} /> : null}
        {notes.length > 0 ? (
          <ReturnNotes declaration={declaration} at={`/employer/monthly/${id}`} renew={renew} />
        ) : null}
        {empty ? (
          <Notice tone="info">{t(window?.monthlySelf === true ? 'emptySelf' : 'emptyCarry')}</Notice>
        ) : judgement.errors === 0 ? (
          <Notice tone="done">{t('complete')}</Notice>
        ) : null}
        <CheckIssues declaration={declaration} />
        {empty ? null : (
          <CheckPeople
            rows={changes.edges.map(({ node }) => node)}
            unchanged={bill.data?.monthlyDeclaration.preview?.unchanged}
          >
            <ShowMore page={changes.pageInfo} fetchMore={fetchMore}>
              {words('more')}
            </ShowMore>
          </CheckPeople>
        )}
        {empty && !files ? null : (
          <CheckMoney
            complete={judgement.errors === 0}
            preview={bill.data?.monthlyDeclaration.preview}
            failed={bill.error !== undefined}
            onRetry={() => void bill.refetch().catch(() => undefined)}
          />
        )}
        {files ? <Duties judgement={judgement} /> : null}
        {files ? <SubmitForm declaration={declaration} renew={renew} /> : null}
      </div>
    </>
  )
}

type Judgement = MonthlyCheckQuery['monthlyDeclaration']['judgement']

/** What is left to do once it is filed. */
function Duties({ judgement: { duties, lateRegistrations } }: { judgement: Judgement }) {
  const t = useMessages(filingMessages)
  const format = useFormat()
  return (
    <section aria-labelledby="duties" className={style.section}>
      <h2 id="duties">{t('duties')}</h2>
      <ul className={style.list}>
        {duties.map(({ dueOn, people }) => (
          <li key={dueOn}>{t('duty', { date: format.date(dueOn), people })}</li>
        ))}
        {lateRegistrations > 0 ? <li>{t('lateCount', { count: lateRegistrations })}</li> : null}
        <li>{t('payOn')}</li>
      </ul>
    </section>
  )
}
