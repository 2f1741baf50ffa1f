import type { ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { deskMessages } from './desk-messages.ts'
import type { ProcedureStepFragment } from './procedure.generated.ts'
import { StrandsNotice, WhoMayAct } from './who-may-act.tsx'
import style from '../ui/desk.module.css'
import { Notice } from '../ui/notice.tsx'
import { PageHeader } from '../ui/page-header.tsx'

interface DeskTaskProps {
  title: string
  /** The list it stands in. */
  above: ReactNode
  lead: string | null
  /** A step was taken just now. */
  done: boolean
  /** What is asked, and on what evidence. */
  facts: ReactNode
  /** How far it is, and the one thing to do. */
  children: ReactNode
}

/** One request in front of one member of staff. */
export function DeskTask({ title, above, lead, done, facts, children }: DeskTaskProps) {
  const t = useMessages(deskMessages)
  return (
    <>
      <PageHeader title={title} above={above} lead={lead} />
      {done ? <Notice tone="done">{t('done')}</Notice> : null}
      <div className={style.task}>
        <div>{facts}</div>
        <div>{children}</div>
      </div>
    </>
  )
}

interface DeskStepsProps {
  /** What the case is ready for, and who may act. */
  steps: readonly ProcedureStepFragment[]
  /** The viewer's own step and its form. */
  own: { event: string; form: ReactNode } | undefined
  refuse: ReactNode
}

/** The one step a request is ready for, and refusing it; what is done of its case on other pages is not offered here. */
export function DecideSteps({
  procedure,
  own,
  refuse,
}: {
  procedure: readonly ProcedureStepFragment[]
  own: { event: string; form: ReactNode }
  refuse: ReactNode
}) {
  const steps = procedure.filter(({ event }) => event === own.event || event === 'REFUSE')
  const mine = steps.some(({ event, standing }) => event === own.event && standing === 'MAY')
  return <DeskSteps steps={steps} own={mine ? own : undefined} refuse={refuse} />
}

/** The steps this person may take now, and who takes those that are somebody else's; nothing once the request has ended. */
export function DeskSteps({ steps, own, refuse }: DeskStepsProps) {
  return (
    <div className={style.steps}>
      {own ? <StrandsNotice steps={steps} event={own.event} /> : null}
      {own?.form}
      <WhoMayAct steps={steps} />
      {steps.some(({ event, standing }) => (event === 'REJECT' || event === 'REFUSE') && standing === 'MAY')
        ? refuse
        : null}
    </div>
  )
}
