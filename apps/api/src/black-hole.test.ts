import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { isDatabaseAway } from './platform/database-away.ts'
import { openDatabase, serverLimits } from './platform/database.ts'
import { databaseBehind, openFaultyProxy } from './testing/faulty-proxy.ts'
import { openTestPlatform } from './testing/test-platform.ts'
import type { TestPlatform } from './testing/test-platform.ts'

// A database that answers nothing any more is worse than one that is gone: nothing fails, everything waits.

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

async function openNetwork() {
  const { target, through } = databaseBehind(platform.connectionString)
  const network = await openFaultyProxy(target)
  return { network, connectionString: through(network.port) }
}

const short = { ...serverLimits, connectMs: 300, answerMs: 300 }

describe('a database behind a network that swallows everything', () => {
  it('is given up on: a statement, a transaction, a new connection and closing come to an end', async () => {
    const { network, connectionString } = await openNetwork()
    const database = openDatabase(connectionString, 1, short)
    const ask = () => database.query<{ n: number }>({ text: 'SELECT 1 AS n' })
    expect(await ask()).toEqual([{ n: 1 }])
    network.swallow()
    await expect(ask()).rejects.toThrow(/timeout/i)
    await expect(database.transaction(ask)).rejects.toThrow(/timeout|connection|P2028/i)
    await database.close()
    await network.close()
  })

  it('does not keep a server that is asked to stop', async () => {
    const { network, connectionString } = await openNetwork()
    const folder = mkdtempSync(join(tmpdir(), 'shebao-hole-'))
    const server = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        SHEBAO_MODE: 'test',
        PORT: '0',
        SHEBAO_BANK_URL: 'http://127.0.0.1:9',
        SHEBAO_DATA_DIR: folder,
        SHEBAO_LOG_LEVEL: 'info',
        SHEBAO_POOL_SIZE: '1',
        SHEBAO_STOP_SECONDS: '2',
        DATABASE_URL: connectionString,
      },
    })
    let said = ''
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
    await Promise.race([ended, until(() => said.includes('Shebao is ready'))])
    expect(server.exitCode, said).toBeNull()
    network.swallow()
    server.kill('SIGTERM')
    expect(await ended, said).toBe(1)
    expect(said).toContain('stopping took too long')
    await network.close()
    rmSync(folder, { recursive: true, force: true })
  })
})

describe.skipIf(inject('databaseSource').kind === 'embedded')('a server', () => {
  it('ends a statement that runs too long, one that waits for a lock, and a transaction that nobody goes on with', async () => {
    const limits = { ...serverLimits, statementMs: 300, lockMs: 100, idleInTransactionMs: 200 }
    const database = openDatabase(platform.connectionString, 3, limits)
    await expect(database.query({ text: 'SELECT pg_sleep(30)' })).rejects.toThrow(/statement timeout/)
    const [locked, waited] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const locking = platform.database.transaction(async () => {
      await platform.database.query({ text: 'LOCK TABLE office IN ACCESS EXCLUSIVE MODE' })
      locked.resolve()
      await waited.promise
    })
    await locked.promise
    await expect(database.query({ text: 'SELECT 1 FROM office' })).rejects.toThrow(/lock timeout/)
    waited.resolve()
    await locking
    const idle = database.transaction(async () => {
      await database.query({ text: 'SELECT 1' })
      await new Promise((resolve) => setTimeout(resolve, 600))
      await database.query({ text: 'SELECT 1' })
    })
    await expect(idle).rejects.toThrow(/idle|terminat|closed|connection error/i)
    await database.close()
  })

  it('that ends a connection is known to be away, wherever that was noticed, and is asked again', async () => {
    const database = openDatabase(platform.connectionString, 2, serverLimits)
    const nowhere = openDatabase('postgresql://nobody@127.0.0.1:9/none', 1, serverLimits)
    const endMine = { text: 'SELECT pg_terminate_backend(pg_backend_pid())' }
    const failures = [
      database.query(endMine),
      database.prisma.$queryRawUnsafe(endMine.text),
      database.transaction(() => database.query(endMine)),
      database.transaction(async () => {
        await database.query(endMine).catch(() => undefined)
        return database.prisma.office.count()
      }),
      nowhere.query({ text: 'SELECT 1' }),
      nowhere.transaction(() => nowhere.query({ text: 'SELECT 1' })),
      nowhere.prisma.office.count(),
    ]
    const errors = (await Promise.allSettled(failures)).map((one) =>
      one.status === 'rejected' ? one.reason : undefined,
    )
    expect(errors.map((error) => isDatabaseAway(error))).toEqual(errors.map(() => true))
    const mistake = await database.query({ text: 'SELECT 1 FROM nothing' }).catch((error: unknown) => error)
    // A bank or a scanner that is not there.
    const another = await fetch('http://127.0.0.1:9').catch((error: unknown) => error)
    expect([mistake, another, undefined].map((error) => isDatabaseAway(error))).toEqual([false, false, false])
    expect(await database.query({ text: 'SELECT 1 AS n' })).toEqual([{ n: 1 }])
    await database.close()
  })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50))
}
