import { useMessages } from '../../../shared/lib/language-context.tsx'
import { reviewMessages } from './later-review-messages.ts'
import { refusalKey } from './refusal-key.ts'

/** Why the office did not take a step. */
export function RefusalText({ code }: { code: string }) {
  return useMessages(reviewMessages)(refusalKey(code))
}
