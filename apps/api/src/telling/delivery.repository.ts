import type { Platform } from '../platform/platform.ts'
import type { DeliveryReason } from './notification-codes.ts'

/**
 * Takes what is due, and moves its next attempt ahead before it is sent: another process, skipping what is held, never takes the same
 * one, and what a process that died had taken comes round again.
 */
export async function claimDeliveries(
  { database, clock }: Platform,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<string[]> {
  const now = clock.now()
  const rows = await database.query<{ id: string }>(
    {
      name: 'delivery-claim',
      text: `UPDATE notification_delivery delivery SET attempts = attempts + 1, next_attempt_at = $2
        FROM (SELECT id FROM notification_delivery WHERE state = 'WAITING' AND next_attempt_at <= $1
          ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED) due
        WHERE delivery.id = due.id RETURNING delivery.id`,
    },
    [now, new Date(now.getTime() + leaseMs), limit],
  )
  return rows.map(({ id }) => id)
}

/** It left. What opened something is gone with it. */
export async function markSent({ database, clock }: Platform, id: string, addressMasked: string): Promise<void> {
  await database.query(
    {
      name: 'delivery-sent',
      text: `UPDATE notification_delivery SET state = 'SENT', sent_at = $2, address_masked = $3, reason = NULL, secret = NULL, address = NULL
        WHERE id = $1 AND state = 'WAITING'`,
    },
    [id, clock.now(), addressMasked],
  )
}

export interface FailedAttempt {
  reason: DeliveryReason
  /** Nothing: it is given up. */
  nextAttemptAt: Date | undefined
  addressMasked: string | null
}

export async function markFailed(
  { database, clock }: Platform,
  id: string,
  { reason, nextAttemptAt, addressMasked }: FailedAttempt,
): Promise<void> {
  await database.query(
    {
      name: 'delivery-failed',
      text: `UPDATE notification_delivery SET reason = $2, address_masked = COALESCE($3::text, address_masked), next_attempt_at = COALESCE($4::timestamp, $5::timestamp),
          state = CASE WHEN $4::timestamp IS NULL THEN 'GIVEN_UP' ELSE state END,
          secret = CASE WHEN $4::timestamp IS NULL THEN NULL ELSE secret END, address = CASE WHEN $4::timestamp IS NULL THEN NULL ELSE address END
        WHERE id = $1 AND state = 'WAITING'`,
    },
    [id, reason, addressMasked, nextAttemptAt ?? null, clock.now()],
  )
}

/** Once more from the beginning, what is not on its way already; says whether it was. */
export async function sendAgain({ database, clock }: Platform, id: string): Promise<boolean> {
  const rows = await database.query(
    {
      name: 'delivery-again',
      text: `UPDATE notification_delivery SET state = 'WAITING', attempts = 0, next_attempt_at = $2, sent_at = NULL, reason = NULL
        WHERE id = $1 AND state <> 'WAITING' RETURNING id`,
    },
    [id, clock.now()],
  )
  return rows.length > 0
}
