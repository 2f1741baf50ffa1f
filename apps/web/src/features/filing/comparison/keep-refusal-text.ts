import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { KeepRefusal } from './keep-own-values.ts'
import { messages } from './messages.ts'

/** Why own values could not be kept, or not taken up again, in the words of the comparison page. */
export function useKeepRefusalText(): (code: KeepRefusal) => string {
  const t = useMessages(messages)
  return (code) => t(code === 'NONE_OPEN' ? 'nothingOpen' : `refused${code}`)
}
