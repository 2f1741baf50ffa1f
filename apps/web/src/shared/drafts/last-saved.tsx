import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { messages } from './messages.ts'

/** Who changed a draft last, as the office says. */
export interface LastSaved {
  name: string
  at: string
  /** The asker, in another window or on another device. */
  mine: boolean
}

/** Whom to ask about what differs. */
export function LastSavedLine({ who }: { who: LastSaved | null | undefined }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (!who) return null
  return <p>{t(who.mine ? 'lastSavedMine' : 'lastSaved', { name: who.name, time: format.instant(who.at) })}</p>
}
