import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { undone } from '../testing/undone.ts'

let platform: TestPlatform
const entry = { actorKind: 'SYSTEM', origin: 'test', recordType: 'Declaration', recordId: 'd1' } as const
const run = (text: string) => platform.database.query({ text })
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

describe('a chain of before', () => {
  const folder = join(import.meta.dirname, '../../../../prisma/migrations')
  const migration = readdirSync(folder).find((name) => name.endsWith('_audit_chain')) ?? ''

  /** The hash as it was taken when every entry was linked while it was written. */
  function hashOfBefore(previous: Uint8Array, rowNo: number): Buffer {
    const at = `2026-11-2${rowNo}T00:00:00.000Z`
    const fields = [at, 'SYSTEM', null, null, 'test', 'OLD', 'Declaration', 'd1', null, `{"a":1,"rowNo":${rowNo}}`]
    return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest()
  }

  /** In a schema of its own that hides the tables of now. */
  async function migrate(numbers: readonly number[]): Promise<void> {
    await run('CREATE SCHEMA before; SET LOCAL search_path TO before, public')
    await run(`CREATE TABLE audit_event (seq BIGSERIAL PRIMARY KEY, at TIMESTAMP(3) NOT NULL, actor_kind TEXT NOT NULL, actor_id UUID,
      role TEXT, origin TEXT NOT NULL, action TEXT NOT NULL, record_type TEXT NOT NULL, record_id TEXT NOT NULL, reason TEXT,
      change JSONB NOT NULL DEFAULT '{}', prev_hash BYTEA NOT NULL, hash BYTEA NOT NULL);
      CREATE UNIQUE INDEX audit_event_hash_key ON audit_event (hash)`)
    let previous: Uint8Array = new Uint8Array(32)
    for (const [index, seq] of numbers.entries()) {
      const hash = hashOfBefore(previous, index)
      await platform.database.query(
        {
          text: `INSERT INTO audit_event VALUES (${seq}, '2026-11-2${index}', 'SYSTEM', NULL, NULL, 'test', 'OLD', 'Declaration', 'd1', NULL,
          '{"rowNo": ${index}, "a": 1}', $1, $2)`,
        },
        [previous, hash],
      )
      previous = hash
    }
    await run(readFileSync(join(folder, migration, 'migration.sql'), 'utf8'))
    await run('ALTER TABLE audit_link ADD COLUMN form SMALLINT NOT NULL DEFAULT 1')
  }

  it('is taken over with its hashes and goes on', async () => {
    const state = await undone(platform.database, async () => {
      await migrate([1, 2, 5, 6])
      await run(`SELECT setval(pg_get_serial_sequence('before.audit_event', 'seq'), 6)`)
      await platform.audit.record({ ...entry, action: 'SIGN_LIST', change: { rowNo: 7 } })
      return {
        before: await platform.audit.check(),
        links: await run('SELECT position::int, seq::int FROM audit_link ORDER BY position'),
      }
    })
    expect(state.before).toEqual({ firstBreak: undefined, missing: 0n, linked: 5n, waiting: 0 })
    expect(state.links).toEqual([1, 2, 5, 6, 7].map((seq, place) => ({ position: place + 1, seq })))
  })

  it('that is empty begins anew, and one that was altered is still broken', async () => {
    expect(await undone(platform.database, () => migrate([]).then(() => platform.audit.check()))).toMatchObject({
      linked: 0n,
    })
    const state = await undone(platform.database, async () => {
      await migrate([1, 2, 3])
      await run('ALTER TABLE audit_event DISABLE TRIGGER USER')
      await run(`UPDATE audit_event SET reason = 'other' WHERE seq = 2`)
      return platform.audit.check()
    })
    expect(state.firstBreak).toBe(2n)
  })
})
