import type { Journal } from './journal.ts'
import type { Delivery } from './order.ts'
import { signMessage } from '@shebao/bank-protocol'

export interface MessengerOptions {
  notifyUrl: string
  sharedKey: Uint8Array
  /** First pause after a refusal; doubles up to a minute. */
  firstRetryMs: number
}

const longestPauseMs = 60_000
const answerTimeoutMs = 10_000

export type Messenger = ReturnType<typeof startMessenger>

/** Delivers every planned message until the office answers 200, across restarts. */
export function startMessenger(journal: Journal, options: MessengerOptions) {
  const timers = new Map<string, NodeJS.Timeout>()
  let stopped = false

  function plan(delivery: Delivery): void {
    if (stopped) return
    const wait = Math.max(0, delivery.dueAtMs - Date.now())
    timers.set(
      delivery.id,
      setTimeout(() => void attempt(delivery), wait),
    )
  }

  async function attempt(delivery: Delivery): Promise<void> {
    timers.delete(delivery.id)
    const delivered = await send(delivery)
    if (stopped) return
    if (delivered) return journal.record({ delivered: delivery.id })
    const pause = Math.min(longestPauseMs, options.firstRetryMs * 2 ** delivery.attempts)
    const again: Delivery = { ...delivery, attempts: delivery.attempts + 1, dueAtMs: Date.now() + pause }
    journal.record({ deliveries: [again] })
    plan(again)
  }

  async function send({ event, reply }: Delivery): Promise<boolean> {
    const body = JSON.stringify(event ?? reply)
    // Beside each other at the office: /bank/notifications and /bank/replies.
    const url = event ? new URL(options.notifyUrl) : new URL('replies', options.notifyUrl)
    const path = url.pathname
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...signMessage(options.sharedKey, { method: 'POST', path, body }, Date.now()),
        },
        body,
        signal: AbortSignal.timeout(answerTimeoutMs),
      })
      await answer.arrayBuffer()
      return answer.status === 200
    } catch {
      return false
    }
  }

  for (const delivery of journal.pending()) plan(delivery)
  return {
    plan,
    stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
