import { withoutHidden } from '@shebao/kernel'
import { takeFirstAnswer } from './first-answers.ts'

/**
 * Sends texts as they are seen: with what is pasted from chat programs and web pages come characters that nobody sees, and the
 * office refuses them, because a name could read as another one.
 */
export const visibleFetch: typeof fetch = (input, init) => {
  const written = init?.body
  if (typeof written !== 'string') return fetch(input, init)
  const body = withoutHidden(written)
  const ask = () => fetch(input, { ...init, body })
  return takeFirstAnswer(body)?.catch(ask) ?? ask()
}
