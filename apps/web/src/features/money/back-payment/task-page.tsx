import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { DeskTask } from '../../../shared/case/desk-task.tsx'
import { useTask } from '../../../shared/case/use-task.ts'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StaffBackPaymentDocument } from './back-payment.generated.ts'
import { messages } from './messages.ts'
import { RequestFacts, RequestTimeline } from './request-card.tsx'
import { TaskStep } from './task-step.tsx'

/** One request in front of one member of staff: what is asked, on what evidence, and the one thing to do. */
export function TaskPage() {
  const t = useMessages(messages)
  const { data, done, onDone, renew } = useTask(StaffBackPaymentDocument)
  const request = data?.backPayment
  if (!request) return <Skeleton lines={10} />
  return (
    <DeskTask
      title={`${t('title')} ${request.number}`}
      above={<Link to="/staff/back-payments">{t('title')}</Link>}
      lead={request.employerName}
      done={done}
      facts={
        <RequestFacts request={request}>
          {request.finding ? (
            <span>
              {t('finding')}: {request.finding}
            </span>
          ) : null}
        </RequestFacts>
      }
    >
      <RequestTimeline request={request} />
      <TaskStep key={request.state} request={request} onDone={onDone} renew={renew} />
    </DeskTask>
  )
}
