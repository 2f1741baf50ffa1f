import type { ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { deskMessages } from './desk-messages.ts'
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

/** The steps this person may take now; nothing once the request has ended. */
export function DeskSteps({ own, refuse }: { own: ReactNode; refuse: ReactNode }) {
  const t = useMessages(deskMessages)
  return (
    <div className={style.steps}>
      {own ?? <p className="quiet">{t('notYours')}</p>}
      {refuse}
    </div>
  )
}
