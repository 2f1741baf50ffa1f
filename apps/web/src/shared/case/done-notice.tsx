import { useLocation } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { Notice } from '../ui/notice.tsx'
import { doneMessages } from './done-messages.ts'

const steps = ['RETURN', 'RECOMMEND', 'ACCEPT'] as const

export interface Done {
  step: (typeof steps)[number]
  /** Whose case it was. */
  name: string
}

/** What was just done, on the page that came next. */
export function DoneNotice() {
  const t = useMessages(doneMessages)
  const state: unknown = useLocation().state
  const done = doneOf(state)
  return done ? <Notice tone="done">{t(`done${done.step}`, { name: done.name })}</Notice> : null
}

function doneOf(state: unknown): Done | undefined {
  if (typeof state !== 'object' || state === null || !('done' in state)) return undefined
  const { done } = state
  if (typeof done !== 'object' || done === null || !('step' in done) || !('name' in done)) return undefined
  const step = steps.find((known) => known === done.step)
  return step && typeof done.name === 'string' ? { step, name: done.name } : undefined
}
