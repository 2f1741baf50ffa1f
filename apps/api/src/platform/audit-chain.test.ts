import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { undone } from '../testing/undone.ts'
import type { ChainState } from './audit-chain.ts'

let platform: TestPlatform
const entry = { actorKind: 'SYSTEM', origin: 'test', recordType: 'Declaration', recordId: 'd1' } as const
const record = (rowNo: number) =>
  platform.audit.record({ ...entry, action: 'SIGN_LIST', change: { rowNo, count: { b: 2, a: 1 } } })
const run = (text: string) => platform.database.query({ text })

/** Five linked entries, numbered 1 to 5. */
beforeAll(async () => {
  platform = await openTestPlatform()
  for (const rowNo of [1, 2, 3, 4, 5]) await record(rowNo)
})
afterAll(() => platform.close())

/** As somebody who owns the database would do it: no guard holds. */
function tampered(...statements: string[]): Promise<ChainState> {
  return undone(platform.database, async () => {
    for (const table of ['audit_event', 'audit_link', 'audit_head', 'audit_waiting'])
      await run(`ALTER TABLE ${table} DISABLE TRIGGER ALL`)
    for (const statement of statements) await run(statement)
    return platform.audit.check()
  })
}

const insertEntry = (
  seq: number,
) => `INSERT INTO audit_event (seq, at, actor_kind, origin, action, record_type, record_id)
  VALUES (${seq}, '2026-11-23', 'SYSTEM', 'test', 'SIGN_LIST', 'Declaration', 'd1')`
const positions = () => run('SELECT position::int, seq::int FROM audit_link ORDER BY position')

describe('linking', () => {
  it('takes what waits, in order and without a gap', async () => {
    expect(await positions()).toEqual([])
    expect(await platform.audit.link()).toBe(5)
    expect(await positions()).toEqual([1, 2, 3, 4, 5].map((place) => ({ position: place, seq: place })))
    expect(await platform.audit.link()).toBe(0)
    expect(await platform.audit.check()).toEqual({ firstBreak: undefined, missing: 0n, linked: 5n, waiting: 0 })
  })

  it('gives what commits late a later place', async () => {
    const links = await undone(platform.database, async () => {
      for (const seq of [9, 12, 7]) {
        await run(insertEntry(seq))
        await platform.audit.link()
      }
      expect((await platform.audit.check()).firstBreak).toBeUndefined()
      return positions()
    })
    expect(links.slice(5)).toEqual([
      { position: 6, seq: 9 },
      { position: 7, seq: 12 },
      { position: 8, seq: 7 },
    ])
  })

  it('leaves nothing of a transaction that was undone, and nothing waiting', async () => {
    await undone(platform.database, () => record(6))
    expect(await platform.audit.check()).toMatchObject({ linked: 5n, waiting: 0 })
  })
})

