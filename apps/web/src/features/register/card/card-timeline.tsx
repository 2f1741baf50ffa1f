import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { Translate } from '../../../shared/lib/messages.ts'
import { Timeline, type TimelineEntry } from '../../../shared/ui/timeline.tsx'
import type { CardHistoryFragment } from './card.generated.ts'
import { cardWords } from './card-words.ts'
import { timelineMessages } from './timeline-messages.ts'

type Event = CardHistoryFragment['history'][number]

/** What happened to a card, solid, and what comes next, hollow, with its date and whose turn it is. */
export function CardTimeline({ card }: { card: CardHistoryFragment }) {
  const t = useMessages(timelineMessages)
  const word = useMessages(cardWords)
  const detailOf = ({ channel, operator, documents, byProxy, reason }: Event) =>
    [
      word(`channel${channel}`),
      operator,
      byProxy ? t('bySomebody') : null,
      documents.map((one) => word(`document${one}`)).join(t('between')) || null,
      reason === null ? null : reasonOf(reason, word),
    ]
      .filter((part) => part !== null)
      .join(' · ')
  const past = card.history.map((event): TimelineEntry => ({
    id: event.id,
    title: word(`event${event.event}`),
    at: event.at,
    phase: 'past',
    detail: detailOf(event),
  }))
  return <Timeline label={t('label')} entries={[...past, ...nextOf(card, t)]} />
}

const codes = ['LOST', 'DAMAGED', 'PARTICULARS_CHANGED'] as const
const grounds = ['DEATH', 'EMIGRATION'] as const
function reasonOf(reason: string, word: Translate<(typeof cardWords)['zh']>): string {
  const [cause, ground] = [codes.find((one) => one === reason), grounds.find((one) => one === reason)]
  if (cause) return word(`cause${cause}`)
  return ground ? word(`ground${ground}`) : reason
}

/** Of a card in use nothing comes next; a temporary one ends. */
function nextOf(
  { kind, status, readyOn, lostUntil, validTo }: CardHistoryFragment,
  t: Translate<(typeof timelineMessages)['zh']>,
): TimelineEntry[] {
  if (status === 'REPLACED' || status === 'CANCELLED') return []
  if (status === 'NORMAL')
    return kind === 'TEMPORARY' && validTo
      ? [{ id: 'next', title: t('nextTEMPORARY'), at: validTo, phase: 'next', detail: t('whoTEMPORARY') }]
      : []
  const at = status === 'APPLIED' ? readyOn : status === 'ORAL_LOSS' ? lostUntil : null
  return [{ id: 'next', title: t(`next${status}`), ...(at ? { at } : {}), phase: 'next', detail: t(`who${status}`) }]
}
