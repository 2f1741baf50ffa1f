import { useLocation } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'

export interface Done {
  step: 'RETURN' | 'RECOMMEND' | 'ACCEPT'
  name: string
}

/** What was just done, on the page that came next. */
export function DoneNotice() {
  const t = useMessages(messages)
  const state: unknown = useLocation().state
  const done = isDone(state) ? state.done : undefined
  return done ? <Notice tone="done">{t(`done${done.step}`, { name: done.name })}</Notice> : null
}

function isDone(state: unknown): state is { done: Done } {
  return typeof state === 'object' && state !== null && 'done' in state
}
