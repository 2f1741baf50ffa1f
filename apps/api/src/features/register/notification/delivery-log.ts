import { addDays, civilDateAt } from '@shebao/kernel'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import { pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { meansOf } from '../../../telling/channel-settings.ts'
import type { ChannelMeans } from '../../../telling/channel-settings.ts'
import { sendAgain } from '../../../telling/delivery.repository.ts'
import { notificationChannels } from '../../../telling/notification-codes.ts'
import type { NotificationChannel, NotificationKind } from '../../../telling/notification-codes.ts'
import { countDeliveries, findDelivery, listDeliveries, listLog } from './delivery-log.repository.ts'
import type { ChannelCount, DeliveryRow, LogEntry, LogSelection } from './delivery-log.repository.ts'
import { readTimeCursor } from './read-inbox.ts'

export interface LogQuery extends KeysetArgs {
  state?: LogSelection['state'] | undefined
  channel?: LogSelection['channel'] | undefined
  reader?: string | null | undefined
}

const longestReader = 64

export type LogLine = LogEntry & { deliveries: readonly DeliveryRow[] }

/** Who was told what, when, and what became of it outside; that somebody looked stands in the trail. */
export async function readDeliveryLog(
  platform: Platform,
  asker: Viewer | undefined,
  query: LogQuery,
  origin: string,
): Promise<LogLine[]> {
  const viewer = requireMay(asker, 'notification:log')
  const reader = query.reader?.normalize('NFKC').trim() || null
  if (reader && [...reader].length > longestReader) throw badInput('reader', `At most ${longestReader} characters.`)
  const selection = { state: query.state ?? null, channel: query.channel ?? null, reader }
  const entries = await listLog(platform, selection, readTimeCursor(query), pageSize(query) + 1)
  const deliveries = await listDeliveries(
    platform,
    entries.map(({ id }) => id),
  )
  await platform.audit.recordRead(
    {
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      role: actingRole(viewer, 'notification:log'),
      action: 'READ_DELIVERY_LOG',
      recordType: 'Notification',
      recordId: 'log',
    },
    { origin },
  )
  return entries.map((entry) => ({ ...entry, deliveries: deliveries.get(entry.id) ?? [] }))
}

export interface ChannelStanding extends ChannelCount {
  means: ChannelMeans
}

const recentDays = 7

/** By what each channel goes, what waits in it and what it gave up within a week. */
export async function readChannels(platform: Platform, asker: Viewer | undefined): Promise<ChannelStanding[]> {
  requireMay(asker, 'notification:log')
  const since = new Date(`${addDays(civilDateAt(platform.clock.now()), -recentDays)}T00:00:00+08:00`)
  const counts = await countDeliveries(platform, since)
  return notificationChannels.map((channel) => ({
    waiting: 0,
    givenUp: 0,
    ...counts.find((one) => one.channel === channel),
    channel,
    means: meansOf(platform.environment, channel),
  }))
}

/** ON_ITS_WAY: it waits for its next attempt already. SECRET_GONE: a link or code is sent once. CHANNEL_OFF: nothing goes that way. */
export const resendRefusals = ['ON_ITS_WAY', 'SECRET_GONE', 'CHANNEL_OFF'] as const
export type ResendRefusal = (typeof resendRefusals)[number]
export type ResendOutcome =
  | { kind: 'AGAIN'; delivery: DeliveryRow }
  | { kind: 'REFUSED'; reason: ResendRefusal; delivery: DeliveryRow }

/** What it carried, or where it went, is gone: by the address of now it would reach somebody else than it was meant for. */
const cannotGoAgain: readonly NotificationKind[] = ['PASSWORD_LINK', 'ADDRESS_CODE', 'ADDRESS_CHANGED']

/** Once more, by hand: what was given up, or what somebody says never came. */
export async function resendDelivery(
  platform: Platform,
  asker: Viewer | undefined,
  given: string,
  origin: string,
): Promise<ResendOutcome> {
  const viewer = requireMay(asker, 'notification:resend')
  const id = requireUuid(given, 'delivery')
  return platform.database.transaction(async () => {
    const delivery = await findDelivery(platform, id)
    if (!delivery) throw notFound('delivery')
    const reason = await refusalOf(platform, delivery)
    if (reason) return { kind: 'REFUSED', reason, delivery }
    await platform.audit.record({
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      role: actingRole(viewer, 'notification:resend'),
      origin,
      action: 'RESEND_NOTIFICATION',
      recordType: 'Notification',
      recordId: delivery.notificationId,
      change: {
        channel: delivery.channel,
        ...(delivery.addressMasked ? { addressMasked: delivery.addressMasked } : {}),
      },
    })
    return { kind: 'AGAIN', delivery: (await findDelivery(platform, id)) ?? delivery }
  })
}

async function refusalOf(
  platform: Platform,
  { id, kind, channel }: { id: string; kind: NotificationKind; channel: NotificationChannel },
): Promise<ResendRefusal | undefined> {
  if (cannotGoAgain.includes(kind)) return 'SECRET_GONE'
  if (meansOf(platform.environment, channel) === 'OFF') return 'CHANNEL_OFF'
  return (await sendAgain(platform, id)) ? undefined : 'ON_ITS_WAY'
}
