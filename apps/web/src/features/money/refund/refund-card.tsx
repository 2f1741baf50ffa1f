import type { ReactNode } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { AttachedFiles } from '../../../shared/case/attached-files.tsx'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { Timeline, type TimelineEntry } from '../../../shared/ui/timeline.tsx'
import { messages } from './messages.ts'
import type { RefundState } from './refund.generated.ts'
import { RefundFactsFragmentDoc, RefundTimelineFragmentDoc } from './refund-card.generated.ts'
import type { RefundFactsFragment, RefundTimelineFragment } from './refund-card.generated.ts'

export const tones: Record<RefundState, StatusTone> = {
  APPLIED: 'waiting',
  VERIFIED: 'waiting',
  APPROVED: 'waiting',
  PAID_OUT: 'done',
  REJECTED: 'refused',
}

interface RefundFactsProps {
  refund: FragmentType<RefundFactsFragment>
  children?: ReactNode
}

/** State, whose money and how much. */
export function RefundFacts({ refund: ref, children }: RefundFactsProps) {
  const refund = useOwnFields(RefundFactsFragmentDoc, ref)
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDerivation()
  const whose = refund.person ? `${refund.person} · ${refund.idMasked ?? ''}` : t(refund.source)
  return (
    <div className={desk.head}>
      <StatusBadge tone={tones[refund.state]}>{t(refund.state)}</StatusBadge>
      <DerivationPopover fen={refund.amount} size="total" sign explanation={derive({ refund: refund.id })} />
      <span>
        {whose}
        {refund.period ? ` · ${format.period(refund.period)}` : ''}
      </span>
      <span>
        {t(refund.reason)} · {refund.explanation}
      </span>
      {refund.personalShare > 0 ? (
        <span className="quiet">
          {t('ofWhichPersonal')} {format.yuan(refund.personalShare)}
        </span>
      ) : null}
      <span className="quiet">
        {t('toAccount')} {refund.accountMasked}
      </span>
      {refund.files.length > 0 ? <AttachedFiles label={t('files')} files={refund.files} /> : null}
      {children}
    </div>
  )
}

const order = ['APPLIED', 'VERIFIED', 'APPROVED', 'PAID_OUT'] as const

/** Steps taken, and the ones still to come with who must act. */
export function RefundTimeline({ refund: ref }: { refund: FragmentType<RefundTimelineFragment> }) {
  const refund = useOwnFields(RefundTimelineFragmentDoc, ref)
  const t = useMessages(messages)
  const past = refund.steps.map(({ state, at, by }): TimelineEntry => ({
    id: state,
    title: t(state),
    at,
    phase: 'past',
    detail: detailOf(state, by),
  }))
  const done = order.findIndex((state) => state === refund.state)
  const coming = refund.state === 'REJECTED' ? [] : order.slice(done + 1)
  const next = coming.map((state, index): TimelineEntry => ({
    id: state,
    title: t(state === 'APPLIED' ? state : `next${state}`),
    phase: index === 0 ? 'next' : 'later',
  }))
  return <Timeline label={t('timeline')} entries={[...past, ...next]} />

  function detailOf(state: RefundState, by: string): string {
    if (state === 'REJECTED') return t('rejectedBecause', { reason: refund.rejectionReason ?? '' })
    if (state === 'PAID_OUT') return t('paidReference', { reference: refund.bankReference ?? '' })
    return by || (state === 'APPLIED' ? (refund.employerName ?? '') : t('byOffice'))
  }
}
