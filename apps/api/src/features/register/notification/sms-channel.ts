import type { Environment } from '../../../platform/environment.ts'
import { failed } from './channel.ts'
import type { Attempt, Channel } from './channel.ts'

const answerMs = 20_000
const refusedLogin = [401, 403]
/** Not now: too many at once, or somebody else is at it. */
const later = [408, 409, 425, 429]

/** Text messages through a gateway over HTTP, by the contract in docs/operations.md. */
export function createSmsChannel({ url, token }: NonNullable<Environment['smsGateway']>): Channel {
  return {
    async send({ id, to, language, text }) {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': id },
          body: JSON.stringify({ id, to, language, text }),
          redirect: 'error',
          signal: AbortSignal.timeout(answerMs),
        })
        return await attemptOf(answer)
      } catch {
        return failed('UNREACHABLE', false)
      }
    },
    close: () => undefined,
  }
}

async function attemptOf(answer: Response): Promise<Attempt> {
  const { ok, status } = answer
  // Read to its end, so that the connection can be used again; a gateway that talks without end is cut off by the signal.
  const said = await answer.text()
  if (ok) return { sent: true }
  if (refusedLogin.includes(status)) return failed('NOT_LOGGED_IN', false)
  if (status >= 500 || later.includes(status)) return failed('UNREACHABLE', false)
  return failed(/"reason"\s*:\s*"ADDRESS"/.test(said) ? 'ADDRESS_REFUSED' : 'REFUSED', true)
}
