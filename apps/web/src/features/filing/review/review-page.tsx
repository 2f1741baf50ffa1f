import { Suspense } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { DeclarationState } from '../../../shared/case/declaration-state.tsx'
import { useWorkTrail, workHome } from '../../../shared/case/work-trail.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { caseworkers, holdsAny } from '../../../shared/lib/staff-role.ts'
import { Choices } from '../../../shared/ui/choices.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { TickBox } from '../../../shared/ui/tick-box.tsx'
import { DoneNotice } from '../../../shared/case/done-notice.tsx'
import { messages } from './messages.ts'
import { ReviewKeys } from './review-keys.tsx'
import { Warnings } from './warnings.tsx'
import { ReviewFoot } from './review-foot.tsx'
import { DeclarationReviewDocument } from './review.generated.ts'
import type { DeclarationReviewQuery } from './review.generated.ts'
import { reviewMessages } from './review-messages.ts'
import style from './review-page.module.css'
import { UnitFormCompare } from './unit-form-compare.tsx'
import { useHold } from './use-hold.ts'
import { EarlierNotesPanel } from './earlier-notes-panel.tsx'
import { placeNow, useEarlierNotes } from './earlier-notes.ts'
import { useNotes } from './use-notes.ts'

const PeopleCompare = later(async () => (await import('./people-compare.tsx')).PeopleCompare)
const HistoryView = later(async () => (await import('./history-view.tsx')).HistoryView)
const ConfirmedSignatures = later(async () => (await import('../confirmation/index.ts')).ConfirmedSignatures)
const PaperForm = later(async () => (await import('./paper-form.tsx')).PaperForm)

type Review = DeclarationReviewQuery['declarationReview']

/** One submitted declaration beside the register, and what staff decide about it. */
export function ReviewPage() {
  const { id = '' } = useParams()
  const common = useMessages(messages)
  const { data, error, refetch } = useQuery(DeclarationReviewDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) return <Notice tone="refused">{common('loadFailed')}</Notice>
  if (!data) return <Skeleton lines={10} />
  return (
    <ReviewOf key={`${id} ${data.declarationReview.version}`} review={data.declarationReview} onChanged={refetch} />
  )
}

const tabs = ['form', 'people', 'history'] as const

/** Opens on what differs: nobody looks at an empty comparison first. */
function firstTab({ fields, changeCounts }: Review): (typeof tabs)[number] {
  return changeCounts.different > 0 && !fields.some(({ differs }) => differs) ? 'people' : 'form'
}

function ReviewOf({ review, onChanged }: { review: Review; onChanged: () => Promise<unknown> }) {
  const t = useMessages(reviewMessages)
  const viewer = useViewer()
  const [params, setParams] = useSearchParams()
  const tab = tabs.find((name) => name === params.get('tab')) ?? firstTab(review)
  const row = Number(params.get('row'))
  const onlyDifferences = params.get('all') === null
  const { notes, setNote, clear } = useNotes(review.id, review.version)
  const reviewing = review.actions.includes('RETURN')
  const mayReveal = holdsAny(viewer.roles, caseworkers)
  const open = review.status === 'SUBMITTED' || review.status === 'UNDER_REVIEW'
  const hold = useHold(review.id, open && mayReveal)
  const earlier = useEarlierNotes(review)
  const shared = {
    review,
    earlier: Map.groupBy(earlier, placeNow),
    onlyDifferences,
    notes,
    onNote: reviewing ? setNote : undefined,
    mayReveal,
  }
  const go = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name)
      else next.set(name, value)
    }
    setParams(next, { replace: true, preventScrollReset: true })
  }
  const labels = {
    form: `${t('tabForm')} · ${t('formCount', { count: review.fields.filter(({ differs }) => differs).length })}`,
    people: `${t('tabPeople')} · ${t('peopleCount', { count: review.changeCounts.different })}`,
    history: t('tabHistory'),
  }
  return (
    <>
      <Head review={review} />
      <DoneNotice />
      <EarlierNotesPanel notes={earlier} />
      <Standing review={review} held={hold && !hold.mine ? hold : undefined} />
      {review.actions.includes('FILE_PAPER') || review.status === 'APPROVED' ? (
        mayReveal ? (
          <Suspense fallback={<Skeleton lines={8} />}>
            <PaperForm declarationId={review.id} version={review.version} mark={review.mark} onDone={onChanged} />
          </Suspense>
        ) : null
      ) : null}
      <div className={style.tabs}>
        <Choices
          label={t('views')}
          chosen={tab}
          options={tabs.map((id) => ({ id, text: labels[id] }))}
          onChoose={(id) => go({ tab: id, row: null })}
        />
        {tab === 'history' ? null : (
          <TickBox
            label={t('onlyDifferences')}
            checked={onlyDifferences}
            onChange={(checked) => go({ all: checked ? null : '1' })}
          />
        )}
      </div>
      {tab === 'history' ? null : <Warnings warnings={review.warnings} />}
      {tab === 'form' ? <UnitFormCompare {...shared} /> : null}
      {tab === 'people' ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <PeopleCompare {...shared} rowNo={row > 0 ? row : null} />
          <Suspense fallback={null}>
            <ConfirmedSignatures declarationId={review.id} />
          </Suspense>
        </Suspense>
      ) : null}
      {tab === 'history' ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <HistoryView review={review} />
        </Suspense>
      ) : null}
      <ReviewKeys
        closes
        tabs={tabs}
        tabsText={t('keyTabs')}
        onTab={(id) => go({ tab: id, row: null })}
        onDifferences={() => go({ all: onlyDifferences ? '1' : null })}
      />
      <ReviewFoot
        review={review}
        notes={notes}
        onRemoveNote={(path) => setNote(path, '')}
        onSent={clear}
        onChanged={onChanged}
      />
    </>
  )
}

