import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Timeline, type TimelineEntry } from '../../../shared/ui/timeline.tsx'
import { InspectionTimelineFragmentDoc } from './inspection-timeline.generated.ts'
import type { InspectionTimelineFragment } from './inspection-timeline.generated.ts'
import { isDraftStatus } from './inspection-status.ts'
import style from './inspection.module.css'
import { messages } from './messages.ts'

type NextStep = 'SUBMIT' | 'REVIEW' | 'APPROVE' | 'PAPER'

const known = [
  'OPEN',
  'SUBMIT',
  'WITHDRAW',
  'START_REVIEW',
  'RECOMMEND',
  'RETURN',
  'APPROVE',
  'PRINT',
  'FILE_PAPER',
  'RETURN_PAPER',
  'CLOSE',
] as const
const order: readonly NextStep[] = ['SUBMIT', 'REVIEW', 'APPROVE', 'PAPER']

/** What happened, and what comes next with who must do it. */
export function InspectionTimeline(props: { inspection: FragmentType<InspectionTimelineFragment> }) {
  const inspection = useOwnFields(InspectionTimelineFragmentDoc, props.inspection)
  const t = useMessages(messages)
  const past = inspection.events.map(({ id, action, version, actorKind, at }): TimelineEntry => {
    const word = known.find((one) => one === action)
    return {
      id,
      at,
      phase: 'past',
      title: word ? t(`action${word}`, { version }) : t('actionOther'),
      detail: t(actorKind === 'EMPLOYER' ? 'byEMPLOYER' : actorKind === 'STAFF' ? 'bySTAFF' : 'bySYSTEM'),
    }
  })
  const dates: Partial<Record<NextStep, string>> = {
    SUBMIT: inspection.dueOn,
    ...(inspection.paperDueOn && !isDraftStatus(inspection.status) ? { PAPER: inspection.paperDueOn } : {}),
  }
  const ahead = aheadOf(inspection).map((step, index): TimelineEntry => ({
    id: step,
    title: t(`next${step}`),
    phase: index === 0 ? 'next' : 'later',
    ...(dates[step] ? { at: dates[step] } : {}),
  }))
  return (
    <section className={style.groups}>
      <div>
        <h2>{t('timeline')}</h2>
        <Timeline label={t('timeline')} entries={[...past, ...ahead]} />
      </div>
    </section>
  )
}

function aheadOf({ status }: InspectionTimelineFragment): readonly NextStep[] {
  if (isDraftStatus(status)) return order
  if (status === 'SUBMITTED') return order.slice(1)
  if (status === 'UNDER_REVIEW') return order.slice(2)
  return status === 'APPROVED' || status === 'PRINTED' ? order.slice(3) : []
}
