import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from '../ui/messages.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import style from './task-list.module.css'

export type TaskState =
  | { kind: 'todo' }
  | { kind: 'missing'; count: number }
  | { kind: 'done' }
  | { kind: 'blocked'; because: string }

export interface Task {
  id: string
  title: string
  /** One line: what it is about, or what was said so far. */
  detail?: ReactNode
  to: string
  state: TaskState
}

/** A long form as a list of tasks, each with its state; what cannot start yet says why and is no link. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label: string }) {
  return (
    <ol className={style.list} aria-label={label}>
      {tasks.map(({ id, title, detail, to, state }) => (
        <li key={id} className={style.task} data-blocked={state.kind === 'blocked'}>
          <div>
            {state.kind === 'blocked' ? (
              <span className={style.title}>{title}</span>
            ) : (
              <Link to={to} className={style.title}>
                {title}
              </Link>
            )}
            {state.kind === 'blocked' ? <p className={style.detail}>{state.because}</p> : null}
            {detail ? <div className={style.detail}>{detail}</div> : null}
          </div>
          <TaskBadge state={state} />
        </li>
      ))}
    </ol>
  )
}

function TaskBadge({ state }: { state: TaskState }) {
  const t = useMessages(messages)
  if (state.kind === 'done') return <StatusBadge tone="done">{t('taskDone')}</StatusBadge>
  if (state.kind === 'missing')
    return <StatusBadge tone="warning">{t('taskMissing', { count: state.count })}</StatusBadge>
  if (state.kind === 'blocked') return <StatusBadge tone="idle">{t('taskBlocked')}</StatusBadge>
  return <StatusBadge tone="open">{t('taskTodo')}</StatusBadge>
}
