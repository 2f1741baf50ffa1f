import { useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Choices } from '../../../shared/ui/choices.tsx'
import { deskMessages } from '../../../shared/case/desk-messages.ts'
import { DeskQueue, DeskRow } from '../../../shared/case/desk-queue.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { BackPaymentQueueDocument } from './back-payment.generated.ts'
import type { BackPaymentQueueQuery, BackPaymentState } from './back-payment.generated.ts'
import { messages } from './messages.ts'
import { tones } from './request-card.tsx'

const filters: Record<string, { states: BackPaymentState[]; label: 'waiting' | 'APPLIED' | 'CHECKED' | 'ended' }> = {
  WAITING: { states: ['APPLIED', 'CHECKED'], label: 'waiting' },
  APPLIED: { states: ['APPLIED'], label: 'APPLIED' },
  CHECKED: { states: ['CHECKED'], label: 'CHECKED' },
  ENDED: { states: ['ISSUED', 'REJECTED'], label: 'ended' },
}

/** What waits for the office, oldest first, with whose turn it is. */
export function QueuePage() {
  const t = useMessages(messages)
  const words = useMessages(deskMessages)
  const [chosen, setChosen] = useState('WAITING')
  const { data, error, fetchMore } = useQuery(BackPaymentQueueDocument, {
    variables: { states: filters[chosen]?.states ?? [] },
    fetchPolicy: 'cache-and-network',
  })
  if (error && !data) throw error
  return (
    <>
      <PageHeader title={t('title')} lead={t('queueLead')} />
      <Choices
        label={words('state')}
        chosen={chosen}
        options={Object.entries(filters).map(([id, { label }]) => ({ id, text: t(label) }))}
        onChoose={setChosen}
      />
      <DeskQueue
        title={t('title')}
        page={data?.backPaymentQueue}
        empty={<EmptyState title={t('nothingWaiting')}>{t('nothingWaitingText')}</EmptyState>}
        row={(request) => <Row key={request.id} request={request} />}
        fetchMore={fetchMore}
      />
    </>
  )
}

function Row({ request }: { request: BackPaymentQueueQuery['backPaymentQueue']['edges'][number]['node'] }) {
  const t = useMessages(messages)
  return (
    <DeskRow
      to={`/staff/back-payments/${request.id}`}
      number={request.number}
      unit={request.employerName}
      appliedAt={request.appliedAt}
      badge={<StatusBadge tone={tones[request.state]}>{t(request.state)}</StatusBadge>}
      yours={request.ownStep !== null}
      fen={request.premium}
    >
      {request.reason} · {t('peopleCount', { people: request.people })}
    </DeskRow>
  )
}