function Head({ review }: { review: Review }) {
  const t = useMessages(reviewMessages)
  const trail = useWorkTrail()
  const format = useFormat()
  return (
    <PageHeader
      title={t('title', { name: review.employerName })}
      above={
        trail ? (
          <Link to={`${workHome}${trail.work}`}>{t('toWork')}</Link>
        ) : (
          <Link to="/staff/declarations">{t('toQueue')}</Link>
        )
      }
      lead={
        <>
          {t('lead', { year: String(review.year), form: review.formNo, version: String(review.version) })}
          <br />
          {t('submittedAt', { time: format.instant(review.submittedAt) })} · {review.registrationNo} ·{' '}
          <Link to={`/staff/employers/${review.employerId}`}>{t('registerEntry')}</Link>
        </>
      }
      next={<Badges review={review} />}
    />
  )
}

function Badges({ review }: { review: Review }) {
  const t = useMessages(reviewMessages)
  const format = useFormat()
  const states = {
    SUBMITTED: 'SUBMITTED',
    UNDER_REVIEW: 'UNDER_REVIEW',
    APPROVED: 'APPROVED',
    PRINTED: 'APPROVED',
    PAPER_FILED: 'FILED',
    CLOSED: 'FILED',
  } as const
  const state = Object.entries(states).find(([status]) => status === review.status)?.[1] ?? 'RETURNED'
  return (
    <>
      {review.late ? <StatusBadge tone="overdue">{t('late', { date: format.date(review.dueOn) })}</StatusBadge> : null}
      <DeclarationState state={state} />
    </>
  )
}

/** Where the two-person decision stands, and who else is looking. */
function Standing({ review, held }: { review: Review; held: { holderName: string; since: string } | undefined }) {
  const t = useMessages(reviewMessages)
  const format = useFormat()
  const { startedBy, recommendedBy, status } = review
  const said = (event: { actorName: string | null; at: string }) => ({
    name: event.actorName ?? '',
    time: format.instant(event.at),
  })
  const inReview = status === 'UNDER_REVIEW'
  return (
    <div className={style.standing}>
      {held ? (
        <Notice tone="warning">{t('held', { name: held.holderName, time: format.time(held.since) })}</Notice>
      ) : null}
      {inReview && recommendedBy ? <Notice tone="info">{t('recommendedBy', said(recommendedBy))}</Notice> : null}
      {inReview && startedBy && !recommendedBy ? <p className="quiet">{t('startedBy', said(startedBy))}</p> : null}
      {review.paperReceivedOn && review.paperPages !== null ? (
        <p className="quiet">
          {t('paperFiled', { date: format.date(review.paperReceivedOn), pages: review.paperPages })}
        </p>
      ) : null}
    </div>
  )
}
