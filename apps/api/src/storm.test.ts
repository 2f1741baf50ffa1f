import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOffice } from './platform/tenancy.ts'
import { createServer } from './server.ts'
import { crashesCanBePlayed } from './testing/crash.ts'
import { openStormServer } from './testing/faults/storm-server.ts'
import type { StormServer } from './testing/faults/storm-server.ts'
import { Storm } from './testing/faults/storm.ts'
import { openSmallDisk } from './testing/small-disk.ts'
import type { TestPlatform } from './testing/test-platform.ts'
import { addHealth } from './http/health.route.ts'

// Declarations by software, bills, payments, reports of the bank, steps of a case and days of reconciliation, several at once, while
// everything below them dies, or its disk is full; whoever had no answer sends the same again. Thousands:
// `npm run -s shebao -- faults --runs N --seed S`.

const canBePlayed = crashesCanBePlayed()
const disk = canBePlayed ? openSmallDisk(700_000_000) : undefined
const folder = disk?.folder ?? mkdtempSync(join(tmpdir(), 'shebao-storm-'))
let server: StormServer | undefined
let storm: Storm | undefined

beforeAll(async () => {
  if (!canBePlayed) return
  server = await openStormServer(folder, ['max_wal_size = 64MB', 'min_wal_size = 32MB'])
  storm = await Storm.open(server.connectionString, 1)
})
afterAll(() => {
  server?.stop()
  disk?.close()
  rmSync(folder, { recursive: true, force: true })
})

function given() {
  if (!server || !storm) throw new Error('There is no server to kill.')
  return { server, storm }
}

/** What a request that writes, and whoever looks after the product, are told. */
async function asked(platform: TestPlatform) {
  const app = await createServer(platform, {
    findViewer: async () => undefined,
    routes: [
      (routes) => addHealth(routes, platform, async () => []),
      (routes) =>
        routes.post('/write', async () => {
          await asOffice('TEST', () =>
            platform.database.query({
              text: `INSERT INTO sign_in_throttle (key_hash, window_start) SELECT decode(md5(n::text), 'hex'), now() FROM generate_series(1, 20000) n`,
            }),
          )
          return {}
        }),
    ],
  })
  const write = await app.inject({ method: 'POST', url: '/write' })
  const health = await app.inject('/readyz')
  await app.close()
  const { checks } = health.json() as { checks: { name: string; ok: boolean }[] }
  const isOk = (wanted: string) => checks.find(({ name }) => name === wanted)?.ok
  return { write: [write.statusCode, write.headers['retry-after']], database: isOk('database'), room: isOk('room') }
}

it.runIf(canBePlayed)('goes on, whatever dies under load, wherever', { timeout: 600_000 }, async () => {
  const played = given()
  const cuts = await played.storm.cutConnections(200)
  await played.storm.killProcesses(1)
  await played.storm.killServer(played.server, 2)
  // It was a storm: cut before and after sending, often at the COMMIT.
  for (const often of [cuts.BEFORE, cuts.AFTER, cuts.atCommit]) expect(often).toBeGreaterThan(50)
})

it.runIf(disk)(
  'goes on after the server had no room for a row, and none for its log',
  { timeout: 600_000 },
  async () => {
    const played = given()
    if (!disk) throw new Error('There is no small disk.')
    const told: unknown[] = []
    const ask = async (platform: TestPlatform) => void told.push(await asked(platform))
    expect(await played.storm.fillDisk(disk, 20, ask)).toBeGreaterThanOrEqual(20)
    expect(await played.storm.fillLog(disk, played.server, ask)).toBe(true)
    expect(told).toEqual([
      { write: [503, '5'], database: true, room: false },
      { write: [503, '5'], database: false, room: true },
    ])
  },
)

it.runIf(canBePlayed)(
  'keeps what was acknowledged, once and whole, and the books balance',
  { timeout: 600_000 },
  async () => {
    const { broken, acknowledged, repeated } = await given().storm.end()
    expect(broken).toEqual([])
    expect(acknowledged).toBeGreaterThan(50)
    expect(repeated).toBeGreaterThan(200)
  },
)
