import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { MoneyText } from '../../../shared/ui/money-text.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { Timeline, type TimelineEntry } from '../../../shared/ui/timeline.tsx'
import type { BackPaymentState } from './back-payment.generated.ts'
import style from './back-payment.module.css'
import { messages } from './messages.ts'
import {
  BackPaymentFactsFragmentDoc,
  BackPaymentNoticesFragmentDoc,
  BackPaymentTimelineFragmentDoc,
} from './request-card.generated.ts'
import type {
  BackPaymentFactsFragment,
  BackPaymentNoticesFragment,
  BackPaymentTimelineFragment,
} from './request-card.generated.ts'
import { useDeriveRequest } from './use-derive-back-payment.ts'

export const tones: Record<BackPaymentState, StatusTone> = {
  APPLIED: 'waiting',
  CHECKED: 'waiting',
  ISSUED: 'done',
  REJECTED: 'refused',
}

interface RequestFactsProps {
  request: FragmentType<BackPaymentFactsFragment>
  children?: ReactNode
}

/** State, how much, whom and which months, on what evidence. */
export function RequestFacts({ request: ref, children }: RequestFactsProps) {
  const request = useOwnFields(BackPaymentFactsFragmentDoc, ref)
  const t = useMessages(messages)
  const format = useFormat()
  const explanation = useDeriveRequest()(request)
  return (
    <div className={desk.head}>
      <StatusBadge tone={tones[request.state]}>{t(request.state)}</StatusBadge>
      {explanation ? (
        <DerivationPopover fen={request.premium} size="total" sign explanation={explanation} />
      ) : (
        <MoneyText fen={request.premium} size="total" sign />
      )}
      <span className="quiet">
        {t('premium')} · {t('peopleCount', { people: request.people })} · {t('lateFeeThen')}{' '}
        {format.yuan(request.lateFee)}
      </span>
      <span>{request.reason}</span>
      <span className="quiet">
        {[...request.evidence.map((kind) => t(kind)), request.evidenceNote, request.documentNo]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {request.files.length > 0 ? <AttachedFiles label={t('files')} files={request.files} /> : null}
      <ul className={style.plain}>
        {request.spans.map(({ person, idMasked, first, last, months, wage }) => (
          <li key={`${idMasked} ${first} ${wage}`}>
            {person} <span className="quiet">{idMasked}</span>{' '}
            {t(months === 1 ? 'monthOf' : 'monthsOf', {
              first: format.period(first),
              last: format.period(last),
              months,
            })}
            <span className="quiet"> {t('wageOf', { wage: format.yuan(wage) })}</span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}

/** The employer pays them as any other. */
export function IssuedNotices({ request: ref }: { request: FragmentType<BackPaymentNoticesFragment> }) {
  const request = useOwnFields(BackPaymentNoticesFragmentDoc, ref)
  const t = useMessages(messages)
  const format = useFormat()
  if (request.notices.length === 0) return null
  return (
    <span>
      {t('notices')}{' '}
      {request.notices.map(({ id, period, paid }, index) => (
        <span key={id}>
          {index > 0 ? ' · ' : ''}
          <Link to={`/employer/bills/${id}`}>{format.period(period)}</Link> {t(paid ? 'paid' : 'unpaid')}
        </span>
      ))}
    </span>
  )
}

const order = ['APPLIED', 'CHECKED', 'ISSUED'] as const

/** Steps taken, and the ones still to come. */
export function RequestTimeline({ request: ref }: { request: FragmentType<BackPaymentTimelineFragment> }) {
  const request = useOwnFields(BackPaymentTimelineFragmentDoc, ref)
  const t = useMessages(messages)
  const past = request.steps.map(({ state, at, by }): TimelineEntry => ({
    id: state,
    title: t(state === 'ISSUED' || state === 'REJECTED' ? state : `next${state}`),
    at,
    phase: 'past',
    detail:
      state === 'REJECTED'
        ? t('rejectedBecause', { reason: request.rejectionReason ?? '' })
        : by || (state === 'APPLIED' ? request.employerName : t('byOffice')),
  }))
  const ended = request.state === 'ISSUED' || request.state === 'REJECTED'
  const coming = ended ? [] : order.slice(order.findIndex((state) => state === request.state) + 1)
  const next = coming.map((state, index): TimelineEntry => ({
    id: state,
    title: t(`next${state}`),
    phase: index === 0 ? 'next' : 'later',
  }))
  return <Timeline label={t('timeline')} entries={[...past, ...next]} />
}
