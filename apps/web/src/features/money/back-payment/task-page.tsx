import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { DeskTask } from '../../../shared/case/desk-task.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StaffBackPaymentDocument } from './back-payment.generated.ts'
import { messages } from './messages.ts'
import { RequestFacts, RequestTimeline } from './request-card.tsx'
import { TaskStep } from './task-step.tsx'

/** One request in front of one member of staff: what is asked, on what evidence, and the one thing to do. */
export function TaskPage() {
  const t = useMessages(messages)
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(StaffBackPaymentDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const [done, setDone] = useState(false)
  if (error && !data) throw error
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
      <TaskStep
        key={request.state}
        request={request}
        onDone={async () => {
          setDone(true)
          await refetch()
        }}
        renew={refetch}
      />
    </DeskTask>
  )
}
