import { formatTime } from '../../../shared/lib/format.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import type { ApplicationRefusalFragment } from './registration.generated.ts'

/** Why the office did not do it, and what to do. */
export function useRefusalWords() {
  const t = useMessages(messages)
  const { language } = useLanguage()
  return ({ reason, retryAt }: ApplicationRefusalFragment): string =>
    t(`refused${reason}`, { time: retryAt ? formatTime(retryAt, language) : '' })
}
