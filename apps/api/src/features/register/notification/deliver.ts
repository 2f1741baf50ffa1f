import type { Platform } from '../../../platform/platform.ts'
import { claimDeliveries, markFailed, markSent } from '../../../telling/delivery.repository.ts'
import { addressOf, maskAddress } from './address-of.ts'
import { failed } from './channel.ts'
import type { Attempt } from './channel.ts'
import { openChannels } from './open-channels.ts'
import type { Channels } from './open-channels.ts'
import { listOutgoing } from './outgoing.repository.ts'
import type { Outgoing } from './outgoing.repository.ts'
import { outsideOnly, pathOf, wordsOf } from './templates.ts'

const minuteMs = 60_000
/** Longer than any attempt takes. */
const leaseMs = 5 * minuteMs
const atOnce = 10
const mostRounds = 500
/** What to wait after each failed attempt; after the last it is given up [PD]. */
const pausesMs = [1, 5, 30, 120, 360, 1440].map((minutes) => minutes * minuteMs)

export interface Delivered {
  sent: number
  failed: number
}

/** Carries outside what is due. Any number of processes may do so at once. */
export async function deliverDue(platform: Platform): Promise<Delivered> {
  const channels = openChannels(platform.environment)
  const done: Delivered = { sent: 0, failed: 0 }
  try {
    for (let round = 0; round < mostRounds; round += 1) {
      const ids = await claimDeliveries(platform, { limit: atOnce, leaseMs })
      if (ids.length === 0) break
      const outgoing = await listOutgoing(platform, ids)
      const attempts = await Promise.all(outgoing.map((one) => deliver(platform, channels, one)))
      done.sent += attempts.filter(({ sent }) => sent).length
      done.failed += attempts.filter(({ sent }) => !sent).length
      // A server that is away is not knocked at for everybody in turn.
      if (attempts.every((attempt) => !attempt.sent && !attempt.final)) break
    }
  } finally {
    channels.close()
  }
  return done
}

/** One attempt and what became of it, each written at once: what has left is not sent again because the next one fails. */
async function deliver(platform: Platform, channels: Channels, outgoing: Outgoing): Promise<Attempt> {
  const address = addressOf(platform.vault, outgoing)
  const attempt = await send(platform, channels, outgoing, address)
  const addressMasked = address === undefined ? null : maskAddress(address)
  if (attempt.sent) {
    await markSent(platform, outgoing.id, addressMasked ?? '')
    return attempt
  }
  const pause = attempt.final ? undefined : pausesMs[outgoing.attempts - 1]
  const nextAttemptAt = pause === undefined ? undefined : new Date(platform.clock.now().getTime() + pause)
  await markFailed(platform, outgoing.id, { reason: attempt.reason, nextAttemptAt, addressMasked })
  const { id: delivery, channel, attempts } = outgoing
  platform.logger.warn(
    { delivery, channel, reason: attempt.reason, attempts, givenUp: pause === undefined },
    'a notification did not go out',
  )
  return attempt
}

async function send(
  { environment, vault, clock }: Platform,
  channels: Channels,
  outgoing: Outgoing,
  address: string | undefined,
): Promise<Attempt> {
  const { id, channel, language, secret, expiresAt, emailOn, smsOn } = outgoing
  if (expiresAt && expiresAt <= clock.now()) return failed('EXPIRED', true)
  const way = channels[channel]
  const wanted = secret !== null || outgoing.address !== null || (channel === 'EMAIL' ? emailOn : smsOn)
  if (!way || !wanted) return failed('CHANNEL_OFF', true)
  if (address === undefined) return failed('NO_ADDRESS', true)
  const { title, body, sms } = wordsOf(outgoing, language, secret ? vault.open<string>(secret) : undefined)
  // What opens something leads where it is used by itself.
  const page = secret ? '' : `\n\n${environment.publicUrl}${pathOf(outgoing)}`
  const end = !secret && outsideOnly.includes(outgoing.kind) ? strangerFoot : foot[language]
  const text = channel === 'SMS' ? sms : `${body}${page}\n\n${end}\n`
  return way.send({ id, to: address, language, title, text })
}

const foot = {
  'zh-CN': '——\n本邮件由社会保险经办系统自动发出，请勿回复。登录后可在“通知方式”中关闭邮件。',
  en: '--\nSent by the social insurance office’s system; nobody reads answers. Sign in to switch e-mail off under “How you are told”.',
} as const

/** Somebody without an account has nothing to switch off. */
const strangerFoot =
  '——\n本邮件由社会保险经办系统自动发出，请勿回复。\nSent by the social insurance office’s system; nobody reads answers.'
