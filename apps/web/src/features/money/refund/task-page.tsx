import { Link } from 'react-router'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DeskTask } from '../../../shared/case/desk-task.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { useTask } from '../../../shared/case/use-task.ts'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge, type StatusTone } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import { ShareTable } from './planned-panel.tsx'
import { RefundFacts, RefundTimeline } from './refund-card.tsx'
import { StaffRefundDocument } from './refund.generated.ts'
import style from './refund.module.css'
import { RefundGuardsFragmentDoc } from './task-page.generated.ts'
import type { RefundGuardsFragment } from './task-page.generated.ts'
import { TaskStep } from './task-step.tsx'

/** One refund in front of one member of staff: the figures, each guard with its verdict, and the one thing to do. */
export function TaskPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, done, onDone, renew } = useTask(StaffRefundDocument)
  const deriveRefund = useDerivation()
  const refund = data?.refund
  if (!refund) return <Skeleton lines={10} />
  return (
    <DeskTask
      title={`${t('refunds')} ${refund.number}`}
      above={<Link to="/staff/refunds">{t('refunds')}</Link>}
      lead={refund.employerName}
      done={done}
      facts={
        <>
          <RefundFacts refund={refund}>
            {refund.correctedWage === null ? null : (
              <span className="quiet">
                {t('correctedWage')} {format.yuan(refund.correctedWage)}
              </span>
            )}
            {refund.evidence ? (
              <span className="quiet">
                {t('evidence')}: {refund.evidence}
              </span>
            ) : null}
          </RefundFacts>
          <section className={desk.section}>
            <h2>{t('guards')}</h2>
            <Guards refund={refund} />
          </section>
          {refund.shares.length > 0 ? (
            <section className={desk.section}>
              <h2>{t('shares')}</h2>
              <ShareTable shares={refund.shares} derive={deriveRefund({ refund: refund.id })} />
            </section>
          ) : null}
        </>
      }
    >
      <RefundTimeline refund={refund} />
      <TaskStep key={refund.state} refund={refund} onDone={onDone} renew={renew} />
    </DeskTask>
  )
}

const tones: Record<RefundGuardsFragment['guards'][number]['verdict'], StatusTone> = {
  HOLDS: 'done',
  FAILS: 'refused',
  OPEN: 'open',
  NOT_NEEDED: 'idle',
}

function Guards({ refund }: { refund: FragmentType<RefundGuardsFragment> }) {
  const { guards } = useOwnFields(RefundGuardsFragmentDoc, refund)
  const t = useMessages(messages)
  return (
    <ul className={style.guards}>
      {guards.map(({ guard, verdict }) => (
        <li key={guard}>
          <span>{t(`guard${guard}`)}</span>
          <StatusBadge tone={tones[verdict]}>{t(`verdict${verdict}`)}</StatusBadge>
        </li>
      ))}
    </ul>
  )
}