describe('the check finds', () => {
  it.each<[string, bigint, string[]]>([
    ['a changed entry', 2n, [`UPDATE audit_event SET reason = 'other' WHERE seq = 2`]],
    ['a changed value', 4n, [`UPDATE audit_event SET change = '{"rowNo": 5}' WHERE seq = 4`]],
    ['a changed time', 1n, [`UPDATE audit_event SET at = at + interval '1 ms' WHERE seq = 1`]],
    ['another number', 2n, ['UPDATE audit_event SET seq = 102 WHERE seq = 2']],
    [
      'another number of an entry and its link',
      102n,
      ['UPDATE audit_event SET seq = 102 WHERE seq = 2', 'UPDATE audit_link SET seq = 102 WHERE seq = 2'],
    ],
    [
      'a value written another way',
      4n,
      [`UPDATE audit_event SET change = replace(change::text, '4', '4.0')::jsonb WHERE seq = 4`],
    ],
    ['a deleted entry', 3n, ['DELETE FROM audit_event WHERE seq = 3']],
    [
      'a deleted entry with its link',
      4n,
      ['DELETE FROM audit_event WHERE seq = 3', 'DELETE FROM audit_link WHERE seq = 3'],
    ],
    [
      'a deleted entry whose gap was closed',
      4n,
      [
        'DELETE FROM audit_event WHERE seq = 3',
        'DELETE FROM audit_link WHERE seq = 3',
        'UPDATE audit_link SET position = 3 WHERE position = 4',
        'UPDATE audit_link SET position = 4 WHERE position = 5',
        'UPDATE audit_head SET position = 4',
      ],
    ],
    [
      'two entries in the other order',
      3n,
      [
        'UPDATE audit_link SET seq = -3 WHERE position = 2',
        'UPDATE audit_link SET seq = 2 WHERE position = 3',
        'UPDATE audit_link SET seq = 3 WHERE position = 2',
      ],
    ],
    [
      'an entry slipped in between',
      99n,
      [
        insertEntry(99),
        'UPDATE audit_link SET position = position + 100 WHERE position >= 3',
        'UPDATE audit_link SET position = position - 99 WHERE position > 100',
        `INSERT INTO audit_link SELECT 3, 99, hash, form FROM audit_link WHERE position = 4`,
        'UPDATE audit_head SET position = 6',
      ],
    ],
    [
      'a tail that was cut off',
      5n,
      ['DELETE FROM audit_event WHERE seq >= 4', 'DELETE FROM audit_link WHERE seq >= 4'],
    ],
    [
      'a place that nobody has',
      4n,
      [
        'UPDATE audit_link SET position = 15 WHERE position = 5',
        'UPDATE audit_link SET position = 14 WHERE position = 4',
        'UPDATE audit_head SET position = 15',
      ],
    ],
    ['links that were cut off', 5n, ['DELETE FROM audit_link WHERE seq >= 4']],
    [
      'a tail that was cut off and queued again',
      4n,
      ['DELETE FROM audit_link WHERE seq >= 4', 'INSERT INTO audit_waiting VALUES (4), (5)'],
    ],
    [
      'a head that was moved back',
      5n,
      ['UPDATE audit_head SET position = 4, seq = 4, hash = link.hash FROM audit_link link WHERE link.position = 4'],
    ],
    ['a head with another hash', 5n, [`UPDATE audit_head SET hash = sha256('x')`]],
    ['a head that is gone', 0n, ['DELETE FROM audit_head']],
    ['a link behind the head', 98n, [insertEntry(98), `INSERT INTO audit_link VALUES (6, 98, sha256('x'))`]],
    ['an entry that went past the queue', 97n, [insertEntry(97)]],
    ['a waiting entry that is gone', 96n, ['INSERT INTO audit_waiting VALUES (96)']],
    ['an emptied trail', 5n, ['TRUNCATE audit_event, audit_link, audit_waiting']],
  ])('%s', async (_what, seq, statements) => {
    expect((await tampered(...statements)).firstBreak).toBe(seq)
  })

  it('another value of each column of an entry, and of its link', async () => {
    const columns = await platform.database.query<{ name: string; column: string; type: string }>({
      text: `SELECT table_name AS name, column_name AS "column", data_type AS type FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name IN ('audit_event', 'audit_link')`,
    })
    const others: Record<string, string> = {
      bigint: '77',
      bytea: `sha256('x')`,
      jsonb: `'{"a": 1}'`,
      smallint: '1',
      uuid: 'gen_random_uuid()',
      'timestamp without time zone': `'2020-01-01'`,
    }
    expect(columns.length).toBeGreaterThan(14)
    for (const { name, column, type } of columns) {
      const value = others[type] ?? (column === 'actor_kind' ? `'STAFF'` : `'other'`)
      const { firstBreak } = await tampered(`UPDATE ${name} SET ${column} = ${value} WHERE seq = 3`)
      expect(firstBreak, `${name}.${column}`).toBeDefined()
    }
  })

  it('nothing when nobody tampered', async () => {
    expect((await tampered()).firstBreak).toBeUndefined()
  })
})

describe('the database refuses', () => {
  it.each([
    ['UPDATE audit_link SET seq = 1'],
    ['DELETE FROM audit_link'],
    ['TRUNCATE audit_link'],
    ['TRUNCATE audit_event CASCADE'],
    ['DELETE FROM audit_event'],
    ['UPDATE audit_head SET position = position - 1'],
    ['UPDATE audit_head SET hash = hash'],
    ['DELETE FROM audit_head'],
  ])('%s', async (statement) => {
    await expect(run(statement)).rejects.toThrow(/append-only/)
  })

  it('a second head and an actor of no kind', async () => {
    await expect(run(`INSERT INTO audit_head VALUES (2, 0, 0, '')`)).rejects.toThrow(/audit_head_one/)
    await expect(run(insertEntry(50).replace('SYSTEM', 'GUEST'))).rejects.toThrow(/audit_event_actor_kind/)
  })
})

describe('many at once', () => {
  it('write while two link, and every entry has one place', async () => {
    const before = (await platform.audit.check()).linked
    const writers = Array.from({ length: 12 }, (_, row) => platform.database.transaction(() => record(row)))
    await Promise.all([...writers, platform.audit.link(), platform.audit.link()])
    expect(await platform.audit.check()).toEqual({
      firstBreak: undefined,
      missing: 0n,
      linked: before + 12n,
      waiting: 0,
    })
  })
})

describe('who links', () => {
  it('waits for the one who is linking, and goes on from there', async () => {
    await record(1)
    const begun = Promise.withResolvers<void>()
    const second = begun.promise.then(async () => {
      await record(2)
      return platform.audit.link()
    })
    await platform.database.transaction(async () => {
      await platform.audit.link()
      begun.resolve()
      // Long enough for the other to come as far as the head; the embedded database lets it in only afterwards.
      await setTimeout(150)
    })
    expect(await second).toBe(1)
    expect(await platform.audit.check()).toMatchObject({ firstBreak: undefined, waiting: 0 })
  })
})
