import { createHmac } from 'node:crypto'
import { alertRules } from '../../../operations/alert-rules.ts'
import type { AlertName } from '../../../operations/alert-rules.ts'
import type { AlertLabels } from '../../../operations/firing-alerts.ts'
import type { Environment } from '../../../platform/environment.ts'

const answerMs = 10_000

export interface AlertNews {
  /** The same each time it is tried, so that who hears it twice knows. */
  id: string
  type: 'alert.began' | 'alert.ended'
  name: AlertName
  labels: AlertLabels
  process: string | null
  beganAt: Date
  endedAt: Date | null
}

/**
 * One message to the address of the settings, in the form of Standard Webhooks (identifier, time and signature in its headers). It holds
 * names of the product's own and times: nobody's data. Whether it was taken.
 */
export async function sendAlert(
  { alertWebhook, publicUrl }: Environment,
  news: AlertNews,
  sentAt: Date,
): Promise<boolean> {
  if (!alertWebhook) return false
  const { id, type, name, labels, process, beganAt, endedAt } = news
  const rule = alertRules.find((one) => one.name === name)
  const body = JSON.stringify({
    type,
    timestamp: sentAt.toISOString(),
    data: {
      alert: name,
      urgency: rule?.urgency,
      text: rule?.words,
      labels,
      process,
      beganAt: beganAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      page: `${publicUrl}/staff/alerts`,
    },
  })
  const seconds = String(Math.floor(sentAt.getTime() / 1000))
  try {
    const answer = await fetch(alertWebhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': seconds,
        'webhook-signature': `v1,${sign(alertWebhook.secret, `${id}.${seconds}.${body}`)}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(answerMs),
    })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}

const sign = (secret: string, text: string) =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(text)
    .digest('base64')
