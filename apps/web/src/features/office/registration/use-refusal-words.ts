import { formatTime } from '../../../shared/lib/format.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import type { Refusal } from './application.ts'
import { messages } from './messages.ts'

/** Why the office did not do it, and what to do. */
export function useRefusalWords() {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return ({ reason, retryAt }: Refusal): string =>
    t(`refused${reason}`, { time: retryAt ? formatTime(retryAt, language) : '' })
}
