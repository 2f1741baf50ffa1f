import type { Platform } from '../platform/platform.ts'
import { undone } from './undone.ts'

const columns = 'at, actor_kind, actor_id, role, origin, action, record_type, record_id, reason, change'

/**
 * What the check of the trail names when the entry at this place is edited, deleted, or swapped with the next one, in its contents or
 * in its place, by somebody who owns the database and is held by no guard; and the two entries themselves.
 */
export async function tamperWithTrail({ database, audit }: Platform, place: number) {
  const [one, next] = await database.query<{ seq: bigint }>(
    { text: 'SELECT seq FROM audit_link WHERE position BETWEEN $1::bigint AND $1::bigint + 1 ORDER BY position' },
    [place],
  )
  if (!one || !next) throw new Error(`The trail ends before place ${place + 1}.`)
  const after = (...statements: string[]) =>
    undone(database, async () => {
      for (const table of ['audit_event', 'audit_link'])
        await database.query({ text: `ALTER TABLE ${table} DISABLE TRIGGER ALL` })
      for (const text of statements) await database.query({ text })
      return (await audit.check()).firstBreak
    })
  return {
    at: one.seq,
    next: next.seq,
    edited: await after(`UPDATE audit_event SET role = coalesce(role, '') || 'x' WHERE seq = ${one.seq}`),
    deleted: await after(`DELETE FROM audit_event WHERE seq = ${one.seq}`),
    swapped: await after(
      `UPDATE audit_event SET (${columns}) = (SELECT ${columns} FROM audit_event other
        WHERE other.seq = CASE audit_event.seq WHEN ${one.seq} THEN ${next.seq} ELSE ${one.seq} END) WHERE seq IN (${one.seq}, ${next.seq})`,
    ),
    moved: await after(
      `UPDATE audit_link SET seq = -1 WHERE position = ${place}`,
      `UPDATE audit_link SET seq = ${one.seq} WHERE position = ${place + 1}`,
      `UPDATE audit_link SET seq = ${next.seq} WHERE position = ${place}`,
    ),
  }
}
