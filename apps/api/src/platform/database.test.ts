import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { TestPlatform } from '../testing/test-platform.ts'
import { byteaArray, int4Array, textArray } from './binary-arrays.ts'
import { openDatabase, serverLimits } from './database.ts'
import { createReplica } from './replica.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const office = { region: '110000', nameZh: '示范', nameEn: 'Demo', phone: '010-12333', addressZh: '', addressEn: '' }
const offices = () => platform.database.prisma.office.count()

describe('a transaction', () => {
  it('keeps Prisma and plain SQL on one connection and undoes both together', async () => {
    const { database } = platform
    const attempt = database.transaction(async () => {
      await database.prisma.office.create({ data: office })
      const [seen] = await database.query<{ n: bigint }>({ text: 'SELECT count(*) AS n FROM office' })
      expect(seen?.n).toBe(1n)
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect(await offices()).toBe(0)
  })

  it('joins the one that is open', async () => {
    const { database } = platform
    const attempt = database.transaction(async () => {
      await database.transaction(() => database.prisma.office.create({ data: office }))
      throw new Error('outer fails')
    })
    await expect(attempt).rejects.toThrow('outer fails')
    expect(await offices()).toBe(0)
  })

  it('runs what waits for the commit only after it, and never when it fails', async () => {
    const { database } = platform
    const done: string[] = []
    await database.transaction(async () => {
      database.afterCommit(() => done.push('committed'))
      expect(done).toEqual([])
    })
    await database
      .transaction(async () => {
        database.afterCommit(() => done.push('never'))
        throw new Error('no')
      })
      .catch(() => undefined)
    expect(done).toEqual(['committed'])
  })
})

describe('a long column', () => {
  it('goes in the database’s own form, and is what was given', async () => {
    const texts = ['王建国', '', null, 'a "b" \\ {c, d}', '\u{20000}', 'NULL']
    const bytes = [Buffer.from([0, 255, 92, 34]), null, Buffer.alloc(0)]
    const numbers = [0, -1, 2_147_483_647, -2_147_483_648]
    const text = `SELECT $1::text[] AS texts, $2::bytea[] AS bytes, $3::int[] AS numbers, cardinality($4::text[]) AS none, array_lower($3::int[], 1) AS first`
    const given = [textArray(texts), byteaArray(bytes), int4Array(numbers), textArray([])]
    const [row] = await platform.database.query({ text }, given)
    expect(row).toEqual({ texts, bytes, numbers, none: 0, first: 1 })
  })
})

describe('a heavy read', () => {
  const backend = { text: 'SELECT pg_backend_pid() AS pid' }

  it.skipIf(inject('databaseSource').kind === 'embedded')(
    'goes to the replica as a whole, Prisma and plain SQL, and sees what was just committed',
    async () => {
      const database = openDatabase(platform.connectionString, 1, serverLimits, platform.connectionString)
      const code = crypto.randomUUID()
      await database.prisma.ledgerAccount.create({ data: { code, kind: 'FUND' } })
      const [[own], [there, again, found]] = await Promise.all([
        database.query<{ pid: number }>(backend),
        database.heavyRead(async () => [
          (await database.query<{ pid: number }>(backend))[0]?.pid,
          (await database.prisma.$queryRawUnsafe<{ pid: number }[]>(backend.text))[0]?.pid,
          await database.prisma.ledgerAccount.count({ where: { code } }),
        ]),
      ])
      expect(there).toBe(again)
      expect(there).not.toBe(own?.pid)
      expect(found).toBe(1)
      // Within a transaction it belongs to that one: what was not committed is on no replica.
      const within = () => database.heavyRead(() => database.query<{ pid: number }>(backend))
      const inside = await database.transaction(async () => [
        ...(await database.query<{ pid: number }>(backend)),
        ...(await within()),
      ])
      expect(inside[0]).toEqual(inside[1])
      await database.close()
    },
  )

  it('is the primary’s while the replica lags, is gone, or must give way; a mistake of its own stays one', async () => {
    let [time, asked] = [0, 0]
    const replicaThat = (fails: Error | 'LAGS' | undefined) =>
      createReplica(
        { query: async () => [{ position: '0/1' }] as never },
        {
          query: async () => [{ there: fails !== 'LAGS' }] as never,
          async transaction(work) {
            asked += 1
            if (fails instanceof Error) throw fails
            return work()
          },
        },
        { now: () => time, wait: async () => undefined },
      )
    const gone = Object.assign(new Error('gone'), { code: '08006' })
    const conflict = Object.assign(new Error('conflict'), { code: '40001' })
    for (const fails of ['LAGS', gone, conflict] as const) {
      const replica = replicaThat(fails)
      ;[time, asked] = [0, 0]
      expect([await replica.read(async () => 1), await replica.read(async () => 2), asked]).toEqual([1, 2, 1])
      time = 10_000
      expect([await replica.read(async () => 3), asked]).toEqual([3, 2])
    }
    const mistake = async () => Promise.reject(new Error('no such column'))
    await expect(replicaThat(undefined).read(mistake)).rejects.toThrow('no such column')
  })
})

describe('the index of an exclusion constraint', () => {
  it('is no way to rows: its condition is one that no query says', async () => {
    const guards = await platform.database.query<{ name: string; condition: string | null }>({
      text: `SELECT conname AS name, pg_get_expr(indpred, indrelid) AS condition
      FROM pg_constraint JOIN pg_index ON indexrelid = conindid WHERE contype = 'x' ORDER BY 1`,
    })
    expect(guards.length).toBeGreaterThan(2)
    expect(guards.filter(({ condition }) => !condition?.startsWith('(COALESCE('))).toEqual([])
  })
})

describe('an instant', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('is the same through Prisma and plain SQL on a machine in any zone', async () => {
    vi.stubEnv('TZ', 'Asia/Shanghai')
    expect(new Date('2026-11-23T00:00:00').getTimezoneOffset()).toBe(-480)
    const { database } = platform
    const keyHash = Buffer.from('zone')
    const windowStart = new Date('2026-11-23T02:00:00Z')
    await database.prisma.signInThrottle.create({ data: { keyHash, windowStart } })
    const [read] = await database.query<{ start: Date }>(
      { text: 'SELECT window_start AS start FROM sign_in_throttle WHERE window_start = $1' },
      [windowStart],
    )
    expect(read?.start).toEqual(windowStart)
  })
})

it('keeps its named statements usable after a statement failed and its connection was replaced', async () => {
  const { database } = platform
  const named = () => database.query<{ n: number }>({ name: 'named-once', text: 'SELECT 1 AS n' })
  await named()
  await expect(database.query({ name: 'failing', text: 'SELECT $1::uuid' }, ['no uuid'])).rejects.toThrow(/uuid/)
  await expect(database.prisma.office.findUnique({ where: { id: 'no uuid' } })).rejects.toThrow(/uuid/)
  expect(await named()).toEqual([{ n: 1 }])
})

it('gives the rows of every statement of one text', async () => {
  const { database } = platform
  expect(await database.query({ text: 'BEGIN; SELECT 1 AS n; SELECT 2 AS n; COMMIT' })).toEqual([{ n: 1 }, { n: 2 }])
})

describe('what the database itself refuses', () => {
  const account = (code: string) => platform.database.prisma.ledgerAccount.create({ data: { code, kind: 'FUND' } })
  const transfer = (amounts: bigint[]) =>
    platform.database.transaction(async () => {
      const [debit, credit] = [await account(crypto.randomUUID()), await account(crypto.randomUUID())]
      const { id: transferId } = await platform.database.prisma.ledgerTransfer.create({
        data: { kind: 'CHARGE', idempotencyKey: crypto.randomUUID(), occurredOn: '2026-11-23' },
      })
      await platform.database.prisma.ledgerEntry.createMany({
        data: amounts.map((amount, index) => ({ transferId, amount, accountId: index ? credit.id : debit.id })),
      })
    })

  it('takes a transfer that balances and refuses one that does not', async () => {
    await transfer([100n, -100n])
    await expect(transfer([100n, -99n])).rejects.toThrow(/out of balance by 1 fen/)
  })

  it('never changes or deletes a ledger entry', async () => {
    await transfer([5n, -5n])
    await expect(platform.database.prisma.ledgerEntry.updateMany({ data: { period: '2026-01' } })).rejects.toThrow(
      /append-only/,
    )
    await expect(platform.database.prisma.ledgerEntry.deleteMany()).rejects.toThrow(/append-only/)
  })

  it('never changes or deletes what an entry points to, nor empties a table of the ledger', async () => {
    await transfer([5n, -5n])
    const { prisma } = platform.database
    await expect(prisma.ledgerAccount.updateMany({ data: { kind: 'BANK' } })).rejects.toThrow(/append-only/)
    await expect(prisma.ledgerAccount.deleteMany()).rejects.toThrow(/append-only/)
    await expect(prisma.ledgerTransfer.deleteMany()).rejects.toThrow(/append-only/)
    for (const table of ['ledger_account', 'ledger_transfer', 'ledger_entry'])
      await expect(platform.database.query({ text: `TRUNCATE ${table}` })).rejects.toThrow(/append-only/)
  })

  it('refuses entries of a transfer or an account that is not there', async () => {
    const { id: accountId } = await account(crypto.randomUUID())
    const nobody = crypto.randomUUID()
    const pair = (transferId: string, second: string) =>
      platform.database.prisma.ledgerEntry.createMany({
        data: [
          { transferId, accountId, amount: 5n },
          { transferId, accountId: second, amount: -5n },
        ],
      })
    await expect(pair(nobody, accountId)).rejects.toThrow(/only together with their transfer/)
    const withoutAccount = platform.database.transaction(async () => {
      const { id } = await platform.database.prisma.ledgerTransfer.create({
        data: { kind: 'CHARGE', idempotencyKey: crypto.randomUUID(), occurredOn: '2026-11-23' },
      })
      await pair(id, nobody)
    })
    await expect(withoutAccount).rejects.toThrow(/foreign key|account that is not there/i)
  })

  it('refuses two values of one policy parameter for the same month', async () => {
    const row = (validFrom: string, validTo: string | null) =>
      platform.database.prisma.policyParameter.create({
        data: {
          region: '110000',
          insurance: 'PENSION',
          payerSide: 'EMPLOYER',
          category: 'ALL',
          name: 'RATE_PPM',
          value: 160_000n,
          validFrom,
          validTo,
          docNo: 'x',
          source: 'x',
          approvedBy: 'test',
        },
      })
    await row('2024-01', '2024-12')
    await row('2025-01', null)
    await expect(row('2026-01', null)).rejects.toThrow(/policy_parameter_no_overlap/)
  })
})

describe('the audit chain', () => {
  const entry = {
    actorKind: 'SYSTEM',
    origin: 'test',
    action: 'SIGN_LIST',
    recordType: 'Declaration',
    recordId: '1',
    change: { signed: 1, count: { d: 2, c: 3 } },
  } as const

  it('is whole after concurrent entries and shows the first one that was altered', async () => {
    await Promise.all(Array.from({ length: 8 }, () => platform.audit.record(entry)))
    expect(await platform.audit.findBreak()).toBeUndefined()
    await platform.database.query({ text: 'ALTER TABLE audit_event DISABLE TRIGGER USER' })
    await platform.database.query({ text: "UPDATE audit_event SET action = 'OTHER' WHERE seq = 3" })
    expect(await platform.audit.findBreak()).toBe(3n)
  })
})
