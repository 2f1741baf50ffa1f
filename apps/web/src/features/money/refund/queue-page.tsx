import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Choices } from '../../../shared/ui/choices.tsx'
import { deskMessages } from '../../../shared/case/desk-messages.ts'
import { DeskQueue, DeskRow } from '../../../shared/case/desk-queue.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import { ReturnList } from './return-list.tsx'
import { tones } from './refund-card.tsx'
import { RefundQueueDocument } from './refund.generated.ts'
import type { RefundQueueQuery, RefundState } from './refund.generated.ts'

const filters: Record<string, { states: RefundState[]; label: 'waiting' | RefundState | 'ended' }> = {
  WAITING: { states: ['APPLIED', 'VERIFIED', 'APPROVED'], label: 'waiting' },
  APPLIED: { states: ['APPLIED'], label: 'APPLIED' },
  VERIFIED: { states: ['VERIFIED'], label: 'VERIFIED' },
  APPROVED: { states: ['APPROVED'], label: 'APPROVED' },
  ENDED: { states: ['PAID_OUT', 'REJECTED'], label: 'ended' },
}

/** What waits for the office, oldest first, with whose turn it is. */
export function QueuePage() {
  const t = useMessages(messages)
  const words = useMessages(deskMessages)
  const [chosen, setChosen] = useState('WAITING')
  const states = filters[chosen]?.states ?? []
  const { data, previousData, error, fetchMore, refetch } = useQuery(RefundQueueDocument, {
    variables: { states },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  // Nothing is told of what has not arrived: no number is not none.
  const counts = (data ?? previousData)?.refundCounts
  const countOf = (of: readonly RefundState[]) =>
    counts?.filter(({ state }) => of.includes(state)).reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageHeader title={t('refunds')} lead={t('queueLead')} />
      <ReturnList onBegun={refetch} />
      <Choices
        label={words('state')}
        chosen={chosen}
        options={Object.entries(filters).map(([id, filter]) => ({
          id,
          text: t(filter.label),
          count: countOf(filter.states),
        }))}
        onChoose={setChosen}
      />
      <DeskQueue
        title={t('refunds')}
        page={data?.refundQueue}
        empty={<EmptyState title={t('nothingWaiting')}>{t('nothingWaitingText')}</EmptyState>}
        row={(refund) => <Row key={refund.id} refund={refund} />}
        fetchMore={fetchMore}
      />
    </>
  )
}

function Row({ refund }: { refund: RefundQueueQuery['refundQueue']['edges'][number]['node'] }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <DeskRow
      to={`/staff/refunds/${refund.id}`}
      number={refund.number}
      unit={refund.employerName}
      appliedAt={refund.appliedAt}
      badge={<StatusBadge tone={tones[refund.state]}>{t(refund.state)}</StatusBadge>}
      yours={refund.ownStep !== null}
      fen={refund.amount}
    >
      {t(refund.reason)} · {refund.person ?? t(refund.source)}
      {refund.period ? ` · ${format.period(refund.period)}` : ''}
    </DeskRow>
  )
}
