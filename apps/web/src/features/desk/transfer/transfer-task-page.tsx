import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { DeskTask } from '../../../shared/case/desk-task.tsx'
import { StrandsNotice, WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { CheckSteps } from './check-steps.tsx'
import { deskMessages } from './desk-messages.ts'
import { EndSteps } from './end-steps.tsx'
import { formMessages } from './form-messages.ts'
import { FundsSteps } from './funds-steps.tsx'
import { messages } from './messages.ts'
import { StateLine, TransferFacts } from './transfer-facts.tsx'
import { TransferTaskDocument } from './transfer.generated.ts'
import style from './transfer.module.css'

/** One transfer in front of a member of staff: what it holds, what may be done with it, and who may where they may not. */
export function TransferTaskPage() {
  const t = useMessages(deskMessages)
  const form = useMessages(formMessages)
  const words = useMessages(messages)
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(TransferTaskDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const [done, setDone] = useState(false)
  if (error && !data) throw error
  if (!data) return <Skeleton lines={8} />
  const { relationTransfer: transfer } = data
  const { person, procedure, number, direction } = transfer
  const props = {
    transfer,
    may: procedure.flatMap(({ event, standing }) => (standing === 'MAY' ? [event] : [])),
    renew: refetch,
    onDone: async () => {
      setDone(true)
      await refetch()
    },
  }
  return (
    <DeskTask
      title={`${words(direction)} ${number}`}
      above={<Link to="/staff/transfers">{form('back')}</Link>}
      lead={person.nameMasked}
      done={done}
      facts={
        <>
          <StateLine transfer={transfer} />
          <TransferFacts transfer={transfer} more={[[t('person'), `${person.nameMasked} ${person.idMasked}`]]} />
        </>
      }
    >
      <div className={style.steps} key={transfer.mark}>
        {props.may.map((event) => (
          <StrandsNotice key={event} steps={procedure} event={event} />
        ))}
        <CheckSteps {...props} />
        <FundsSteps {...props} />
        <WhoMayAct steps={procedure} />
        <EndSteps {...props} />
      </div>
    </DeskTask>
  )
}
