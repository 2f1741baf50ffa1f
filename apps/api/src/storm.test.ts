import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { crashesCanBePlayed } from './testing/crash.ts'
import { openStormServer } from './testing/faults/storm-server.ts'
import type { StormServer } from './testing/faults/storm-server.ts'
import { Storm } from './testing/faults/storm.ts'

// Declarations by software, bills, payments, reports of the bank, steps of a case and days of reconciliation, several at once, while
// everything below them dies; whoever had no answer sends the same again. Thousands: `npm run -s shebao -- faults --runs N --seed S`.

const canBePlayed = crashesCanBePlayed()
const folder = mkdtempSync(join(tmpdir(), 'shebao-storm-'))
let server: StormServer | undefined

beforeAll(async () => {
  if (canBePlayed) server = await openStormServer(folder)
})
afterAll(() => {
  server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

it.runIf(canBePlayed)(
  'whatever dies under load, wherever: what was acknowledged is there, once and whole, and the books balance',
  { timeout: 600_000 },
  async () => {
    if (!server) throw new Error('There is no server to kill.')
    const storm = await Storm.open(server.connectionString, 1)
    const cuts = await storm.cutConnections(200)
    await storm.killProcesses(1)
    await storm.killServer(server, 2)
    const { broken, acknowledged, repeated } = await storm.end()
    expect(broken).toEqual([])
    // It was a storm: cut before and after sending, often at the COMMIT, and many had to ask again.
    for (const often of [cuts.BEFORE, cuts.AFTER, cuts.atCommit, acknowledged]) expect(often).toBeGreaterThan(50)
    expect(repeated).toBeGreaterThan(200)
  },
)
