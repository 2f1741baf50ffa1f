import type { Platform } from '../../../platform/platform.ts'
import type {
  DeliveryReason,
  DeliveryState,
  NotificationChannel,
  NotificationKind,
} from '../../../telling/notification-codes.ts'
import type { AccountKind } from '../../../access/viewer.ts'
import type { NotificationKey } from './notification.repository.ts'

export interface LogEntry extends NotificationKey {
  kind: NotificationKind
  readAt: Date | null
  readerKind: AccountKind
  /** Of a person who was told something. */
  individualId: string | null
  /** The employer, the person's name masked, or the member of staff. */
  reader: string
}

export interface DeliveryRow {
  id: string
  notificationId: string
  channel: NotificationChannel
  state: DeliveryState
  attempts: number
  nextAttemptAt: Date
  addressMasked: string | null
  reason: DeliveryReason | null
  sentAt: Date | null
  /** What it carried opens something and is gone. */
  kind: NotificationKind
}

export interface LogSelection {
  state: DeliveryState | null
  channel: NotificationChannel | null
  /** Part of an employer's name, or the whole number of a member of staff. */
  reader: string | null
}

/** Who was told what, newest first; with a state or channel only what went, or did not go, outside in that way. */
export function listLog(
  { database }: Platform,
  { state, channel, reader }: LogSelection,
  before: NotificationKey | undefined,
  limit: number,
): Promise<LogEntry[]> {
  return database.query<LogEntry>(
    {
      name: 'notification-log',
      text: `SELECT told.id, told.kind, told.created_at AS "createdAt", told.read_at AS "readAt", COALESCE(account.kind, 'INSURED') AS "readerKind",
          COALESCE(employer.name, person.name_masked, account.staff_no || ' ' || account.display_name, account.display_name) AS reader, person.id AS "individualId"
        FROM notification told LEFT JOIN account ON account.id = told.account_id LEFT JOIN employer ON employer.id = told.employer_id
        LEFT JOIN individual person ON person.id = COALESCE(told.individual_id, account.individual_id)
        WHERE ($1::text IS NULL AND $2::text IS NULL OR EXISTS (SELECT FROM notification_delivery way WHERE way.notification_id = told.id
            AND ($1 IS NULL OR way.state = $1) AND ($2 IS NULL OR way.channel = $2)))
          AND ($6::text IS NULL OR employer.name ILIKE '%' || $6 || '%' OR account.staff_no = $7)
          AND ($3::timestamp IS NULL OR (told.created_at, told.id) < ($3, $4::uuid))
        ORDER BY told.created_at DESC, told.id DESC LIMIT $5`,
    },
    [
      state,
      channel,
      before?.createdAt ?? null,
      before?.id ?? null,
      limit,
      reader?.replaceAll(/[\\%_]/g, String.raw`\$&`) ?? null,
      reader?.toUpperCase() ?? null,
    ],
  )
}

const columns = `way.id, way.notification_id AS "notificationId", way.channel, way.state, way.attempts, way.next_attempt_at AS "nextAttemptAt",
  way.address_masked AS "addressMasked", way.reason, way.sent_at AS "sentAt", told.kind`
const joined = 'notification_delivery way JOIN notification told ON told.id = way.notification_id'

/** Of many notifications, by one question. */
export async function listDeliveries(
  { database }: Platform,
  ids: readonly string[],
): Promise<Map<string, DeliveryRow[]>> {
  const rows = await database.query<DeliveryRow>(
    {
      name: 'notification-deliveries',
      text: `SELECT ${columns} FROM ${joined} WHERE way.notification_id = ANY($1::uuid[]) ORDER BY way.channel`,
    },
    [ids],
  )
  return Map.groupBy(rows, ({ notificationId }) => notificationId)
}

export async function findDelivery({ database }: Platform, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await database.query<DeliveryRow>(
    { name: 'notification-delivery', text: `SELECT ${columns} FROM ${joined} WHERE way.id = $1` },
    [id],
  )
  return row
}

export interface ChannelCount {
  channel: NotificationChannel
  waiting: number
  givenUp: number
}

/** What waits, and what was given up within the last days. */
export function countDeliveries({ database }: Platform, since: Date): Promise<ChannelCount[]> {
  return database.query<ChannelCount>(
    {
      name: 'notification-channel-counts',
      text: `SELECT channel, (count(*) FILTER (WHERE state = 'WAITING'))::int AS waiting,
          (count(*) FILTER (WHERE state = 'GIVEN_UP' AND next_attempt_at >= $1))::int AS "givenUp"
        FROM notification_delivery WHERE state = 'WAITING' OR state = 'GIVEN_UP' AND next_attempt_at >= $1 GROUP BY channel`,
    },
    [since],
  )
}
