import { withoutHidden } from '@shebao/kernel'

/**
 * Sends texts as they are seen: with what is pasted from chat programs and web pages come characters that nobody sees, and the
 * office refuses them, because a name could read as another one.
 */
export const visibleFetch: typeof fetch = (input, init) =>
  fetch(input, typeof init?.body === 'string' ? { ...init, body: withoutHidden(init.body) } : init)
