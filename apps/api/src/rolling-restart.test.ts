import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { someCertificates } from '@shebao/test-support/certificate'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { end, freePort } from '../../../e2e/fixtures/product.ts'
import { readEnvironment } from './platform/environment.ts'
import { asOffice } from './platform/tenancy.ts'
import { serverParts } from './server-parts.ts'
import type { ServerParts } from './server.ts'
import { startServer } from './start.ts'
import type { RunningServer } from './start.ts'
import { givenOffice } from './testing/inspection-scenario.ts'
import { openSmallBalancer } from './testing/small-balancer.ts'
import { openTestPlatform } from './testing/test-platform.ts'
import type { TestPlatform } from './testing/test-platform.ts'

// Two servers of one office behind a balancer, as deploy/cluster has them, asked all the time while one after the other is put in a new
// one's place: nobody is left without an answer.

const folder = mkdtempSync(join(tmpdir(), 'shebao-rolling-'))
const onServer = inject('databaseSource').kind !== 'embedded'
const running = new Map<number, RunningServer>()
let ports: [number, number]
let platform: TestPlatform

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
  ports = [await freePort(), await freePort()]
  await platform.database.query({ text: 'CREATE TABLE letter (id uuid PRIMARY KEY, length int)' })
})
afterAll(async () => {
  for (const port of running.keys()) await stop(port)
  await platform.close()
  rmSync(folder, { recursive: true, force: true })
})

let started = 0
async function start(port: number, certificates: Record<string, string> = {}): Promise<void> {
  const environment = readEnvironment({
    SHEBAO_MODE: 'test',
    DATABASE_URL: platform.connectionString,
    SHEBAO_POOL_SIZE: '3',
    SHEBAO_SECRET_KEY: '07'.repeat(32),
    SHEBAO_DATA_DIR: join(folder, String((started += 1))),
    PORT: String(port),
    ...certificates,
  })
  const parts = { ...serverParts, routes: [...serverParts.routes, takeLetters] }
  const server = await startServer(environment, platform.logger, parts, async () => async () => undefined)
  running.set(port, server)
}

function serverAt(port: number): RunningServer {
  const server = running.get(port)
  if (!server) throw new Error('There is no such server.')
  return server
}

async function stop(port: number): Promise<void> {
  const server = serverAt(port)
  running.delete(port)
  await server.stop()
}

/** People who ask one thing after the other, each of which writes, until they are told to stop. */
function people(url: string, many: number) {
  let over = false
  const outcomes: string[] = []
  const one = async () => {
    while (!over) outcomes.push(await askOnce(url))
  }
  const all = Promise.all(Array.from({ length: many }, one))
  return {
    /** When so many more were answered. */
    async answered(more: number) {
      const until = outcomes.length + more
      while (outcomes.length < until) await pause(5)
    },
    async stop() {
      over = true
      await all
      return { answered: outcomes.length, failed: outcomes.filter((outcome) => outcome !== 'ok') }
    },
  }
}

/** What is handed in and kept; a limit of tries has no place in it. */
const takeLetters: ServerParts['routes'][number] = (app, { database }) =>
  app.post('/letters', async ({ body }) => {
    const { id, text } = body as { id: string; text: string }
    await asOffice('TEST', () =>
      database.transaction(async () => {
        await database.query({ text: 'INSERT INTO letter VALUES ($1, $2)' }, [id, text.length])
      }),
    )
    return { kept: id }
  })

const text = '社'.repeat(10_000)
const kept: string[] = []

async function askOnce(url: string): Promise<string> {
  const id = crypto.randomUUID()
  try {
    const answer = await fetch(`${url}/letters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, text }),
    })
    const said = await answer.text()
    if (said !== JSON.stringify({ kept: id })) return `${answer.status} ${said}`
    kept.push(id)
    return 'ok'
  } catch (error) {
    return String(error instanceof Error ? (error.cause ?? error.message) : error)
  }
}

it.runIf(onServer)('one after the other is put in a new one’s place, and not one request fails', async () => {
  const balancer = await openSmallBalancer()
  for (const port of ports) {
    await start(port)
    balancer.add(port)
  }
  while ((await askOnce(balancer.url)) !== 'ok') await pause(10)
  const load = people(balancer.url, 4)
  for (const port of ports) {
    await load.answered(30)
    serverAt(port).leave()
    await balancer.foundUnready(port)
    await stop(port)
    await start(port)
    balancer.add(port)
    // Whoever leads people there has found the new one before the next one goes.
    while (!(await fetch(`http://127.0.0.1:${port}/healthz`)).ok) await pause(10)
    await load.answered(30)
  }
  const { answered, failed } = await load.stop()
  await balancer.close()
  expect(failed).toEqual([])
  expect(answered).toBeGreaterThan(120)
  const rows = await platform.database.query<{ id: string }>({ text: 'SELECT id FROM letter' })
  expect(kept.filter((id) => !rows.some((row) => row.id === id))).toEqual([])
})

const haproxy = ['haproxy', '/usr/sbin/haproxy'].find(
  (program) => spawnSync(program, ['-v'], { stdio: 'ignore' }).status === 0,
)

it.runIf(onServer && haproxy)(
  'nor does one behind HAProxy as deploy/cluster sets it up, with the time that it has there',
  async () => {
    const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../deploy/cluster', name), 'utf8')
    const drainSeconds = Number(/^SHEBAO_DRAIN_SECONDS=(\d+)$/m.exec(read('shebao.env.example'))?.[1])
    const front = await freePort()
    const { authority, cert, key } = await someCertificates()
    const files = {
      'authority.crt': authority,
      'machine.crt': cert,
      'machine.key': key,
      'office.pem': `${cert}\n${key}`,
    }
    for (const [name, pem] of Object.entries(files)) writeFileSync(join(folder, name), pem)
    const own = {
      SHEBAO_TLS_CERT_FILE: join(folder, 'machine.crt'),
      SHEBAO_TLS_KEY_FILE: join(folder, 'machine.key'),
    }
    for (const port of ports) {
      if (running.has(port)) await stop(port)
      await start(port, own)
    }
    const file = join(folder, 'haproxy.cfg')
    const config = read('haproxy.cfg')
      .replace(/^# The database\. [^]*/m, '')
      .replaceAll('/etc/shebao/tls', folder)
      .replace('10.0.0.10:443', `127.0.0.1:${front}`)
      .replace('10.0.0.21:4000', `127.0.0.1:${ports[0]}`)
      .replace('10.0.0.22:4000', `127.0.0.1:${ports[1]}`)
      .replace(/^ +server api3 .*$/m, '')
    writeFileSync(file, config)
    const proxy = spawn(haproxy ?? '', ['-db', '-f', file], { stdio: 'ignore' })
    const believed = getCACertificates('default')
    setDefaultCACertificates([...believed, authority])
    try {
      const url = `https://127.0.0.1:${front}`
      while ((await askOnce(url)) !== 'ok') await pause(20)
      const load = people(url, 4)
      await load.answered(30)
      serverAt(ports[0]).leave()
      await pause(drainSeconds * 1000)
      await stop(ports[0])
      await load.answered(30)
      expect((await load.stop()).failed).toEqual([])
    } finally {
      setDefaultCACertificates(believed)
      await end(proxy, 'SIGTERM')
    }
  },
)
