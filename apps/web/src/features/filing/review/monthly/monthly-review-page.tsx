import { Suspense } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useQuery } from '../../../../shared/data/hooks.tsx'
import { DoneNotice } from '../../../../shared/case/done-notice.tsx'
import { MonthlyState, useMonthlyTitle } from '../../../../shared/case/monthly-state.tsx'
import { useWorkTrail, workHome } from '../../../../shared/case/work-trail.ts'
import { useMessages } from '../../../../shared/lib/language-context.tsx'
import { later } from '../../../../shared/lib/later.ts'
import { useFormat } from '../../../../shared/lib/use-format.ts'
import { useViewer } from '../../../../shared/lib/viewer-context.tsx'
import { caseworkers, holdsAny } from '../../../../shared/lib/staff-role.ts'
import { Choices } from '../../../../shared/ui/choices.tsx'
import { Notice } from '../../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../../shared/ui/skeleton.tsx'
import { messages } from '../queue-messages.ts'
import { ReviewKeys } from '../review-keys.tsx'
import { reviewMessages } from '../review-messages.ts'
import style from '../review-page.module.css'
import { useHold } from '../use-hold.ts'
import { useNotes } from '../use-notes.ts'
import { BillDifference } from './bill-difference.tsx'
import { ChangesView } from './changes-view.tsx'
import { monthlyReviewMessages } from './messages.ts'
import { MonthlyFoot } from './monthly-foot.tsx'
import { MonthlyReviewDocument } from './monthly-review.generated.ts'
import type { MonthlyReview } from './monthly-review.ts'
import { Remarks } from './remarks.tsx'

const ConfirmedSignatures = later(async () => (await import('../../confirmation/index.ts')).ConfirmedSignatures)
const MonthlyHistory = later(async () => (await import('./monthly-history.tsx')).MonthlyHistory)

/** One monthly declaration that was handed in: who changes and how, what it costs, and what staff decide about it. */
export function MonthlyReviewPage() {
  const { id = '' } = useParams()
  const common = useMessages(messages)
  const { data, error, refetch } = useQuery(MonthlyReviewDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{common('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={10} />
  const { monthlyDeclaration: review } = data
  return <ReviewOf key={`${id} ${review.version}`} review={review} onChanged={refetch} />
}

const tabs = ['changes', 'bill', 'history'] as const
type Tab = (typeof tabs)[number]

function ReviewOf({ review, onChanged }: { review: MonthlyReview; onChanged: () => Promise<unknown> }) {
  const t = useMessages(monthlyReviewMessages)
  const shared = useMessages(reviewMessages)
  const viewer = useViewer()
  const [params, setParams] = useSearchParams()
  const tab = tabs.find((name) => name === params.get('tab')) ?? 'changes'
  const row = Number(params.get('row'))
  const { notes, setNote, clear } = useNotes(review.id, review.version)
  const mayReveal = holdsAny(viewer.roles, caseworkers)
  const open = review.state === 'SUBMITTED' || review.state === 'UNDER_REVIEW'
  const hold = useHold(review.id, open && mayReveal)
  const labels = {
    changes: t('tabChanges', { count: review.counts.changes }),
    bill: t('tabBill'),
    history: t('tabHistory'),
  }
  const go = (id: Tab) => setParams(id === 'changes' ? {} : { tab: id }, { replace: true, preventScrollReset: true })
  return (
    <>
      <Head review={review} />
      <DoneNotice />
      <Standing review={review} held={hold && !hold.mine ? hold : undefined} />
      <Remarks review={review} />
      <div className={style.tabs}>
        <Choices
          label={shared('views')}
          chosen={tab}
          options={tabs.map((id) => ({ id, text: labels[id] }))}
          onChoose={go}
        />
      </div>
      {tab === 'changes' ? (
        <>
          <ChangesView
            review={review}
            notes={notes}
            onNote={review.actions.includes('RETURN') ? setNote : undefined}
            mayReveal={mayReveal}
            rowNo={row > 0 ? row : null}
          />
          <Suspense fallback={null}>
            <ConfirmedSignatures declarationId={review.id} monthly />
          </Suspense>
        </>
      ) : null}
      {tab === 'bill' ? <BillDifference review={review} /> : null}
      {tab === 'history' ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <MonthlyHistory review={review} />
        </Suspense>
      ) : null}
      <ReviewKeys tabs={tabs} tabsText={t('keyTabs')} onTab={go} />
      <MonthlyFoot
        review={review}
        notes={notes}
        onRemoveNote={(path) => setNote(path, '')}
        onSent={clear}
        onChanged={onChanged}
      />
    </>
  )
}

function Head({ review }: { review: MonthlyReview }) {
  const t = useMessages(monthlyReviewMessages)
  const shared = useMessages(reviewMessages)
  const trail = useWorkTrail()
  const format = useFormat()
  const titleOf = useMonthlyTitle()
  const { unit, receipt } = review
  return (
    <PageHeader
      title={unit.unitName}
      above={
        trail ? (
          <Link to={`${workHome}${trail.work}`}>{shared('toWork')}</Link>
        ) : (
          <Link to="/staff/declarations?kind=MONTHLY">{shared('toQueue')}</Link>
        )
      }
      lead={
        <>
          {t('lead', { title: titleOf(review), form: receipt?.formNo ?? '', version: String(review.version) })}
          <br />
          {receipt ? `${shared('submittedAt', { time: format.instant(receipt.submittedAt) })} · ` : ''}
          {t('dueOn', { date: format.date(review.dueOn) })} · {unit.registrationNo} ·{' '}
          <Link to={`/staff/employers/${review.employerId}`}>{shared('registerEntry')}</Link>
        </>
      }
      next={<MonthlyState state={review.state} />}
    />
  )
}

/** Where the two-person decision stands, and who else is looking. */
function Standing({
  review,
  held,
}: {
  review: MonthlyReview
  held: { holderName: string; since: string } | undefined
}) {
  const t = useMessages(reviewMessages)
  const format = useFormat()
  const taken = (action: string) =>
    review.events.findLast((event) => event.action === action && event.version === review.version)
  const said = (event: { actorName: string | null; at: string }) => ({
    name: event.actorName ?? '',
    time: format.instant(event.at),
  })
  const inReview = review.state === 'UNDER_REVIEW'
  const [started, recommended] = [taken('START_REVIEW'), taken('RECOMMEND')]
  return (
    <div className={style.standing}>
      {held ? (
        <Notice tone="warning">{t('held', { name: held.holderName, time: format.time(held.since) })}</Notice>
      ) : null}
      {inReview && recommended ? <Notice tone="info">{t('recommendedBy', said(recommended))}</Notice> : null}
      {inReview && started && !recommended ? <p className="quiet">{t('startedBy', said(started))}</p> : null}
    </div>
  )
}
